import { sha256 } from './canonical';
import { isKnownForm } from './entry-form';
import { newerThanThisRelease } from './newer';
import { GENESIS, type Sequence, type Sha256 } from './publication';
import type { LogReader } from './reader';
import { chainHashOf, publicationOf, type LogRow } from './row';

/** How many rows are read at a time. */
const BATCH = 1_000;

/** One thing that is wrong with the log, at one entry. */
export interface LogFault {
  readonly sequence: number;
  readonly message: string;
}

/** What verifying a log has found. */
export interface Verdict {
  readonly faults: readonly LogFault[];
  /** Entries of a later release: what this one does not know in them. */
  readonly newer: readonly (LogFault & { readonly release: string | null })[];
}

/**
 * Reads the whole log and checks what must hold of it: sequences without gaps, times that never go back, contents
 * that match their hash, revisions that count from 1, a chain that links every entry to the one before it.
 *
 * @param onProgress told the last sequence checked, after each batch.
 */
export async function verifyLog(
  reader: Pick<LogReader, 'readAfter'>,
  onProgress: (sequence: number) => void,
): Promise<Verdict> {
  const faults: LogFault[] = [];
  const newer: Verdict['newer'][number][] = [];
  const revisions = new Map<string, number>();
  let previous: Pick<LogRow, 'sequence' | 'time' | 'chain_hash'> = {
    sequence: 0,
    time: '',
    chain_hash: GENESIS,
  };

  for (;;) {
    const rows = await reader.readAfter(previous.sequence as Sequence, BATCH);
    for (const row of rows) {
      const fault = (message: string) => faults.push({ sequence: row.sequence, message });
      if (row.sequence !== previous.sequence + 1)
        fault(`Follows entry ${previous.sequence}: entries are missing.`);
      if (row.time < previous.time)
        fault(`Its time ${row.time} is before that of the entry before it.`);
      const { chain_hash: chainHash, ...unchained } = row;
      const isChained =
        !isKnownForm(row.form) ||
        chainHash === chainHashOf(previous.chain_hash as Sha256, unchained);
      if (!isChained) {
        fault('Its chain hash does not follow from the entry before it and its own fields.');
      }
      if (row.content !== null && sha256(row.content) !== row.content_hash) {
        fault('Its content does not match its content hash.');
      }
      if (row.kind === 'Published') {
        const subject = `${row.type} ${row.document_id} ${row.locale}`;
        const expected = (revisions.get(subject) ?? 0) + 1;
        if (row.revision !== expected)
          fault(`Its revision is ${row.revision}, but ${expected} was to come.`);
        revisions.set(subject, row.revision ?? expected);
      }
      const unknown = newerThanThisRelease(row);
      // What somebody made up is no newer: there, the chain is broken already.
      if (unknown !== null && isChained)
        newer.push({ sequence: row.sequence, message: unknown, release: row.release });
      else if (unknown === null) {
        try {
          publicationOf(row);
        } catch (error) {
          fault(`It cannot be read: ${String((error as Error).cause ?? error)}`);
        }
      }
      previous = row;
    }
    if (rows.length === 0) return { faults, newer };
    onProgress(previous.sequence);
  }
}
