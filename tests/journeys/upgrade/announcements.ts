import { create, edit, type Change } from '../../support/later-release';

const CATALOGUE = 'src/content-api/catalogue';
const GRAPHQL = 'src/content-api/graphql';
const SERVER = 'src/plugins/publishing/server';

/** A content type that there was not: announcements, which have a title and a slug. */
export const announced: readonly Change[] = [
  create(
    'src/api/announcement/content-types/announcement/schema.json',
    JSON.stringify({
      kind: 'collectionType',
      collectionName: 'announcements',
      info: {
        singularName: 'announcement',
        pluralName: 'announcements',
        displayName: 'Announcements',
      },
      options: { draftAndPublish: true },
      pluginOptions: {},
      attributes: {
        title: { type: 'string', required: true },
        slug: { type: 'uid', targetField: 'title', required: true },
      },
    }),
  ),
  create(
    'src/publications/content/announcement.ts',
    `import { z } from 'zod';
     export const announcement = z.object({ title: z.string(), slug: z.string() });`,
  ),
  edit(
    'src/publications/content/index.ts',
    ['  practice,\n} as const', '  practice,\n  announcement,\n} as const'],
    [
      "import { faq } from './faq';",
      "import { announcement } from './announcement';\nimport { faq } from './faq';",
    ],
    ["new Set(['reference', 'location'])", "new Set(['reference', 'location', 'announcement'])"],
  ),
  create(
    `${GRAPHQL}/announcement/announcement.type.ts`,
    `import { Field, ObjectType } from 'type-graphql';
     import { ContentDocument } from '../content-document/content-document.type';
     import { Node } from '../node/node.type';
     import { PresentedDocument } from '../presented-document';

     @ObjectType({ implements: [Node, ContentDocument], description: 'What is new.' })
     export class Announcement extends PresentedDocument<'announcement'> {
       @Field(() => String, { description: 'In one line.' })
       get title(): string {
         return this.content.title;
       }
     }`,
  ),
  edit(
    `${GRAPHQL}/presenters.ts`,
    ['  practice: Practice,\n};', '  practice: Practice,\n  announcement: Announcement,\n};'],
    [
      "import { Clinician } from './clinician/clinician.type';",
      "import { Announcement } from './announcement/announcement.type';\nimport { Clinician } from './clinician/clinician.type';",
    ],
  ),
  edit(`${GRAPHQL}/content-document/content-type.ts`, [
    "practice: 'The practice itself; there is one.',",
    "practice: 'The practice itself; there is one.',\n    announcement: 'What is new.',",
  ]),
  edit(`${CATALOGUE}/words.ts`, [
    '  reference: (reference) => [',
    '  announcement: ({ title }) => [title],\n  reference: (reference) => [',
  ]),
  edit(`${CATALOGUE}/search/texts.ts`, [
    '  reference: (reference) => ({',
    '  announcement: ({ title }) => ({ title: [title] }),\n  reference: (reference) => ({',
  ]),
  edit(`${CATALOGUE}/index-fields.ts`, [
    '  reference: {},',
    '  reference: {},\n  announcement: {},',
  ]),
  edit(
    `${CATALOGUE}/order.ts`,
    [
      '  reference: {\n',
      "  announcement: { title: [words<'announcement'>(({ content }) => content.title)], ...dates },\n  reference: {\n",
    ],
    [
      "  reference: { by: 'title', descending: false },",
      "  announcement: { by: 'title', descending: false },\n  reference: { by: 'title', descending: false },",
    ],
  ),
  edit(`${CATALOGUE}/filter-fields.ts`, [
    '  reference: {\n',
    "  announcement: { id: value('announcement', (_, { id }) => [id]) },\n  reference: {\n",
  ]),
  edit(`${SERVER}/validation/validate.ts`, [
    '  reference: checkReference,',
    '  reference: checkReference,\n  announcement: () => [],',
  ]),
  edit(`${SERVER}/edit-view/index.ts`, [
    '  reference,\n',
    `  reference,
  announcement: {
    mainField: 'title', sortBy: 'title', list: ['title'], rows: [['title', 'slug']],
    fields: { title: { label: 'Title', description: 'In one line.' }, slug: { label: 'Slug', description: 'Its address.' } },
  },\n`,
  ]),
  edit(`${SERVER}/import/target-types.ts`, [
    "  'reference',\n",
    "  'announcement',\n  'reference',\n",
  ]),
];

/** Announcements are gone again: neither Strapi nor the API has them, and only their name is known. */
export const retired: readonly Change[] = [
  edit('src/publications/content/versions.ts', [
    'export const retiredTypes = [] as const',
    "export const retiredTypes = ['announcement'] as const",
  ]),
  edit(`${GRAPHQL}/content-document/content-type.ts`, [
    "practice: 'The practice itself; there is one.',",
    "practice: 'The practice itself; there is one.',\n    announcement: 'What was new; there are none any more.',",
  ]),
];
