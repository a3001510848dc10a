const DEADLINE_MILLISECONDS = 15_000;
const PAUSE_MILLISECONDS = 10;

/** Asks again and again until the answer is yes; fails where it never is. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + DEADLINE_MILLISECONDS;
  while (!(await condition())) {
    if (Date.now() > deadline)
      throw new Error(`Waited ${DEADLINE_MILLISECONDS} ms in vain: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}
