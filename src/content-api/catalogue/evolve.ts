import { contentTypeNames, type ContentTypeName } from '../../publications/content';
import {
  GENESIS,
  type LocaleSettings,
  type Publication,
  type Published,
  type Sequence,
} from '../../publications/publication';
import type { Catalogue, Edition, Preparable } from './catalogue';
import type { Draft } from './draft';
import { History, entryOf } from './history';
import { localesOf, unconfigured, type Locales } from './locales';
import { LocaleView, type TypeStates } from './locale-view';
import { SearchIndex } from './search/search-index';
import { TypeFold, type TypeState } from './type-fold';
import type { View } from './view';
import { Words } from './words';

/** A catalogue that the next entry of the log can be folded into. */
export class FoldedCatalogue implements Catalogue {
  readonly #views: ReadonlyMap<string, View>;

  constructor(
    readonly edition: Edition,
    readonly locales: Locales,
    readonly types: TypeStates,
    /** Handed on from edition to edition. */
    readonly words: Words,
    readonly history: History,
    /** Handed on likewise. */
    readonly searchIndex: SearchIndex,
  ) {
    const views = locales.settings.locales.map(
      (locale) => [locale, new LocaleView(locale, locales, types, words, searchIndex)] as const,
    );
    this.#views = new Map(views);
  }

  get settings(): LocaleSettings {
    return this.locales.settings;
  }

  view(locale: string): View | null {
    return this.#views.get(locale) ?? null;
  }

  count(type: ContentTypeName): number {
    return this.types[type].count;
  }

  get searching(): Preparable {
    return this.#preparable(this.searchIndex);
  }

  get filtering(): Preparable {
    return this.#preparable(this.words);
  }

  #preparable(taking: Pick<SearchIndex | Words, 'adding' | 'reached'>): Preparable {
    const { sequence } = this.edition;
    const views = this.#views;
    return {
      isReady: taking.reached.isNear(sequence),
      *prepare() {
        for (const view of views.values()) yield* taking.adding(view);
        taking.reached.add(sequence);
      },
    };
  }

  withDrafts(drafts: Iterable<Draft>): Catalogue {
    const fold = new CatalogueFold(this);
    for (const draft of drafts) fold.show(draft);
    return fold.seal();
  }
}

/**
 * The catalogue of an empty log.
 *
 * @param history what is folded in is written to; another's own beginning where it is the same log.
 * @param searchIndex another's own, likewise: most texts of the past are those of today.
 */
export function emptyCatalogue(
  history = History.empty(),
  searchIndex = new SearchIndex(),
): FoldedCatalogue {
  const types = Object.fromEntries(contentTypeNames.map((type) => [type, TypeFold.empty()]));
  const edition = { id: GENESIS, sequence: 0 as Sequence, publishedAt: null, documentCount: 0 };
  return new FoldedCatalogue(
    edition,
    localesOf(unconfigured),
    types as unknown as TypeStates,
    new Words(),
    history,
    searchIndex,
  );
}

/** The catalogue after one more entry of the log. The one before stays as it is, and shares what did not change. */
export function evolve(catalogue: FoldedCatalogue, publication: Publication): FoldedCatalogue {
  return evolveAll(catalogue, [publication]);
}

/** The catalogue after several more entries: the same as after each in turn, at the price of one. */
export function evolveAll(
  catalogue: FoldedCatalogue,
  publications: Iterable<Publication>,
): FoldedCatalogue {
  const fold = new CatalogueFold(catalogue);
  for (const publication of publications) fold.apply(publication);
  return fold.seal();
}

type TypeFolds = { [Type in ContentTypeName]?: TypeFold<Type> };

/** Collects entries of the log, batch by batch, into one next catalogue. */
export class CatalogueFold {
  readonly #folds: TypeFolds = {};
  #edition: Edition;
  #history: History;
  #settings: LocaleSettings | null = null;

  constructor(private readonly base: FoldedCatalogue) {
    this.#edition = base.edition;
    this.#history = base.history;
  }

  get sequence(): Sequence {
    return this.#edition.sequence;
  }

  /** @throws Error where the entry is not the next one: a catalogue with a gap must not come to be. */
  apply(publication: Publication): void {
    if (publication.sequence !== this.#edition.sequence + 1) {
      throw new Error(
        `Entry ${publication.sequence} does not follow entry ${this.#edition.sequence}.`,
      );
    }
    switch (publication.kind) {
      case 'Published':
        this.#publish(publication);
        break;
      case 'Withdrawn':
        this.#foldOf(publication.type).withdraw(publication);
        break;
      case 'Configured':
        this.#settings = publication.settings;
        for (const type of contentTypeNames) this.#foldOf(type).reconfigure(publication);
        break;
      case 'Retired':
        // Nobody is shown what it published. History keeps it for those who have a copy.
        break;
      default:
        return publication satisfies never;
    }
    const { chainHash, sequence, time } = publication;
    this.#edition = { ...this.#edition, id: chainHash, sequence, publishedAt: time };
    this.#history = this.#history.with(entryOf(publication));
  }

  /** The next catalogue. Nothing may be applied afterwards. */
  /** Shows a draft in place of what is public. It is no entry of the log, and leaves edition and history alone. */
  show<Type extends ContentTypeName>(draft: Draft<Type>): void {
    this.#foldOf(draft.type).show(draft);
  }

  seal(): FoldedCatalogue {
    const reconfigured = this.#settings !== null;
    const locales = this.#settings ? localesOf(this.#settings) : this.base.locales;
    const sealed = contentTypeNames.map((type) => [
      type,
      this.#sealed(type, locales, reconfigured),
    ]);
    const types = Object.fromEntries(sealed) as unknown as TypeStates;
    const documentCount = contentTypeNames.reduce((sum, type) => sum + types[type].count, 0);
    return new FoldedCatalogue(
      { ...this.#edition, documentCount },
      locales,
      types,
      this.base.words,
      this.#history,
      this.base.searchIndex,
    );
  }

  #publish<Type extends ContentTypeName>(publication: Published<Type>): void {
    this.#foldOf(publication.type).publish(publication);
  }

  #sealed<Type extends ContentTypeName>(
    type: Type,
    locales: Locales,
    reconfigured: boolean,
  ): TypeState<Type> {
    const folds: { [Key in Type]?: TypeFold<Key> } = this.#folds;
    const changed = reconfigured ? this.#foldOf(type) : folds[type];
    return changed?.seal(locales, reconfigured) ?? this.base.types[type];
  }

  #foldOf<Type extends ContentTypeName>(type: Type): TypeFold<Type> {
    const folds: { [Key in Type]?: TypeFold<Key> } = this.#folds;
    return (folds[type] ??= new TypeFold<Type>(type, this.base.types[type]));
  }
}
