import type { ContentTypeName } from '../../publications/content';
import type { Instant, LocaleSettings, Sequence, Sha256 } from '../../publications/publication';
import type { Draft } from './draft';
import type { History } from './history';
import type { View } from './view';

/** A catalogue's name, and where in the log it stands. */
export interface Edition {
  /** The chain hash of the last entry folded in; of the empty log, 64 zeros. */
  readonly id: Sha256;
  readonly sequence: Sequence;
  /** The time of the last entry; null before the first. */
  readonly publishedAt: Instant | null;
  /** Public documents, each counted once, in however many locales it is. */
  readonly documentCount: number;
}

/** What is made of every text, for whoever asks for it first: everything works without, and then takes its time. */
export interface Preparable {
  /** Whether little is missing. */
  readonly isReady: boolean;
  /** Makes it ready, a text at each step. */
  prepare(): Iterator<unknown>;
}

/** Everything public at one sequence of the log. Never changed once made: a publication makes the next one. */
export interface Catalogue {
  readonly edition: Edition;
  readonly settings: LocaleSettings;
  /** What the log says up to this edition. */
  readonly history: History;
  /** What readers of one locale see; null for a locale that the practice does not have. */
  view(locale: string): View | null;
  /** How many documents of a type are public, in any locale. */
  count(type: ContentTypeName): number;
  /** What searches need. */
  readonly searching: Preparable;
  /** What filters by words need. */
  readonly filtering: Preparable;
  /** The same edition with these drafts in place of what is public. Not to be remembered, nor to be followed on. */
  withDrafts(drafts: Iterable<Draft>): Catalogue;
}
