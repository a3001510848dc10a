import { create, edit, type Change } from '../../support/later-release';

const CONTENT = 'src/publications/content';
const SERVER = 'src/plugins/publishing/server';
const MIGRATION = '2027.01.15T00.00.00.reshaped.js';
const schemaOf = (type: string) => `src/api/${type}/content-types/${type}/schema.json`;

const localized = '"pluginOptions": { "i18n": { "localized": true } }';
const steps = (what: string, changes: string, migration: string | null = MIGRATION) =>
  `[{ what: '${what}', changes: [${changes}], migration: ${migration === null ? 'null' : `'${migration}'`} }]`;
const SHARING = "within('sharing', renamed('licenceUrl', 'licenceAddress'))";

/**
 * One release with every kind of change that a shape can have, as the README beside the shapes says how to make it: a
 * new optional field (`clinician.honorific`), a new list (`faq.keywords`), another name (`clinician.pronouns`), a new
 * field that must be written (`condition.urgency`), a value that is gone (`faq.topic`), a component that several types
 * share (`sharing.licenceUrl`).
 */
export const reshaped: readonly Change[] = [
  edit(
    `${CONTENT}/versions.ts`,
    [
      'const histories: Partial<Readonly<Record<ContentTypeName, readonly Step[]>>> = {};',
      `const sharing = ${steps('the licence has an address', SHARING)};
       const histories: Partial<Readonly<Record<ContentTypeName, readonly Step[]>>> = {
         service: sharing,
         'therapy-phase': sharing,
         practice: sharing,
         clinician: ${steps('pronouns are how one is addressed', `renamed('pronouns', 'addressedAs'), ${SHARING}`)},
         faq: ${steps('costs are part of access', `replaced('topic', { cost: 'access' }), ${SHARING}`)},
         condition: ${steps('each has an urgency', `added('urgency', 'routine'), ${SHARING}`)},
       };`,
    ],
    [
      "import type { Content, Step } from './step';",
      "import { added, renamed, replaced, within, type Content, type Step } from './step';",
    ],
  ),
  create(
    `database/migrations/${MIGRATION}`,
    `module.exports = {
       async up(knex) {
         // A database that has nothing yet is made in today's shape.
         if (!(await knex.schema.hasTable('clinicians'))) return;
         await knex.schema.alterTable('clinicians', (table) => table.renameColumn('pronouns', 'addressed_as'));
         await knex.schema.alterTable('components_shared_sharing_terms', (table) =>
           table.renameColumn('licence_url', 'licence_address'));
         await knex('faqs').where({ topic: 'cost' }).update({ topic: 'access' });
         await knex.schema.alterTable('conditions', (table) => table.string('urgency'));
         await knex('conditions').update({ urgency: 'routine' });
       },
     };`,
  ),

  edit(`${CONTENT}/clinician.ts`, [
    'pronouns: optionalText,',
    'addressedAs: optionalText,\n  honorific: optionalText,',
  ]),
  edit(schemaOf('clinician'), [
    '"pronouns": {',
    `"honorific": { "type": "string", ${localized} },\n    "addressedAs": {`,
  ]),
  edit('src/content-api/graphql/clinician/clinician.type.ts', [
    'return this.content.pronouns;',
    'return this.content.addressedAs;',
  ]),
  edit(
    `${SERVER}/edit-view/clinician.ts`,
    ["['role', 'pronouns']", "['role', 'addressedAs']"],
    ['    pronouns: {', '    addressedAs: {'],
  ),

  edit(
    `${CONTENT}/faq.ts`,
    ["  'cost',\n", ''],
    [
      "import { editorial, target } from './shared';",
      "import { editorial, line, target } from './shared';",
    ],
    ['  position: z.number().int(),', '  position: z.number().int(),\n  keywords: z.array(line),'],
  ),
  edit(
    schemaOf('faq'),
    ['        "cost",\n', ''],
    [
      '"position": {',
      `"keywords": { "type": "component", "component": "shared.line", "repeatable": true, ${localized} },
       "position": {`,
    ],
  ),

  edit(`${CONTENT}/condition.ts`, [
    '  summary: z.string(),',
    "  summary: z.string(),\n  urgency: z.enum(['soon', 'routine']),",
  ]),
  edit(schemaOf('condition'), [
    '"summary": {',
    `"urgency": { "type": "enumeration", "enum": ["soon", "routine"], "required": true, ${localized} },
     "summary": {`,
  ]),

  edit(`${CONTENT}/shared.ts`, ['licenceUrl: optionalText', 'licenceAddress: optionalText']),
  edit('src/components/shared/sharing.json', ['"licenceUrl"', '"licenceAddress"']),
  edit('src/content-api/graphql/sharing/terms.ts', [
    '  return ownTerms(document) ?? practiceTerms(view);\n',
    `  const terms = ownTerms(document) ?? practiceTerms(view);
       return terms && { ...terms, licenceUrl: terms.licenceAddress };\n`,
  ]),
  edit(`${SERVER}/validation/shared.ts`, ["'licenceUrl'", "'licenceAddress'"]),
  edit(
    `${SERVER}/edit-view/components/shared.ts`,
    ["['licence', 'licenceUrl']", "['licence', 'licenceAddress']"],
    ['    licenceUrl: {', '    licenceAddress: {'],
  ),
];
