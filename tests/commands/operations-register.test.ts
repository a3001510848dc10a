import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import { createHash } from 'node:crypto';
import { runCommand, type CommandOutcome } from '../support/command';
import { Hub } from '../support/hub';
import { until } from '../support/until';

const FAQS = 'query Faqs { faqs { nodes { id } } }\n';
let hub: Hub;

beforeAll(async () => {
  hub = await Hub.start('SQLite', { CONTENT_API_REGISTERED_ONLY: 'true' });
});
afterAll(() => hub.stop());

async function register(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<CommandOutcome> {
  const place = path.join(hub.folder.path, folder);
  await mkdir(path.join(place, 'pages'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(place, name), text);
  return runCommand({ folder: hub.folder }, 'operations-register', folder);
}

async function statusOf(query: string): Promise<number> {
  const asked = request(hub.strapi.url).post('/graphql');
  return (await asked.set('Accept', 'application/graphql-response+json').send({ query })).status;
}

it('registers every operation of a folder, or says what is wrong with which and registers none', async () => {
  const refused = await register('broken', {
    'faqs.graphql': FAQS,
    'pages/phase.graphql': 'query Phase { therapyPhase(id: "x") { body { html } } }',
    'pages/typo.graphql': 'query Typo { faqs { node { id } } }',
  });
  expect(refused.exitCode).toBe(1);
  expect(refused.errors).toContain('pages/phase.graphql: Selection "therapyPhase');
  expect(refused.errors).toContain('pages/typo.graphql: Cannot query field "node"');
  expect(await statusOf(FAQS)).toBe(400);

  const files = { 'faqs.graphql': FAQS, 'pages/name.graphql': '{ practice { name } }' };
  const registered = await register('site', files);
  expect(registered.output.trim()).toBe('Registered for site: 2 new, 0 known before.');
  await until(async () => (await statusOf(FAQS)) === 200);
  const documentId = `sha256:${createHash('sha256').update(FAQS).digest('hex')}`;
  const byHash = await request(hub.strapi.url).get('/graphql').query({ documentId });
  expect(byHash.body).toEqual({ data: { faqs: { nodes: [] } } });
  expect(await statusOf('{ faqs { totalCount } }')).toBe(400);
});
