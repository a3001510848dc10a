import { variablesOf, type Fewest, type Question } from '../questions/question';

/** Where a server is asked. */
export interface Target {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A GET as it goes over the wire. */
export function getRequest(target: Target): Buffer {
  return Buffer.from(head('GET', target, {}));
}

/** A POST of a GraphQL question as it goes over the wire. */
export function postRequest(target: Target, body: string): Buffer {
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
  };
  return Buffer.from(head('POST', target, headers) + body);
}

/** Gives the n-th question's body. The text of the query is made into JSON once. */
export function bodies(question: Question, fewest: Fewest): (n: number) => string {
  const query = JSON.stringify(question.query);
  return (n) =>
    `{"query":${query},"variables":${JSON.stringify(variablesOf(question, fewest, n))}}`;
}

function head(method: string, target: Target, more: Readonly<Record<string, string>>): string {
  const headers = {
    host: `127.0.0.1:${target.port}`,
    accept: 'application/graphql-response+json',
    connection: 'keep-alive',
    ...target.headers,
    ...more,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${target.path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
