import { describe, expect, it } from '@jest/globals';
import {
  execute,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validateSchema,
  type GraphQLNamedType,
} from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { richTextRenderer } from '../../../src/content-api/catalogue/rich-text/renderer';
import { evolveAll, emptyCatalogue } from '../../../src/content-api/catalogue/evolve';
import { contentSchema } from '../../../src/content-api/graphql/schema';
import { Readings } from '../../../src/content-api/graphql/readings';
import { sdlOf } from '../../../src/content-api/graphql/sdl';
import { clinic } from '../../support/clinic';
import { PUBLIC_URL } from '../../support/content-api';

const schema = contentSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);

const contentTypes = [
  'Service',
  'TherapyPhase',
  'Clinician',
  'Faq',
  'Condition',
  'SafetyNotice',
  'Reference',
  'Location',
  'Practice',
];

/** Everything in a type that can have a description, by its path. */
function describable(type: GraphQLNamedType): [string, string | null | undefined][] {
  const own: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type)) {
    for (const value of type.getValues())
      own.push([`${type.name}.${value.name}`, value.description]);
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      own.push([`${type.name}.${field.name}`, field.description]);
    }
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      own.push([`${type.name}.${field.name}`, field.description]);
      for (const { name, description } of field.args) {
        own.push([`${type.name}.${field.name}(${name}:)`, description]);
      }
    }
  }
  return own;
}

describe('the schema', () => {
  it('is valid', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it('is the one that clients are made from', () => {
    const file = path.resolve(__dirname, '../../../src/content-api/graphql/schema.graphql');
    expect(sdlOf(schema)).toBe(readFileSync(file, 'utf8'));
  });

  it('describes every type, field, argument and value', () => {
    const silent = types
      .filter(({ name }) => !builtIn.has(name))
      .flatMap(describable)
      .filter(([, description]) => !description);
    expect(silent.map(([place]) => place)).toEqual([]);
  });

  it('has queries and one subscription, and nothing that changes anything', () => {
    expect(schema.getMutationType()).toBeUndefined();
    expect(Object.keys(schema.getSubscriptionType()?.getFields() ?? {})).toEqual(['changed']);
  });

  it('makes every content type a document and a node', () => {
    for (const name of contentTypes) {
      const type = schema.getType(name);
      const interfaces = isObjectType(type) ? type.getInterfaces().map((each) => each.name) : [];
      expect([name, ...interfaces].sort()).toEqual([name, 'ContentDocument', 'Node'].sort());
    }
  });

  it('names enum values in capitals', () => {
    const names = types
      .filter(isEnumType)
      .flatMap((type) => type.getValues().map(({ name }) => name));
    expect(names.filter((name) => !/^[A-Z]+(_[A-Z]+)*$/.test(name))).toEqual([]);
  });

  it('answers without a promise, however deep the question', () => {
    const catalogue = evolveAll(emptyCatalogue(), clinic().publications);
    const readings = new Readings({
      publicUrl: PUBLIC_URL,
      richText: richTextRenderer(PUBLIC_URL),
    });
    const result = execute({
      schema,
      document: parse(
        '{ services(first: 5) { nodes { faqs(first: 2) { edges { cursor node { services { id } } } } } } node(id: "ana") { id } }',
      ),
      contextValue: { edition: readings.of(catalogue) },
    });
    expect(result).not.toBeInstanceOf(Promise);
    expect(result).toHaveProperty('data.services');
    expect(result).not.toHaveProperty('errors');
  });
});
