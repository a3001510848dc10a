import type { Dice } from '../../bench/practice/dice';
import type { RandomQuestion } from '../random-query';
import type { Asked } from './asked';
import type { Asker } from './askers';
import { othersTexts, registeredTexts } from './base-questions';
import type { KnownTexts } from './meaning';

const plain = { path: '/graphql', isEscaped: false, batch: 0, encoding: 'utf8' } as const;
/** By their hash alone these can be asked for at once. */
const REGISTERED = new Set([...registeredTexts, ...othersTexts]);
const ACCEPT = ['Accept', 'application/graphql-response+json'] as const;

/** A question in one of the forms in which clients ask. */
export function validRequest(
  { query, variables }: RandomQuestion,
  asker: Asker,
  dice: Dice,
  known: KnownTexts,
): Asked {
  const hash = known.add(query);
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  const byHash = [{ extensions }, { documentId: `sha256:${hash}` }];
  const saying = dice.pick([
    { query },
    { query },
    { query, extensions },
    ...(REGISTERED.has(query) ? byHash : [{ query }]),
  ]);
  const members = Object.entries({
    ...saying,
    ...(Object.keys(variables).length > 0 && { variables }),
  });
  if (dice.chance(0.5)) {
    const headers = [['Content-Type', 'application/json'], ACCEPT] as const;
    return { ...plain, asker, method: 'POST', parameters: [], headers, members };
  }
  const parameters = members.map(([name, value]) => {
    const written = typeof value === 'string' ? value : JSON.stringify(value);
    return [name, written] as const;
  });
  const method = dice.chance(0.85) ? 'GET' : 'HEAD';
  return { ...plain, asker, method, parameters, headers: [ACCEPT], members: null };
}
