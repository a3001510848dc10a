import type { ContentOf, ContentTypeName } from '../../../../publications/content';
import type { ImportProblem, Path, Place } from './problem';

/** Everything that a file asks for, checked as far as it can be without Strapi. */
export interface ImportPlan {
  readonly defaultLocale: string;
  /** In the main file. */
  readonly defaultLocalePlace: Place;
  /** Every locale that a document of the plan is written in, the default one first. */
  readonly locales: readonly string[];
  /** In an order in which each document comes after those that it names. */
  readonly documents: readonly PlannedDocument[];
  /** Every picture that a document shows, once. */
  readonly pictures: readonly Picture[];
}

/** One document that is to be made. */
export interface PlannedDocument<Type extends ContentTypeName = ContentTypeName> {
  readonly type: Type;
  /** The file's own name for it. */
  readonly key: string;
  /** False: it stays a draft. */
  readonly publish: boolean;
  /** The default locale's version first; one version, with locale null, where the type is not localised. */
  readonly versions: readonly PlannedVersion<Type>[];
  readonly place: Place;
}

/** A document in one locale. In `content`, relation targets are keys and pictures are named by their hash. */
export interface PlannedVersion<Type extends ContentTypeName = ContentTypeName> {
  readonly locale: string | null;
  readonly content: ContentOf<Type>;
  /** Where a value of `content` was written, or the nearest thing to it. */
  readonly origin: (path: Path) => Origin;
}

/** Where a value comes from. */
export interface Origin {
  readonly place: Place;
  /** From the root of its file. */
  readonly path: Path;
}

/** A picture on disk. */
export interface Picture {
  readonly sha256: string;
  /** Absolute. */
  readonly filePath: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
}

export type ParseResult =
  | { readonly ok: true; readonly plan: ImportPlan }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };
