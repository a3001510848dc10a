import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exchange } from '../support/exchange';
import { Hub } from '../support/hub';

/** On one port with the panel, whose server is Strapi's. */
describe('what a stranger sends to the whole application', () => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.start('SQLite');
  });
  afterAll(() => hub.stop());

  const answerTo = async (...lines: string[]) => {
    const text = await exchange(hub.strapi.url, `${lines.join('\r\n')}\r\n\r\n`);
    return { status: Number(text.slice(9, 12)), text };
  };
  const SAFE = [/^x-content-type-options: nosniff\r$/im, /^referrer-policy: no-referrer\r$/im];

  it.each([
    [['GET /graphql/reference HTTP/1.1', 'Host: x'], 200],
    [['GET http://x/readyz HTTP/1.1', 'Host: x'], 200],
    [['GET /readyz HTTP/1.1', 'Host: x', 'Expect: wonders'], 200],
    [['GET /readyz HTTP/1.1'], 400],
    [['GET /readyz HTTP/1.1', 'Host: x', `X: ${'x'.repeat(20_000)}`], 413],
    [['NO HTTP'], 400],
    [['GET /admin/init HTTP/1.1', 'Host: x'], 200],
    [['GET /api/services HTTP/1.1', 'Host: x'], 404],
    [['GET /uploads/nothing.png HTTP/1.1', 'Host: x'], 404],
    [['GET /content-manager/preview/url/api::faq.faq HTTP/1.1', 'Host: x'], 401],
  ])('is answered without sniffing and referrers: %j', async ([first = '', ...rest], status) => {
    const answer = await answerTo(first, 'Connection: close', ...rest);
    expect([answer.text.slice(0, 1_500), answer.status]).toEqual([expect.anything(), status]);
    for (const header of SAFE) expect(answer.text).toMatch(header);
    expect(answer.text).not.toContain('node_modules');
  });

  it('is shown no page that another site may frame', async () => {
    for (const address of ['/graphql/reference', '/graphql', '/admin', '/']) {
      const { text } = await answerTo(
        `GET ${address} HTTP/1.1`,
        'Host: x',
        'Accept: text/html',
        'Connection: close',
      );
      expect([address, text.slice(0, 3_000)]).toEqual([
        address,
        expect.stringMatching(/^content-security-policy: .*frame-ancestors '(self|none)'/im),
      ]);
    }
  });
});
