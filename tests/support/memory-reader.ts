import type { Sequence } from '../../src/publications/publication';
import type { LogReader } from '../../src/publications/reader';
import { GENESIS, type Sha256 } from '../../src/publications/publication';
import type { TestLog } from './publications';

/** Reads a log in memory; `tell` is what a database does when something was appended. */
export function memoryReader(log: TestLog): LogReader & { tell(): void } {
  const listeners = new Set<() => void>();
  const chainHashAt = (sequence: number) =>
    (log.rows[sequence - 1]?.chain_hash ?? null) as Sha256 | null;
  return {
    head: () =>
      Promise.resolve({
        sequence: log.rows.length as Sequence,
        chainHash: chainHashAt(log.rows.length) ?? GENESIS,
      }),
    chainHashAt: (sequence) => Promise.resolve(chainHashAt(sequence)),
    readAfter: (sequence, limit) => Promise.resolve(log.rows.slice(sequence, sequence + limit)),
    origins: () => Promise.resolve([]),
    listen(onChange) {
      listeners.add(onChange);
      return Promise.resolve(() => {
        listeners.delete(onChange);
        return Promise.resolve();
      });
    },
    close: () => Promise.resolve(),
    tell: () => listeners.forEach((listener) => listener()),
  };
}
