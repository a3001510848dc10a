import { spawn } from 'node:child_process';

const SECOND = 1000;
/** How often it is looked whether npm is still there. */
const LOOK = SECOND / 4;
const FIRST_PAUSE = SECOND;
const LONGEST_PAUSE = 30 * SECOND;
/** What has run for so long did not fail as it started. */
const SETTLED = 60 * SECOND;
/** So many crashes in a row, none of them settled, and there is no use in another start. */
const MOST_CRASHES = 5;
/** A container or a service manager ends what takes longer, and less kindly. */
const LONGEST_END = 4.5 * SECOND;
/** With this a process says that it cannot start as things are (sysexits.h, EX_CONFIG), and not that it crashed. */
export const REFUSED = 78;

/**
 * Keeps a program running: starts it again when it crashes, later and later, and passes on the signals by which it is
 * told to end, as the first process of a container too.
 *
 * A start that the program itself refuses (a bad setting, a database that is none) is not tried again, unless it has
 * been up before: then what is amiss has come since, and may go.
 *
 * npm ends at a signal without passing it on to what it runs in a shell: where npm started this, its end is a signal too.
 *
 * @param {string} script what Node runs; it sends `up` once it serves.
 * @param {(text: string) => void} tell
 * @returns {Promise<number>} the exit code to end with.
 */
export function supervise(script, tell) {
  return new Promise((resolve) => {
    let child = begin();
    let wasUp = false;
    let crashes = 0;
    let startedAt = Date.now();
    let ending = false;
    let restart;

    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => end(signal));

    const parent = process.ppid;
    const look = () => process.ppid !== parent && end('SIGTERM');
    if (process.env.npm_lifecycle_event !== undefined) setInterval(look, LOOK).unref();

    function begin() {
      // A process group of its own: a terminal's Ctrl-C reaches this process alone, which passes it on once.
      const started = spawn(process.execPath, [script], {
        detached: true,
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      });
      started.on('message', (message) => {
        wasUp ||= message === 'up';
      });
      started.once('exit', (code, signal) => ended(code, signal));
      return started;
    }

    function end(signal) {
      if (ending) return;
      ending = true;
      clearTimeout(restart);
      if (child.exitCode !== null || child.signalCode !== null) return resolve(0);
      child.kill(signal);
      setTimeout(() => {
        tell(`It did not end within ${LONGEST_END / SECOND} s, and is ended.`);
        child.kill('SIGKILL');
      }, LONGEST_END).unref();
    }

    function ended(code, signal) {
      if (ending) return resolve(code ?? 0);
      if (code === 0) return resolve(0);
      if (code === REFUSED && !wasUp) return resolve(1);
      if (Date.now() - startedAt >= SETTLED) crashes = 0;
      if (code !== REFUSED) crashes += 1;
      if (crashes >= MOST_CRASHES) {
        tell(`GAVE_UP: It has crashed ${crashes} times in a row. What it said last stands above.`);
        return resolve(1);
      }
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, crashes - 1));
      const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
      tell(`It ended ${how}, and is started again in ${pause / SECOND} s.`);
      restart = setTimeout(() => {
        startedAt = Date.now();
        child = begin();
      }, pause);
    }
  });
}
