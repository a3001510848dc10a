/** What a key is for: `site` reads what is public with limits of its own, `preview` is answered for nobody to keep. */
export const keyKinds = ['site', 'preview'] as const;

export type KeyKind = (typeof keyKinds)[number];

/** A key that is honoured until it expires. The key itself is known to whoever holds it, and to nobody else. */
export interface Key {
  readonly id: string;
  readonly kind: KeyKind;
  /** Of the frontend that holds it. Two keys may share it, so that one replaces the other without a gap. */
  readonly name: string;
  /** What one operation may cost; null for what an anonymous caller's may. */
  readonly queryCostLimit: number | null;
  /** Requests a minute; null for any number. */
  readonly rateLimit: number | null;
  /** Whether only operations that were registered beforehand are answered. */
  readonly registeredOnly: boolean;
  /** RFC 3339; null for never. */
  readonly expiresAt: string | null;
}
