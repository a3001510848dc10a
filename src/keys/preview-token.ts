import { createHmac, timingSafeEqual } from 'node:crypto';

/** What every token begins with. A key has no second underscore at this place. */
const TOKEN = /^kap_preview_([0-9a-z]{1,10})_([\w-]{43})$/;

/**
 * A token that shows drafts until it expires: what Strapi's Preview button hands to a frontend. It names nobody and is
 * in no table, so it cannot be revoked by itself; a new secret ends all of them.
 *
 * @param secret what both who signs and who checks know.
 * @param expiresAt seconds since the epoch.
 */
export function previewToken(secret: string, expiresAt: number): string {
  const expiry = expiresAt.toString(36);
  return `kap_preview_${expiry}_${signatureOf(secret, expiry).toString('base64url')}`;
}

/** Whether a text has the form of such a token. */
export function isPreviewToken(text: string): boolean {
  return TOKEN.test(text);
}

/** @returns when the token expires, in seconds since the epoch; null where it was not signed with this secret. */
export function expiryOfPreviewToken(secret: string, token: string): number | null {
  const [, expiry, signature] = TOKEN.exec(token) ?? [];
  if (expiry === undefined || signature === undefined) return null;
  const sent = Buffer.from(signature, 'base64url');
  const own = signatureOf(secret, expiry);
  if (sent.length !== own.length || !timingSafeEqual(sent, own)) return null;
  return Number.parseInt(expiry, 36);
}

function signatureOf(secret: string, expiry: string): Buffer {
  return createHmac('sha256', secret).update(`preview until ${expiry}`).digest();
}
