import { atPace } from './pace';

/** Long enough for whatever comes at all, on a machine that is busy with something else. */
const DEADLINE_MILLISECONDS = 180_000;
const PAUSE_MILLISECONDS = 10;

/** Asks again and again until the answer is yes; fails where it never is. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const patience = atPace(DEADLINE_MILLISECONDS);
  const deadline = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > deadline)
      throw new Error(`Waited ${patience} ms in vain: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}
