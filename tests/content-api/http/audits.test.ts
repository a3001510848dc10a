import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';

describe('GraphQL over HTTP', () => {
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(clinic());
  });
  afterAll(() => api.close());

  const audits = serverAudits({ url: () => `${api.url}/graphql`, fetchFn: fetch });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    '%s: %s',
    async (_id, _name, audit) => {
      const result = await audit.fn();
      expect([result.status, 'reason' in result ? result.reason : null]).toEqual(['ok', null]);
    },
  );
});
