import path from 'node:path';
import { parseImportFile } from '../../src/plugins/publishing/server/import/parse';
import { formatProblem } from '../../src/plugins/publishing/server/import/problem';
import { TestLog, englishAndSpanish } from './publications';

const SAMPLE = path.resolve(__dirname, '../../database/sample/practice.yaml');

/** The sample practice, published as a whole; each document's id is its key. */
export async function sampleLog(): Promise<TestLog> {
  const result = await parseImportFile(SAMPLE, new Date('2034-05-06T07:08:09Z'));
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  const log = new TestLog();
  log.configure(englishAndSpanish);
  for (const { type, key, versions } of result.plan.documents) {
    for (const { locale, content } of versions) {
      log.publish(type, key, { ...(locale !== null && { locale }), content });
    }
  }
  return log;
}
