import type { DatabaseSetting, Environment } from '../environment';
import { EnvironmentError } from '../environment';

/** Why a process cannot start, for who started it: a stable code, what is wrong and where, what to do. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';

  constructor(
    readonly code: string,
    readonly what: string,
    readonly whatToDo: string,
    options?: ErrorOptions,
  ) {
    super(`${what} ${whatToDo}`, options);
  }
}

/** A log that could not be opened. PostgreSQL is waited for; a file that cannot be read does not mend itself. */
export function unreadableDatabase(database: DatabaseSetting, cause: unknown): StartFailure {
  const where = database.kind === 'sqlite' ? database.file : 'the database of DATABASE_URL';
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (reason.includes('no such table')) {
    return new StartFailure(
      'NO_LOG',
      `There is no publication log in ${where}.`,
      'Start the hub once with npm start, or see that DATA_FOLDER names the right place.',
      { cause },
    );
  }
  return new StartFailure(
    'DATABASE_UNREADABLE',
    `The publication log in ${where} cannot be read: ${reason.replace(/\.$/, '')}.`,
    'Start the hub once with npm start, or see that DATA_FOLDER names the right place and this user may read it.',
    { cause },
  );
}

/** A port that could not be listened on. */
export function cannotListen({ host, port }: Environment, cause: unknown): StartFailure {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new StartFailure(
      'PORT_IN_USE',
      `Another process listens on port ${port} of ${host}.`,
      'End that process, or choose another port in PORT.',
      { cause },
    );
  }
  return new StartFailure(
    'CANNOT_LISTEN',
    `This process may not listen on port ${port} of ${host}: ${message}.`,
    'Give an address of this machine in HOST, and in PORT a port that this user may use (1024 or above).',
    { cause },
  );
}

/** What the person who started the process reads; the stack only where nobody foresaw the cause. */
export function explainFailure(error: unknown): string {
  if (error instanceof EnvironmentError || error instanceof StartFailure) {
    return `${error.code} ${error.message}`;
  }
  return `START_FAILED ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
