import { spawn } from 'node:child_process';

const SECOND = 1000;
/** How often a long step says that it is still at work. */
const REMINDER = 30 * SECOND;

/**
 * Runs one part of a command and tells what it does, that it is still at it, and how long it took. It speaks on the
 * error output, so that the output of a command is the command's own.
 *
 * @template Result
 * @param {string} title what is done.
 * @param {number} expected about how many seconds it takes on a machine with two cores.
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(title, expected, work) {
  const start = Date.now();
  const spent = () => (Date.now() - start) / SECOND;
  console.error(`${title} (about ${duration(expected)}) …`);
  const reminder = setInterval(() => {
    const left = expected - spent();
    const rest = left > 0 ? `, about ${duration(left)} left` : ', longer than usual';
    console.error(`  ${title}: still at it after ${spent().toFixed(0)} s${rest}`);
  }, REMINDER);
  try {
    const result = await work();
    console.error(`  ${title}: done in ${spent().toFixed(1)} s`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

function duration(seconds) {
  const minutes = Math.round(seconds / 60);
  return seconds < 90 ? `${Math.round(seconds)} s` : `${minutes} min`;
}

/**
 * Runs a program, without a terminal of its own, and gathers what it prints.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} options with the signal it is ended.
 * @returns {Promise<{ succeeded: boolean, output: string }>}
 */
export function run(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (exitCode) =>
      resolve({ succeeded: exitCode === 0, output: Buffer.concat(chunks).toString() }),
    );
  });
}
