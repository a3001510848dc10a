import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Sqlite } from '../../sqlite/driver';
import { damagedBackup } from './damaged-backup';
import { newestProgram } from './postgres-programs';

/** What `pg_restore` writes ahead of a table's rows, with the names of its columns. */
const ROWS_BEGIN = /^COPY \S+\.publications \((.*)\) FROM stdin;$/;
const COLUMN = /^[a-z_]+$/;
const ROWS_END = '\\.';
const NULL = '\\N';
/** How COPY writes what would end a field or a line (PostgreSQL's manual, COPY, "Text Format"). */
const ESCAPED = /\\(.)/g;
const MEANING: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const NUMBERS = new Set(['sequence', 'revision', 'schema_version', 'form']);

/**
 * Copies the log out of a dump of PostgreSQL into a SQLite database, so that it can be read as any log. The dump is read
 * whole, so that one which is cut off is found out.
 *
 * @param target the SQLite database, which is made.
 * @throws CommandFailure `BACKUP_DAMAGED` where the dump cannot be read, or has no log.
 */
export async function copyLogOfDump(dump: string, target: string): Promise<void> {
  const program = spawn(await newestProgram('pg_restore'), ['--file=-', dump], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(program, 'close') as Promise<[number | null]>;
  let said = '';
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));

  const copy = new Sqlite(target);
  try {
    const hasLog = await copyRows(copy, program.stdout);
    const [code] = await ended;
    if (code !== 0) throw damagedBackup(`its dump cannot be read: ${said.trim()}`);
    if (!hasLog) throw damagedBackup('there is no log in it');
    copy.exec('commit');
  } catch (error) {
    if (error instanceof Sqlite.SqliteError)
      throw damagedBackup(`the log in it cannot be copied: ${error.message}`, error);
    throw error;
  } finally {
    copy.close();
  }
}

/** Whether there were any to copy, in a transaction that is left open. */
async function copyRows(copy: InstanceType<typeof Sqlite>, output: Readable): Promise<boolean> {
  copy.exec('begin');
  let insert: ((row: readonly (string | null)[]) => void) | null = null;
  let hasLog = false;
  for await (const line of linesOf(output)) {
    const columns = insert === null ? columnsIn(line) : null;
    if (columns !== null) {
      // Whoever made the backup may have written anything here, and it becomes part of a statement.
      if (!columns.every((name) => COLUMN.test(name)))
        throw damagedBackup('the log in it has columns that no log has');
      hasLog = true;
      const typed = columns.map((name) => `${name} ${NUMBERS.has(name) ? 'integer' : 'text'}`);
      copy.exec(`create table publications (${typed.join(', ')})`);
      copy.exec('create index in_order on publications (sequence)');
      const statement = copy.prepare(
        `insert into publications values (${columns.map(() => '?').join(', ')})`,
      );
      insert = (row) => void statement.run(row);
    } else if (line === ROWS_END) insert = null;
    else insert?.(line.split('\t').map(fieldOf));
  }
  return hasLog;
}

/** Null where the line begins no rows of the log. Names that are words of SQL, too, come in quotes: `"time"`. */
function columnsIn(line: string): readonly string[] | null {
  const written = ROWS_BEGIN.exec(line)?.[1]?.split(', ');
  return written?.map((name) => name.replace(/^"(.*)"$/, '$1')) ?? null;
}

function fieldOf(written: string): string | null {
  if (written === NULL) return null;
  return written.replace(ESCAPED, (_, letter: string) => MEANING[letter] ?? letter);
}

/** Lines that end with a newline and nothing else: for `readline` some signs within a text end one too (U+2028). */
async function* linesOf(output: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of output.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
