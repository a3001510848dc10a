import type { Core } from '@strapi/strapi';
import { setTimeout as pause } from 'node:timers/promises';

const SECOND = 1000;
const LONGEST_WAIT = 10 * SECOND;
const PAUSE_MILLISECONDS = 10;
/** One thing after another is asked of the database, with a moment between them. */
const IDLE_LOOKS = 3;

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/**
 * Waits until nobody uses the database. Strapi reads each published document again once it is committed, to tell its
 * listeners, and awaits none of that: ended meanwhile, the process would end with an error.
 */
export async function databaseIdle(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  let idleLooks = 0;
  for (let waited = 0; waited < LONGEST_WAIT; waited += PAUSE_MILLISECONDS) {
    const isIdle = pool.numUsed() + pool.numPendingAcquires() === 0;
    idleLooks = isIdle ? idleLooks + 1 : 0;
    if (idleLooks === IDLE_LOOKS) return;
    await pause(PAUSE_MILLISECONDS);
  }
}
