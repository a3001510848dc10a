import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseImportFile } from '../../src/plugins/publishing/server/import/parse';
import type { Sha256 } from '../../src/publications/publication';
import { TestContentApi } from './content-api';
import { englishAndSpanish, TestLog } from './publications';

const SAMPLE = path.resolve(__dirname, '../../database/sample/practice.yaml');
/** What the sample's relative days count from. */
const TODAY = new Date('2026-01-05T09:00:00Z');

/** A content API with the sample practice, pictures and all, as `npm start` publishes it, but without Strapi. */
export async function startWithSamplePractice(): Promise<TestContentApi> {
  const parsed = await parseImportFile(SAMPLE, TODAY);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  const log = new TestLog();
  log.configure(englishAndSpanish);
  for (const { type, key, publish, versions } of parsed.plan.documents) {
    for (const { locale, content } of publish ? versions : []) {
      log.publish(type, key, { content, ...(locale !== null && { locale }) });
    }
  }
  const api = await TestContentApi.start(log);
  for (const { sha256, filePath } of parsed.plan.pictures) {
    await api.media.put(sha256 as Sha256, await readFile(filePath));
  }
  return api;
}
