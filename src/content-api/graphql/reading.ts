import type { ContentTypeName } from '../../publications/content';
import type { ImageContent } from '../../publications/content/image';
import { anyLocale } from '../catalogue/reads/mark';
import { ObservedView } from '../catalogue/reads/observed-view';
import type { Witness } from '../catalogue/reads/witness';
import type { Catalogue } from '../catalogue/catalogue';
import type { Document } from '../catalogue/document';
import type { Entry } from '../catalogue/history';
import { CompiledFilters } from '../catalogue/compiled-filters';
import { list } from '../catalogue/listing';
import { defaultOrders } from '../catalogue/order';
import { pageOf } from '../catalogue/page';
import { ReadAhead } from '../catalogue/read-ahead';
import type { RelationName, SourceOf } from '../catalogue/relation';
import type { FormattedText } from '../catalogue/rich-text/formatted-text';
import type { RichText, RichTextRenderer } from '../catalogue/rich-text/rich-text';
import type { View } from '../catalogue/view';
import { ApiError } from '../errors';
import { sequenceBehind } from '../syndication/change-cursor';
import type { Alternate } from './site/alternate.type';
import { Connection } from './connection/connection';
import type { ListArguments } from './connection/list-arguments';
import { Image } from './image/image';
import { OnceAnOperation } from './once-an-operation';
import { pageUrlOf, slugOf } from './page-url';
import { presenters, type ObjectOf } from './presenters';
import type { SafetyNotice } from './safety-notice/safety-notice.type';

/** What answers need besides the catalogue; another one where the content API comes to be reached elsewhere. */
export interface Site {
  /** Where the content API is reached, without a slash at the end. */
  readonly publicUrl: string;
  readonly richText: RichTextRenderer;
}

/** One edition as the readers of one locale see it, in GraphQL's shape. */
export class Reading {
  readonly #catalogue: Catalogue;
  readonly #views = new Map<string, View>();
  readonly #ahead = new ReadAhead();
  readonly #filters = new CompiledFilters();
  /** The notices that stand together beside clinical texts, and beside others. */
  readonly clinicalNotices: OnceAnOperation<readonly SafetyNotice[]>;
  readonly otherNotices: OnceAnOperation<readonly SafetyNotice[]>;

  constructor(
    catalogue: Catalogue,
    readonly view: View,
    private readonly site: Site,
    private readonly witness: Witness,
  ) {
    this.#catalogue = catalogue;
    this.clinicalNotices = new OnceAnOperation(witness);
    this.otherNotices = new OnceAnOperation(witness);
  }

  readonly present = <Type extends ContentTypeName>(document: Document<Type>): ObjectOf<Type> => {
    this.witness.show(document);
    // Made for each answer: among fifty thousand documents it would cost more to find.
    return new presenters[document.type](document, this);
  };

  /** Those targets that are public, in the editor's order. */
  targets<Type extends ContentTypeName>(type: Type, ids: readonly string[]): ObjectOf<Type>[] {
    return this.#presentAll(type, this.view.targets(type, ids));
  }

  /** Every document of a type, a page at a time. */
  all<Type extends ContentTypeName>(
    type: Type,
    args: ListArguments<Type>,
  ): Connection<Type, ObjectOf<Type>> {
    return this.#connection(type, args);
  }

  /** Those that name a document in a relation field of theirs, a page at a time. */
  sources<Name extends RelationName>(
    relation: Name,
    targetId: string,
    type: SourceOf<Name>,
    args: ListArguments<SourceOf<Name>>,
  ): Connection<SourceOf<Name>, ObjectOf<SourceOf<Name>>> {
    return this.#connection(type, args, this.view.sources(relation, targetId));
  }

  /** What the log says of this document in the locale of its text, in order. */
  entriesOf(document: Document): readonly Entry[] {
    const { type, id, locale } = document;
    this.witness.show(document);
    this.witness.note(anyLocale(id));
    return this.#catalogue.history.of(type, id, locale);
  }

  /**
   * Behind which entry of the log a cursor stands. Need not be noted: the log only grows.
   *
   * @param where which part of the request the cursor is.
   */
  placeOf(cursor: string, where: string): number | ApiError {
    return sequenceBehind(cursor, this.#catalogue, where);
  }

  /** Its page in each language that it is public in, and in the default one for readers of any other. */
  alternatesOf({ type, id, availableLocales }: Document): readonly Alternate[] {
    const alternates: Alternate[] = [];
    for (const locale of availableLocales) {
      const view = this.#viewIn(locale);
      const document = view?.get(type, id);
      const url = view && document ? pageUrlOf(document, slugOf(document), view) : null;
      if (url !== null) alternates.push({ hreflang: locale, url });
    }
    const { defaultLocale } = this.#catalogue.settings;
    const byDefault = alternates.find(({ hreflang }) => hreflang === defaultLocale);
    return byDefault ? [...alternates, { ...byDefault, hreflang: 'x-default' }] : alternates;
  }

  richText(source: FormattedText): RichText {
    return this.site.richText.render(source, this.view);
  }

  optionalRichText(source: FormattedText | null): RichText | null {
    return source && this.richText(source);
  }

  /** A plain text with its contact tokens replaced. */
  line(text: string): string {
    return this.site.richText.line(text, this.view);
  }

  optionalLine(text: string | null): string | null {
    return text === null ? null : this.line(text);
  }

  image(content: ImageContent | null, { media }: Pick<Document, 'media'>): Image | null {
    if (!content?.file) return null;
    return new Image(content.file, content.alternativeText, media, this.site.publicUrl);
  }

  #presentAll<Type extends ContentTypeName>(
    type: Type,
    documents: readonly Document<Type>[],
  ): ObjectOf<Type>[] {
    this.#ahead.look(type, documents);
    return documents.map(this.present);
  }

  /** What readers of another locale see, noted alike. */
  #viewIn(locale: string): View | null {
    if (locale === this.view.locale) return this.view;
    let view = this.#views.get(locale);
    if (!view) {
      const other = this.#catalogue.view(locale);
      if (!other) return null;
      view = new ObservedView(other, this.witness);
      this.#views.set(locale, view);
    }
    return view;
  }

  #connection<Type extends ContentTypeName>(
    type: Type,
    args: ListArguments<Type>,
    among?: readonly Document<Type>[],
  ): Connection<Type, ObjectOf<Type>> {
    const { filter, orderBy } = args;
    // The sources of a relation come in their type's default order.
    const isReady = among && filter == null && orderBy == null;
    const listing = isReady
      ? { type, view: this.view, order: defaultOrders[type], documents: among }
      : list(this.view, type, { ...args, ...(among && { among }) }, this.#filters.compile);
    if (listing instanceof ApiError) throw listing;
    const page = pageOf(listing, args);
    if (page instanceof ApiError) throw page;
    this.#ahead.look(type, page.nodes);
    return new Connection(page, this.present);
  }
}
