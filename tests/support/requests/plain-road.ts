import { createHash } from 'node:crypto';
import { Written, type Asked } from './asked';
import type { Asker } from './askers';
import type { Meaning } from './meaning';
import type { Sender } from './reply';

/** What the plainest of all requests is answered: a POST of JSON, at an edition by its name. */
export interface PlainAnswer {
  readonly status: number;
  /** SHA-256 of its body. */
  readonly digest: string;
  readonly tag: string | undefined;
}

/** The plainest way to ask for what a request means, at another process of the same log: all others must lead to the same. */
export class PlainRoad {
  readonly #answers = new Map<string, Promise<PlainAnswer>>();

  constructor(private readonly sender: Sender) {}

  /** @param hasDrafts whether what is there now is asked for, with drafts over it; the edition must be the newest. */
  answer(
    meaning: Meaning,
    asker: Asker,
    edition: string,
    hasDrafts: boolean,
  ): Promise<PlainAnswer> {
    const key = JSON.stringify([asker.name, edition, hasDrafts, meaning]);
    const known = this.#answers.get(key);
    if (known) return known;
    const asked = this.sender
      .send(plainly(meaning, asker, hasDrafts ? null : edition))
      .then(({ status, text, headers }) => ({ status, digest: digestOf(text), tag: headers.etag }));
    this.#answers.set(key, asked);
    return asked;
  }
}

function plainly(meaning: Meaning, asker: Asker, edition: string | null): Asked {
  return {
    asker,
    method: 'POST',
    path: '/graphql',
    parameters: edition === null ? [] : [['edition', edition]],
    isEscaped: false,
    headers: [
      ['Content-Type', 'application/json'],
      ['Accept', 'application/graphql-response+json'],
    ],
    members: [
      ['query', meaning.text],
      ['operationName', meaning.operationName],
      ['variables', new Written(JSON.stringify(meaning.variables))],
    ],
    batch: 0,
    encoding: 'utf8',
  };
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
