import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { contentSchemas, contentTypeNames, unlocalizedTypes } from '../../src/publications/content';
import { storedFile } from '../../src/publications/content/image';
import { richText } from '../../src/publications/content/rich-text';
import { day, target } from '../../src/publications/content/shared';
import { typeViews } from '../../src/plugins/publishing/server/edit-view';
import { componentViews } from '../../src/plugins/publishing/server/edit-view/components';

const SOURCE = path.resolve(__dirname, '../../src');

interface Attribute {
  readonly type: string;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly relation?: string;
  readonly target?: string;
  readonly inversedBy?: string;
  readonly mappedBy?: string;
  readonly component?: string;
  readonly repeatable?: boolean;
  readonly regex?: string;
  readonly multiple?: boolean;
  readonly allowedTypes?: readonly string[];
  readonly targetField?: string;
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

interface Schema {
  readonly kind?: string;
  readonly options: { readonly draftAndPublish?: boolean };
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
  readonly attributes: Readonly<Record<string, Attribute>>;
}

const readSchema = (file: string) =>
  JSON.parse(readFileSync(path.join(SOURCE, file), 'utf8')) as Schema;
const schemaOf = (type: string) => readSchema(`api/${type}/content-types/${type}/schema.json`);
const componentOf = (uid: string) => readSchema(`components/${uid.replace('.', '/')}.json`);

const componentUids = readdirSync(path.join(SOURCE, 'components')).flatMap((group) =>
  readdirSync(path.join(SOURCE, 'components', group)).map(
    (file) => `${group}.${path.parse(file).name}`,
  ),
);

/** Which type a field of targets leads to. */
const TARGETS: Readonly<Record<string, string>> = {
  references: 'reference',
  safetyNotices: 'safety-notice',
  phases: 'therapy-phase',
  locations: 'location',
  services: 'service',
  condition: 'condition',
};

/** What Strapi must keep for a field of the contract; `extra` are properties that the editor's side alone decides. */
function expectAttribute(name: string, field: z.ZodType, attribute: Attribute): void {
  const isNullable = field instanceof z.ZodNullable;
  const shape = (isNullable ? field.unwrap() : field) as z.ZodType;

  if (shape === richText)
    return expect(attribute).toMatchObject({ type: 'blocks', ...required(!isNullable) });
  if (shape === storedFile) {
    // Null in a draft, so null in the contract; but nobody publishes a picture without its file.
    return expect(attribute).toMatchObject({
      type: 'media',
      multiple: false,
      required: true,
      allowedTypes: ['images'],
    });
  }
  if (shape instanceof z.ZodArray) {
    const element: unknown = shape.element;
    return expectMany(name, element as z.ZodType, attribute);
  }
  if (shape instanceof z.ZodObject) {
    expect(attribute).toMatchObject({
      type: 'component',
      repeatable: false,
      ...required(!isNullable),
    });
    return expectFields(shape, componentOf(attribute.component ?? '').attributes);
  }
  if (shape === target) return expectRelation(name, 'oneToOne', attribute);

  expect(attribute).toMatchObject({ ...scalar(shape), ...required(!isNullable) });
  if (shape instanceof z.ZodString && shape !== day) {
    expect(['string', 'text', 'uid', 'email']).toContain(attribute.type);
  }
  if (name === 'slug') expect(attribute.type).toBe('uid');
}

const required = (isRequired: boolean) => (isRequired ? { required: true } : {});

function scalar(shape: z.ZodType): object {
  if (shape === day) return { type: 'date' };
  if (shape instanceof z.ZodEnum) return { type: 'enumeration', enum: shape.options };
  if (shape instanceof z.ZodBoolean)
    return { type: 'boolean', default: expect.any(Boolean) as boolean };
  if (shape instanceof z.ZodNumber) return { type: shape.isInt ? 'integer' : 'float' };
  if (shape instanceof z.ZodString) return {};
  throw new Error(`No content type is meant to have a field like this: ${shape.def.type}`);
}

function expectMany(name: string, element: z.ZodType, attribute: Attribute): void {
  if (element === target) return expectRelation(name, 'oneToMany', attribute);
  expect(attribute).toMatchObject({ type: 'component', repeatable: true });
  expect(element).toBeInstanceOf(z.ZodObject);
  expectFields(element as z.ZodObject, componentOf(attribute.component ?? '').attributes);
}

function expectRelation(name: string, relation: string, attribute: Attribute): void {
  const type = TARGETS[name] ?? '';
  expect(attribute).toMatchObject({ type: 'relation', relation, target: `api::${type}.${type}` });
  // Strapi drops unpublished targets at publish; required, they would make publishing a document depend on another.
  expect(attribute.required).toBeUndefined();
}

function expectFields(shape: z.ZodObject, attributes: Readonly<Record<string, Attribute>>): void {
  expect(Object.keys(attributes)).toEqual(Object.keys(shape.shape));
  const fields: Readonly<Record<string, z.ZodType>> = shape.shape;
  for (const [name, field] of Object.entries(fields)) {
    const attribute = attributes[name];
    if (attribute) expectAttribute(name, field, attribute);
    // Strapi keeps null for "not required", never a field that is required but nullable.
    if (field instanceof z.ZodNullable && field.unwrap() !== storedFile)
      expect(attribute?.required).toBeUndefined();
  }
}

describe.each(contentTypeNames)('the content type %s', (type) => {
  const schema = schemaOf(type);
  const attributes = Object.entries(schema.attributes);

  it('has exactly the fields of the publication log, in kind, values, cardinality and nullability', () => {
    expectFields(contentSchemas[type], schema.attributes);
  });

  it('keeps drafts apart from what is published', () => {
    expect(schema.options.draftAndPublish).toBe(true);
    expect(schema.kind).toBe(type === 'practice' ? 'singleType' : 'collectionType');
  });

  it(
    unlocalizedTypes.has(type) ? 'is the same in every language' : 'is localised in every field',
    () => {
      const isLocalized = (options: Schema['pluginOptions']) => options?.i18n?.localized === true;
      const expected = !unlocalizedTypes.has(type);
      expect(isLocalized(schema.pluginOptions)).toBe(expected);
      expect(
        attributes.filter(([, attribute]) => isLocalized(attribute.pluginOptions) !== expected),
      ).toEqual([]);
    },
  );

  it('makes its slug from a field that every document has', () => {
    const { slug } = schema.attributes;
    if (!slug) return expect(type).toBe('practice');
    expect(schema.attributes[slug.targetField ?? '']).toMatchObject({
      type: 'string',
      required: true,
    });
  });

  it('has no REST routes, controllers or services', () => {
    expect(readdirSync(path.join(SOURCE, 'api', type))).toEqual(['content-types']);
  });

  it('describes every field to the editor and shows each one once', () => {
    expectView(typeViews[type], schema);
    expect(Object.keys(schema.attributes)).toEqual(
      expect.arrayContaining([...typeViews[type].list]),
    );
  });
});

describe.each(componentUids)('the component %s', (uid) => {
  it('describes every field to the editor and shows each one once', () => {
    const view = componentViews[uid];
    if (!view) throw new Error('It has no edit view.');
    expectView(view, componentOf(uid));
  });

  it('is used', () => {
    const schemas = [...contentTypeNames.map(schemaOf), ...componentUids.map(componentOf)];
    const used = schemas.flatMap(({ attributes }) =>
      Object.values(attributes).map(({ component }) => component),
    );
    expect(used).toContain(uid);
  });
});

const WHOLE_ROW: ReadonlySet<string> = new Set(['component', 'blocks']);

function expectView(
  view: (typeof typeViews)['faq'] | (typeof componentViews)[string],
  schema: Schema,
): void {
  const names = Object.keys(schema.attributes);
  expect(Object.keys(view.fields).sort()).toEqual([...names].sort());
  expect(view.rows.flat().sort()).toEqual([...names].sort());
  expect(names).toContain(view.mainField);
  for (const { label, description } of Object.values(view.fields)) {
    expect(label).toMatch(/^[A-Z]/);
    expect(description).toMatch(/[.?!]$/);
  }
  for (const row of view.rows) {
    // Strapi gives components and formatted text the whole width and moves them to the end where they lack it.
    if (row.some((name) => WHOLE_ROW.has(schema.attributes[name]?.type ?? '')))
      expect(row).toHaveLength(1);
    expect(12 % row.length).toBe(0);
  }
}

describe('relations', () => {
  const schemas = [...contentTypeNames.map(schemaOf), ...componentUids.map(componentOf)];
  const relations = schemas.flatMap(({ attributes }) =>
    Object.values(attributes).filter(({ type }) => type === 'relation'),
  );

  it('have one owner: no target knows of them', () => {
    expect(relations).not.toEqual([]);
    expect(relations.filter((relation) => relation.inversedBy ?? relation.mappedBy)).toEqual([]);
  });
});

describe('patterns', () => {
  const schemas = [...contentTypeNames.map(schemaOf), ...componentUids.map(componentOf)];

  it('are left to the checks that tell editors in words what is expected', () => {
    const attributes = schemas.flatMap((schema) => Object.values(schema.attributes));
    expect(attributes.filter(({ regex }) => regex !== undefined)).toEqual([]);
  });
});
