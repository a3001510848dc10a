import { spawn } from 'node:child_process';

const SECOND = 1000;
/** How often a long step says that it is still at work. */
const REMINDER = 30 * SECOND;

/**
 * Runs one part of a command and tells what it does, that it is still at it, and how long it took. It speaks on the
 * error output, so that the output of a command is the command's own.
 *
 * @template Result
 * @param {string} title what is done, and about how long it takes.
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(title, work) {
  const start = Date.now();
  const seconds = () => ((Date.now() - start) / SECOND).toFixed(1);
  console.error(`${title} …`);
  const reminder = setInterval(() => console.error(`  still at it after ${seconds()} s`), REMINDER);
  try {
    const result = await work();
    console.error(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

/**
 * Runs a program, without a terminal of its own, and gathers what it prints.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
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
