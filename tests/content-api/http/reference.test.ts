import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { readFile } from 'node:fs/promises';
import request from 'supertest';
import { EXAMPLES } from '../../../src/content-api/http/examples';
import { chromiumOnThisMachine, openOfflineChromium } from '../../support/chromium';
import type { TestContentApi } from '../../support/content-api';
import { startWithSamplePractice } from '../../support/sample-practice';

const executable = chromiumOnThisMachine();
let api: TestContentApi;
let sdl: string;

beforeAll(async () => {
  api = await startWithSamplePractice();
  sdl = (await request(api.url).get('/schema.graphql')).text;
});
afterAll(() => api.close());

describe('the examples of the explorer', () => {
  it('are valid, and answered of the sample practice', async () => {
    const schema = buildSchema(sdl);
    for (const { query, variables = '{}' } of EXAMPLES) {
      expect(validate(schema, parse(query))).toEqual([]);
      if (query.includes('subscription ')) continue;
      const data = await api.data<object>(query, JSON.parse(variables) as object);
      expect(Object.values(data)).toEqual([expect.anything()]);
    }
  });
});

describe('/graphql/reference', () => {
  it('tells every type, and every field, with its description, and links to nothing that is not there', async () => {
    const { text, type, headers } = await request(api.url).get('/graphql/reference').expect(200);
    expect(type).toBe('text/html');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    const anchors = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((link) => !anchors.has(link))).toEqual([]);
    for (const one of Object.values(buildSchema(sdl).getTypeMap())) {
      if (one.name.startsWith('__')) continue;
      expect(anchors).toContain(one.name);
      if (!isObjectType(one) && !isInterfaceType(one) && !isInputObjectType(one)) continue;
      for (const field of Object.keys(one.getFields()))
        expect(anchors).toContain(`${one.name}.${field}`);
    }
    expect(text).toContain('Any document, by its id');
  });

  (executable ? it : it.skip)('is a page in which axe finds nothing', async () => {
    const browser = await openOfflineChromium(executable ?? '');
    try {
      const page = await (await browser.newContext({ bypassCSP: true })).newPage();
      await page.goto(`${api.url}/graphql/reference`);
      await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
      const found = await page.evaluate<string[]>(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
      );
      expect(found).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
