import { hash } from 'node:crypto';

/** What every key begins with, so that people and scanners for lost secrets know one when they see it. */
const START = 'kap_';
/** 256 bits: the part that is shown takes nothing from what cannot be guessed. */
const RANDOM_BYTES = 32;
/** How much of a key the panel goes on showing. */
const SHOWN_CHARACTERS = 10;

const TOKEN = /^kap_[\w-]{43}$/;

/**
 * A new key, as its holder sends it.
 *
 * @param random a source of randomness fit for secrets, such as `crypto.randomBytes`.
 */
export function newToken(random: (bytes: number) => Buffer): string {
  return `${START}${random(RANDOM_BYTES).toString('base64url')}`;
}

/** Whether a text has the form of a key. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** Under which name a key is stored and looked up: what cannot be guessed needs no salt and no slow hash. */
export function hashOfToken(token: string): string {
  return hash('sha256', token, 'hex');
}

/** The beginning of a key, by which people tell one from another. */
export function shownPartOf(token: string): string {
  return token.slice(0, SHOWN_CHARACTERS);
}
