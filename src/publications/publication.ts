import type { ContentOf, ContentTypeName } from './content';
import type { RetiredTypeName } from './content/versions';

/*
 * The words of the publication log. Every table, GraphQL type, admin page and test uses these and no others.
 *
 * document      one piece of content: a content type and a document id; it exists in one or more locales
 * publication   one numbered, immutable entry of the log; whatever changes a public answer is one
 * revision      counts a document's Published entries in one locale, from 1
 * sequence      a publication's place in the log: gap-free, ever growing, from 1
 * content hash  SHA-256 of the canonical JSON of what the editor wrote; nothing rendered is in it
 * chain hash    SHA-256 over the previous chain hash and this entry
 * edition       everything public at one sequence, named by its chain hash
 */

declare const brand: unique symbol;

/** A number that says what it counts. Stops a revision from being passed where a sequence is wanted. */
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** A publication's place in the log: 1, 2, 3 … without gaps. 0 is the empty log. */
export type Sequence = Branded<number, 'Sequence'>;

/** Lower-case hexadecimal SHA-256, 64 characters. */
export type Sha256 = Branded<string, 'Sha256'>;

/** An instant as RFC 3339 in UTC with milliseconds: `2026-11-24T09:30:00.000Z`. Sorts as text. */
export type Instant = Branded<string, 'Instant'>;

/** What every entry carries, whatever its kind. */
interface Entry {
  readonly sequence: Sequence;
  /** Taken under the log's lock; never earlier than the entry before. */
  readonly time: Instant;
  /** Names the edition that ends with this entry. */
  readonly chainHash: Sha256;
}

/** Which document, in which locale. `locale` is null where the content type is not localised. */
export interface Subject<Type extends ContentTypeName = ContentTypeName> {
  readonly type: Type;
  readonly documentId: string;
  readonly locale: string | null;
}

/** A document's text in one locale became public, or changed. */
export interface Published<Type extends ContentTypeName = ContentTypeName>
  extends Entry, Subject<Type> {
  readonly kind: 'Published';
  /** 1 for the first Published entry of this document and locale, then 2, 3 … */
  readonly revision: number;
  readonly schemaVersion: number;
  readonly contentHash: Sha256;
  readonly content: ContentOf<Type>;
  /** What was derived from the pictures in `content` when they were copied; not part of the content hash. */
  readonly media: MediaDetails;
  /** True where the entry was adopted from a database that already had public rows, so nobody published it here. */
  readonly adopted: boolean;
}

/** A document's text in one locale stopped being public. */
export interface Withdrawn<Type extends ContentTypeName = ContentTypeName>
  extends Entry, Subject<Type> {
  readonly kind: 'Withdrawn';
  readonly reason: WithdrawalReason;
}

/** Practice-wide settings changed that answers depend on. */
export interface Configured extends Entry {
  readonly kind: 'Configured';
  readonly settings: LocaleSettings;
}

/**
 * An entry about a document of a content type that there is no more. Nobody is shown what it published; whoever keeps a
 * copy is told what was published, and when it was withdrawn.
 */
export interface Retired extends Entry {
  readonly kind: 'Retired';
  readonly was: 'Published' | 'Withdrawn';
  readonly type: RetiredTypeName;
  readonly documentId: string;
  readonly locale: string | null;
  /** Of what was published. */
  readonly revision: number | null;
  /** Of what was published. */
  readonly contentHash: Sha256 | null;
  /** Of what was withdrawn. */
  readonly reason: WithdrawalReason | null;
}

/** One entry of the log. */
export type Publication = Published | Withdrawn | Configured | Retired;

/** Why a document went: an editor unpublished it, or deleted it. */
export type WithdrawalReason = 'unpublished' | 'deleted';

/** The languages of the practice, and what stands in for a text that a language lacks. */
export interface LocaleSettings {
  readonly defaultLocale: string;
  /** Every locale, the default one included, in alphabetical order. */
  readonly locales: readonly string[];
  /** For each locale, the others to try, in order; the default locale need not be named: it is tried last. */
  readonly fallbacks: Readonly<Record<string, readonly string[]>>;
}

/** By the SHA-256 of the picture as it was uploaded. */
export type MediaDetails = Readonly<Record<string, MediaDetail>>;

/** What was derived from one picture. */
export interface MediaDetail {
  /** Base64 of a ThumbHash: about 25 bytes that draw a blurred stand-in. Null for drawings (SVG). */
  readonly placeholder: string | null;
  /** Smaller copies, narrowest first, each stored under its own hash. */
  readonly renditions: readonly Rendition[];
  /** Whether it moves; absent where it does not, or was published before anybody asked. */
  readonly isMoving?: boolean | undefined;
}

/** One smaller copy of a picture. */
export interface Rendition {
  readonly sha256: Sha256;
  readonly mime: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/** The chain hash before the first entry. */
export const GENESIS = '0'.repeat(64) as Sha256;
