import type { DatabaseSetting } from '../../environment';
import { postgresReader } from '../../publications/postgres-reader';
import type { LogReader } from '../../publications/reader';
import { sqliteReader } from '../../publications/sqlite-reader';
import type { FollowerLog, Scheduler } from './follower';

/** The reader that a database setting asks for. */
export function logReader(database: DatabaseSetting, log: FollowerLog): LogReader {
  if (database.kind === 'sqlite') return sqliteReader(database.file);
  return postgresReader(database.setting, (cause) =>
    log.warn(
      { err: cause },
      'PostgreSQL does not let this process listen; it looks at the log every second',
    ),
  );
}

/** Node's clock and timers, which do not keep a process alive. */
export const systemScheduler: Scheduler = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
