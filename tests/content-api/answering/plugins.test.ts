import 'reflect-metadata';
import type { ApolloServerPlugin } from '@apollo/server';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Authorized, UseMiddleware } from 'type-graphql';
import type { AnsweringContext } from '../../../src/content-api/answering/exchange';
import { Faq } from '../../../src/content-api/graphql/faq/faq.type';
import { contentSchema } from '../../../src/content-api/graphql/schema';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';

type Plugin = ApolloServerPlugin<AnsweringContext>;

/** Counts the fields that are resolved, as tracing does; an object with private members, as some are. */
class FieldCount implements Plugin {
  readonly #counts = new Map<string, number>();

  get counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  requestDidStart() {
    return Promise.resolve({
      executionDidStart: () =>
        Promise.resolve({
          willResolveField: ({
            info,
          }: {
            info: { parentType: { name: string }; fieldName: string };
          }) => {
            const field = `${info.parentType.name}.${info.fieldName}`;
            this.#counts.set(field, (this.#counts.get(field) ?? 0) + 1);
          },
        }),
    });
  }
}

/** Notes each operation that begins and ends, with what it was told. */
function operationTimes(told: string[]): Plugin {
  return {
    requestDidStart: () => {
      let name = '';
      return Promise.resolve({
        didResolveOperation: ({ operationName }) => {
          name = operationName ?? 'nameless';
          return Promise.resolve();
        },
        didEncounterErrors: ({ errors }) => {
          told.push(
            `${name} failed: ${errors.map(({ extensions }) => String(extensions.code)).join()}`,
          );
          return Promise.resolve();
        },
        willSendResponse: ({ response }) => {
          response.http.headers.set('x-seen', name);
          told.push(`${name} ended`);
          return Promise.resolve();
        },
      });
    },
  };
}

const FAQS = 'query Faqs { faqs(first: 2) { totalCount nodes { id question } } }';

describe('a plugin of somebody else’s', () => {
  let api: TestContentApi;
  let plain: TestContentApi;
  beforeEach(async () => {
    plain = await TestContentApi.start(clinic());
  });
  afterEach(async () => {
    await api.close();
    await plain.close();
  });

  it('that counts fields sees each field of each question that is not answered as before', async () => {
    const fields = new FieldCount();
    api = await TestContentApi.start(clinic(), { plugins: [fields] });
    for (const first of [1, 2]) {
      const query = `{ faqs(first: ${first}) { totalCount nodes { id question } } }`;
      const { text } = await api.ask(query).expect(200);
      expect(text).toBe((await plain.ask(query)).text);
    }
    expect(fields.counts).toEqual({
      'Query.faqs': 2,
      'FaqConnection.totalCount': 2,
      'FaqConnection.nodes': 2,
      'Faq.id': 3,
      'Faq.question': 3,
    });
    const { text } = await api.ask('{ faqs(first: 1000) { totalCount } }').expect(400);
    expect(text).toContain('BAD_USER_INPUT');
  });

  it('that counts fields leaves the compiled queries of others as they are', async () => {
    const query = '{ services { nodes { name phases { title } faqs(first: 1) { totalCount } } } }';
    // One schema for both: the plugin has its way put round every resolver of it.
    const schema = contentSchema();
    const fields = new FieldCount();
    api = await TestContentApi.start(clinic(), { schema, plugins: [fields] });
    const other = await TestContentApi.start(clinic(), { schema });
    try {
      const before = (await other.ask(query)).text;
      await api.ask(query).expect(200);
      const anew = `${query} # again`;
      expect((await other.ask(anew)).text).toBe(before);
    } finally {
      await other.close();
    }
  });

  it('that times operations sees those that are answered, refused and broken, and adds its headers', async () => {
    const told: string[] = [];
    api = await TestContentApi.start(clinic(), { plugins: [operationTimes(told)] });
    const { headers, text } = await api.ask(FAQS).expect(200);
    expect(headers['x-seen']).toBe('Faqs');
    expect(text).toBe((await plain.ask(FAQS)).text);
    await api.ask('query Deep { faqs(first: 1000) { totalCount } }').expect(400);
    await api.ask('query Unsafe { service(slug: "kap") { body { html } } }').expect(400);
    expect(told).toEqual([
      'Faqs ended',
      'Deep failed: BAD_USER_INPUT',
      'Deep ended',
      'Unsafe failed: SAFETY_NOT_SELECTED',
      'Unsafe ended',
    ]);
  });

  it('that looks into a result, or changes it, is given it, and has its way', async () => {
    const seen: unknown[] = [];
    api = await TestContentApi.start(clinic(), {
      plugins: [
        {
          requestDidStart: () =>
            Promise.resolve({
              willSendResponse: ({ response: { body } }) => {
                if (body.kind === 'single') {
                  seen.push(body.singleResult.data);
                  body.singleResult.extensions = { seen: true };
                }
                return Promise.resolve();
              },
            }),
        },
      ],
    });
    const query = '{ practice { name } }';
    const { data } = (await plain.ask(query)).body as { data: object };
    expect((await api.ask(query)).body).toEqual({ data, extensions: { seen: true } });
    expect(seen).toEqual([data]);
  });
});

describe('a decorator that would have no effect', () => {
  it('stops the build of the schema, and is named', () => {
    // As the decorators do it themselves; they cannot be taken off again, so this comes last.
    Authorized('editor')(Faq.prototype, 'question');
    expect(contentSchema).toThrow(/@Authorized on Faq\.question would have no effect/);
    UseMiddleware(() => Promise.resolve())(Faq.prototype, 'answer');
    expect(contentSchema).toThrow(/no effect/);
  });
});
