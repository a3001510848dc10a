import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Cell } from '../measurements/rates';
import { questionNames } from '../questions/question';
import { record, withFewHeaders } from './recording';

const BODY = '{"data":{"one":"é"}}';
const TAG = '"a1"';

describe('A recording', () => {
  let server: Server;
  let cells: Cell[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume().on('end', () => {
        if (request.headers['if-none-match'] === TAG)
          response.writeHead(304, ['ETag', TAG, 'x-cost', '12']).end();
        else
          response
            .writeHead(200, ['X-Twice', '1', 'x-twice', '2', 'Content-Length', '21'])
            .end(BODY);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const target = { port: (server.address() as AddressInfo).port, path: '/graphql', headers: {} };
    const contender = {} as Cell['contender'];
    const text = { query: '{ one }', subject: { variable: 'slug', values: ['a'] } };
    const fewest = { clinicians: 1, faqs: 1 };
    cells = questionNames.flatMap((question): Cell[] => [
      {
        mode: 'hot',
        question,
        contender,
        target,
        asking: { kind: 'hot', question: text, fewest, n: 0 },
      },
      {
        mode: 'unchanged',
        question,
        contender,
        target: { ...target, headers: { 'if-none-match': TAG } },
        asking: { kind: 'get', status: 304 },
      },
    ]);
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('has names and values in the order and spelling that were sent, without what Node adds to every answer', async () => {
    const [list] = await record(cells);
    expect(list).toEqual({
      question: 'LIST',
      whole: {
        status: 200,
        head: ['X-Twice', '1', 'x-twice', '2', 'Content-Length', '21'],
        body: BODY,
      },
      tag: TAG,
      unchanged: { status: 304, head: ['ETag', TAG, 'x-cost', '12'], body: '' },
    });
  });

  it('can be told with the fewest headers', async () => {
    const [list] = (await record(cells)).map(withFewHeaders);
    expect(list?.whole.head).toEqual(['content-type', 'application/json', 'content-length', '21']);
    expect(list?.unchanged.head).toEqual(['etag', TAG]);
  });
});
