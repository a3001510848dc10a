import { WriterBusyError } from './writer-queue';

/** Why the database did not do what was asked of it, as far as somebody can act on it. */
export interface DatabaseFailure {
  readonly code:
    'DISK_FULL' | 'DATABASE_AWAY' | 'DATABASE_BUSY' | 'NOT_COMMITTED' | 'COMMIT_UNKNOWN';
  /** HTTP status. */
  readonly status: 500 | 503 | 507;
  /** For the person at the panel: what happened to what they did, and what to do. */
  readonly message: string;
}

/** A COMMIT that failed: what the transaction did is not kept, unless the connection was lost on the way. */
export class CommitError extends Error {
  override readonly name = 'CommitError';

  constructor(cause: unknown) {
    super('The transaction was not committed.', { cause });
  }
}

const DISK_FULL: DatabaseFailure = {
  code: 'DISK_FULL',
  status: 507,
  message:
    'The disk of the database is full. Nothing was saved, and the public sees what it saw before. ' +
    'Tell the person who runs this site to make room on it, then do it again.',
};
const DATABASE_AWAY: DatabaseFailure = {
  code: 'DATABASE_AWAY',
  status: 503,
  message:
    'The database is away. Nothing was saved, and the public goes on seeing what it saw. Try again in a minute.',
};
const NOT_COMMITTED: DatabaseFailure = {
  code: 'NOT_COMMITTED',
  status: 500,
  message:
    'The database did not keep the change. Nothing was saved, and the public sees what it saw before. ' +
    'Tell the person who runs this site; the log of the program says why.',
};
const COMMIT_UNKNOWN: DatabaseFailure = {
  code: 'COMMIT_UNKNOWN',
  status: 503,
  message:
    'The database went away at the last moment, so that it is not known whether the change was kept. ' +
    'Look at it in a minute, before you do it again.',
};

/** SQLSTATE of a lock that was not to be had in time, SQLite's result codes for the same. */
const BUSY_CODE = /^(55P03|SQLITE_BUSY\w*)$/;

function busy(who: string): DatabaseFailure {
  return {
    code: 'DATABASE_BUSY',
    status: 503,
    message: `${who} is writing just now, and has been for a while. Nothing was saved. Try again in a moment.`,
  };
}

/** SQLSTATE class 53 (of which 53100 is a full disk), SQLite's result code, the operating system's. */
const FULL_CODES: ReadonlySet<string> = new Set(['53100', 'SQLITE_FULL', 'ENOSPC', 'EDQUOT']);
/**
 * SQLSTATE class 08 and 57P0x (connections that end, a server that stops or starts), too many connections, and what the
 * network says.
 */
const AWAY_CODE =
  /^(08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;
/** What the driver says without a code; Strapi puts the statement in front of it. */
const AWAY_MESSAGE =
  /(^| - )(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Connection ended unexpectedly)/;

/** What an error tells of the database; null where it is about something else. */
export function databaseFailureOf(error: unknown): DatabaseFailure | null {
  const causes = [...causesOf(error)];
  const isCommit = causes.some((cause) => cause instanceof CommitError);
  if (causes.some(({ code }) => code !== undefined && FULL_CODES.has(code))) return DISK_FULL;
  const waited = causes.find((cause) => cause instanceof WriterBusyError);
  if (waited) return busy(waited.writer.name);
  if (causes.some(({ code }) => BUSY_CODE.test(code ?? ''))) return busy('Another program');
  if (causes.some(isAway)) return isCommit ? COMMIT_UNKNOWN : DATABASE_AWAY;
  return isCommit ? NOT_COMMITTED : null;
}

function isAway({ code, message }: Fault): boolean {
  return AWAY_CODE.test(code ?? '') || AWAY_MESSAGE.test(message);
}

interface Fault extends Error {
  readonly code?: string;
}

function* causesOf(error: unknown): Generator<Fault> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    yield cause;
    if (cause instanceof AggregateError) for (const each of cause.errors) yield* causesOf(each);
  }
}
