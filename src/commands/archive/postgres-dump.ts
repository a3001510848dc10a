import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { GENESIS, type Sequence, type Sha256 } from '../../publications/publication';
import type { LogHead } from '../../publications/reader';
import { damagedBackup } from './damaged-backup';
import { newestProgram } from './postgres-programs';

/** What `pg_restore` writes ahead of a table's rows, with the names of its columns. */
const ROWS_BEGIN = /^COPY \S+\.publications \((.*)\) FROM stdin;$/;
const ROWS_END = '\\.';

/**
 * Where the log in a dump of PostgreSQL ends. The dump is read whole, so that one which is cut off is found out.
 *
 * @throws CommandFailure `BACKUP_DAMAGED` where it cannot be read, or entries are missing.
 */
export async function headInDump(file: string): Promise<LogHead> {
  const program = spawn(await newestProgram('pg_restore'), ['--file=-', file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(program, 'close') as Promise<[number | null]>;
  let said = '';
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));

  let columns: readonly string[] | null = null;
  let entries = 0;
  let head: LogHead = { sequence: 0 as Sequence, chainHash: GENESIS };
  for await (const line of createInterface({ input: program.stdout })) {
    const begun = ROWS_BEGIN.exec(line)?.[1];
    if (begun !== undefined) columns = begun.split(', ');
    else if (line === ROWS_END) columns = null;
    else if (columns !== null) {
      const fields = line.split('\t');
      const sequence = Number(fields[columns.indexOf('sequence')]) as Sequence;
      entries += 1;
      // In whatever order the table holds them.
      if (sequence > head.sequence)
        head = { sequence, chainHash: fields[columns.indexOf('chain_hash')] as Sha256 };
    }
  }
  const [code] = await ended;
  if (code !== 0) throw damagedBackup(`its dump cannot be read: ${said.trim()}`);
  if (entries !== head.sequence)
    throw damagedBackup(
      `the log in it has ${entries} entries, and its last one is ${head.sequence}`,
    );
  return head;
}
