import { CONFIRMED_MILLISECONDS, type PreviewToken } from '../../keys/preview-token';
import { previewTokenOfRow, type LiveRow } from '../../keys/preview-token-row';
import type { ApiError } from '../errors';
import type { Caller } from './caller';
import { rightsOf } from './rights';
import { tokenUnconfirmed, unknownKey } from './refusals';

interface Held {
  readonly caller: Caller;
  readonly expiresAt: number;
  readonly checks: number;
  /** It was found good at this time or later. */
  readonly confirmedAt: number;
}

/**
 * The tokens for previews that have not ended, by their hashes. Each is honoured while the authoring process goes on
 * confirming it: its count must have moved lately, as this process's own clock tells. Times are milliseconds.
 */
export class PreviewTokens {
  #held: ReadonlyMap<string, Held> = new Map();
  /** When the last read began. Before the first one nothing is known of when a token was confirmed. */
  #readAt = -Infinity;

  /** @param anonymous whose limits hold for tokens too. */
  constructor(private readonly anonymous: Caller) {}

  /** @param readAt when the read of these rows began. */
  take(rows: readonly LiveRow[], readAt: number): void {
    const held = new Map<string, Held>();
    for (const row of rows) {
      const token = previewTokenOfRow(row);
      if (!token) continue;
      const before = this.#held.get(row.hash);
      held.set(row.hash, {
        caller: before?.caller ?? this.#callerWith(token),
        expiresAt: token.expiresAt,
        checks: row.checks,
        // A count that moved, and a row that is new, did so after the read before this one began; nobody knows when.
        confirmedAt: before?.checks === row.checks ? before.confirmedAt : this.#readAt,
      });
    }
    this.#held = held;
    this.#readAt = readAt;
  }

  /** Who holds the token of this hash now, or why they are refused. */
  callerOf(hash: string, now: number): Caller | ApiError {
    const held = this.#held.get(hash);
    if (!held || held.expiresAt <= now) return unknownKey();
    return isConfirmed(held, now) ? held.caller : tokenUnconfirmed();
  }

  /** The ids of those that are honoured now. */
  *honouredAt(now: number): Generator<string | null> {
    for (const held of this.#held.values()) {
      if (held.expiresAt > now && isConfirmed(held, now)) yield held.caller.keyId;
    }
  }

  #callerWith({ id, type, documentId, locale }: PreviewToken): Caller {
    const drafts = { type, documentId, locale };
    return {
      ...this.anonymous,
      keyId: id,
      name: 'preview',
      // It stands for whichever frontend shows it, and is answered whatever any has registered.
      rights: rightsOf({ ...this.anonymous.rights, kind: 'preview', drafts }),
    };
  }
}

/** A clock that was set back tells nothing, so that it must not make a token live longer. */
function isConfirmed({ confirmedAt }: Held, now: number): boolean {
  return confirmedAt <= now && now < confirmedAt + CONFIRMED_MILLISECONDS;
}
