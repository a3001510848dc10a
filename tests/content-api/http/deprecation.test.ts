import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import request from 'supertest';
import { deprecationDates } from '../../../src/content-api/answering/deprecation';
import { contentSchema } from '../../../src/content-api/graphql/schema';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';
import { TestKeys } from '../../support/keys';

it('is told with both its dates, a year apart or more, wherever the schema has it', () => {
  const reasons = Object.values(contentSchema().getTypeMap()).flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map((value) => value.deprecationReason);
    if (isInputObjectType(type)) {
      return Object.values(type.getFields()).map((field) => field.deprecationReason);
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      field.deprecationReason,
      ...field.args.map((argument) => argument.deprecationReason),
    ]);
  });
  for (const reason of reasons) {
    // GraphQL's own introspection types have reasons of their own.
    if (reason == null) continue;
    const dates = deprecationDates(reason);
    expect([reason, dates]).not.toEqual([reason, null]);
    const days = (Date.parse(dates?.until ?? '') - Date.parse(dates?.since ?? '')) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(365);
  }
});

describe('a field that is to go', () => {
  const keys = new TestKeys();
  const key = keys.make('key', { name: 'practice site' });
  const schema = contentSchema();
  const edition = schema.getQueryType()?.getFields().edition;
  if (!edition) throw new Error('There is no field to deprecate.');
  edition.deprecationReason = 'since 2026-11-24, until 2027-11-24: use nothing.';
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(clinic(), { keyReader: keys.reader, schema });
  });
  afterAll(() => api.close());

  it('answers as before, and says until when, also from memory and to who holds the answer', async () => {
    let etag = '';
    for (let time = 0; time < 3; time += 1) {
      const { status, headers } = await request(api.url)
        .get('/graphql?query={edition{id}}')
        .set({ Authorization: `Bearer ${key}`, 'If-None-Match': etag });
      expect(status).toBe(time === 0 ? 200 : 304);
      expect(headers).toMatchObject({
        deprecation: `@${Date.parse('2026-11-24') / 1_000}`,
        sunset: 'Wed, 24 Nov 2027 00:00:00 GMT',
      });
      etag = String(headers.etag);
    }
    const { headers } = await api.ask('{ practice { name } }');
    expect([headers.deprecation, headers.sunset]).toEqual([undefined, undefined]);
  });

  it('is counted by who still asks for it', async () => {
    const { text } = await request(api.url).get('/metrics');
    expect(text).toMatch(
      /content_api_deprecated_uses_total\{caller="practice site",use="The field Query.edition is deprecated[^"]*"\} 3\n/,
    );
  });
});
