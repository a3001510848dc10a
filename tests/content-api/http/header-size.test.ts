import { exchange } from '../../support/exchange';
import { TestContentApi } from '../../support/content-api';
import { englishAndSpanish, TestLog } from '../../support/publications';

/** What nginx takes as it comes, of all headers together. */
const PROXY_BYTES = 4_096;
const WIDE = `{
  services(first: 50) { nodes { id safety { id } phases { id } faqs(first: 5) { nodes { id safety { id } } } } }
  faqs(first: 50) { nodes { id safety { id } services { id safety { id } } } }
}`;

/** A practice so wide that a page names hundreds of documents. */
function widePractice(): TestLog {
  const log = new TestLog();
  log.configure(englishAndSpanish);
  for (let number = 0; number < 60; number += 1) {
    log.publish('service', `a-service-with-a-long-name-${number}`);
    log.publish('faq', `a-question-with-a-long-name-${number}`, {
      content: { services: [`a-service-with-a-long-name-${number}`] },
    });
  }
  return log;
}

async function headersOf(api: TestContentApi, address: string): Promise<string> {
  const answer = await exchange(
    api.url,
    `GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  return answer.slice(0, answer.indexOf('\r\n\r\n'));
}

describe('All headers of an answer together', () => {
  const question = `/graphql?query=${encodeURIComponent(WIDE)}`;
  /** As long as a request may be: the address is told again where the past is asked for. */
  const ofThePast = `${question}&variables=${'%20'.repeat(600)}{}&asOf=2026-01-05T09:00:30Z`;

  it.each([
    ['of a wide page', question],
    ['of a wide page of the past', ofThePast],
    ['of the sitemap', `/graphql?query=${encodeURIComponent('{ edition { id } }')}`],
  ])('%s are no more than a proxy takes as it comes', async (_, address) => {
    const api = await TestContentApi.start(widePractice(), { rateLimit: 1_000 });
    const headers = await headersOf(api, address);
    await api.close();
    expect(headers).toMatch(/^cache-tag: /im);
    expect(headers.length).toBeLessThan(PROXY_BYTES);
  });

  it('name every document where a CDN reads them', async () => {
    const api = await TestContentApi.start(widePractice(), { hasCdn: true });
    const headers = await headersOf(api, question);
    await api.close();
    expect(headers).toContain('service:a-service-with-a-long-name-49');
    expect(headers.length).toBeGreaterThan(PROXY_BYTES);
  });
});
