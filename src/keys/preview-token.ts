import type { ContentTypeName } from '../publications/content';
import type { Subject } from '../publications/publication';

/** What every token begins with. A key has no second underscore at this place. */
const START = 'kap_preview_';
const RANDOM_BYTES = 32;
const TOKEN = /^kap_preview_[\w-]{43}$/;

/**
 * How fast a token ends, in every process and whatever fails. Who holds it may lose the right to it at any moment: the
 * authoring process looks each CHECK, and marks the row; a reader looks each POLL. Where nobody looks, because a process
 * or the database is away, a reader goes on honouring a token for CONFIRMED after the last look, by its own clock.
 *
 * CHECK + POLL, and CONFIRMED, stay below two seconds. CONFIRMED is above three POLLs: so much may lie between a read
 * before one look and the read that finds the next.
 */
export const CHECK_MILLISECONDS = 400;
export const POLL_MILLISECONDS = 400;
export const CONFIRMED_MILLISECONDS = 1_800;

/** For whom a token is good, and what it shows: the draft of one document in one locale. */
export interface PreviewToken extends Subject<ContentTypeName> {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/**
 * A new token, as its holder sends it: what Strapi's Preview button hands to a frontend.
 *
 * @param random a source of randomness fit for secrets.
 */
export function newPreviewToken(random: (bytes: number) => Buffer): string {
  return `${START}${random(RANDOM_BYTES).toString('base64url')}`;
}

/** Whether a text has the form of such a token. */
export function isPreviewToken(text: string): boolean {
  return TOKEN.test(text);
}
