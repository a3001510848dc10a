import type { Knex } from 'knex';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as others } from 'node:timers/promises';

/** A request is read in one turn of the event loop and answered in the next ones; turns that nobody needs cost nothing. */
const TURNS_FOR_OTHERS = 4;

/**
 * Runs the actions of one transaction one after the other, with some turns for everything else between them. Strapi's bulk
 * actions start a hundred at once; on SQLite, whose driver answers without waiting for anything, nobody else in the
 * process would be answered until the last of them is done.
 */
export class ActionQueue {
  readonly #last = new WeakMap<Knex.Transaction, Promise<unknown>>();
  /** The transaction whose action the present code is part of: what an action calls is the action's own. */
  readonly #current = new AsyncLocalStorage<Knex.Transaction>();

  run<Result>(trx: Knex.Transaction, action: () => Promise<Result>): Promise<Result> {
    if (this.#current.getStore() === trx) return action();
    const before = this.#last.get(trx);
    const done = this.#runAfter(before, trx, action);
    this.#last.set(
      trx,
      done.catch(() => undefined),
    );
    return done;
  }

  async #runAfter<Result>(
    before: Promise<unknown> | undefined,
    trx: Knex.Transaction,
    action: () => Promise<Result>,
  ): Promise<Result> {
    if (before) {
      await before;
      for (let turn = 0; turn < TURNS_FOR_OTHERS; turn += 1) await others();
    }
    return this.#current.run(trx, action);
  }
}
