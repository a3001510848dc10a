import type { ContentTypeName } from '../../publications/content';
import type {
  Instant,
  MediaDetails,
  Published,
  Sequence,
  Sha256,
  Subject,
} from '../../publications/publication';
import type { Document } from './document';
import type { Draft } from './draft';
import { shownContent, type ShownContent } from './shown-content';
import { NO_LOCALE, type Locales } from './locales';

/** A text that readers are shown, published or not. */
interface ShownText<Type extends ContentTypeName> extends Subject<Type> {
  readonly contentHash: Sha256;
  readonly content: ShownContent<Type>;
  readonly media: MediaDetails;
}

interface PublishedText<Type extends ContentTypeName> extends ShownText<Type> {
  readonly revision: number;
  readonly time: Instant;
  readonly sequence: Sequence;
}

/** What is known of one document in one locale. */
interface Text<Type extends ContentTypeName> {
  /** Null where it never was. */
  readonly firstPublishedAt: Instant | null;
  /** The last revision; null while it is withdrawn. */
  readonly current: PublishedText<Type> | null;
  /** What is shown instead, in a catalogue with drafts. */
  readonly draft?: ShownText<Type>;
}

/** A document in all its locales; kept for good once it was published, so that what was withdrawn is known as such. */
export interface DocumentRecord<Type extends ContentTypeName> {
  readonly id: string;
  /** By locale; what has none is under NO_LOCALE. */
  readonly texts: Readonly<Record<string, Text<Type>>>;
  /** What the readers of each locale are shown; a locale whose readers are shown nothing is missing. */
  readonly served: Readonly<Record<string, Document<Type>>>;
}

/** The record after a text was published. What is served is worked out later: see `serve`. */
export function withText<Type extends ContentTypeName>(
  record: DocumentRecord<Type> | undefined,
  publication: Published<Type>,
): DocumentRecord<Type> {
  const locale = publication.locale ?? NO_LOCALE;
  const firstPublishedAt = record?.texts[locale]?.firstPublishedAt ?? publication.time;
  return {
    id: publication.documentId,
    texts: {
      ...record?.texts,
      [locale]: { firstPublishedAt, current: publishedText(publication) },
    },
    served: {},
  };
}

/** The record with a draft in place of what is public. */
export function withDraft<Type extends ContentTypeName>(
  record: DocumentRecord<Type> | undefined,
  draft: Draft<Type>,
): DocumentRecord<Type> {
  const locale = draft.locale ?? NO_LOCALE;
  const text = record?.texts[locale] ?? { firstPublishedAt: null, current: null };
  return {
    id: draft.documentId,
    texts: { ...record?.texts, [locale]: { ...text, draft: shownText(draft) } },
    served: {},
  };
}

function shownText<Type extends ContentTypeName>({
  type,
  documentId,
  locale,
  contentHash,
  content,
  media,
}: Draft<Type> | Published<Type>): ShownText<Type> {
  return { type, documentId, locale, contentHash, content: shownContent(type, content), media };
}

function publishedText<Type extends ContentTypeName>(
  publication: Published<Type>,
): PublishedText<Type> {
  const { revision, time, sequence } = publication;
  return { ...shownText(publication), revision, time, sequence };
}

/** What readers of a locale are shown where it is theirs; undefined for nothing. */
export function textShown<Type extends ContentTypeName>(
  record: DocumentRecord<Type> | undefined,
  locale: string,
): ShownText<Type> | undefined {
  const text = record?.texts[locale];
  return text?.draft ?? text?.current ?? undefined;
}

/** The record after a text was withdrawn. */
export function withoutText<Type extends ContentTypeName>(
  record: DocumentRecord<Type>,
  locale: string | null,
): DocumentRecord<Type> {
  const key = locale ?? NO_LOCALE;
  const text = record.texts[key];
  if (!text) return record;
  return { ...record, texts: { ...record.texts, [key]: { ...text, current: null } }, served: {} };
}

/** The record with what the readers of each locale are shown of it. */
export function serve<Type extends ContentTypeName>(
  record: DocumentRecord<Type>,
  { settings, chains }: Locales,
): DocumentRecord<Type> {
  const isShown = (locale: string) => textShown(record, locale) !== undefined;
  // What is the same in every language is there in every language.
  const availableLocales = isShown(NO_LOCALE)
    ? settings.locales
    : settings.locales.filter(isShown).sort();
  const made = new Map<string, Document<Type>>();
  const served: Record<string, Document<Type>> = {};

  for (const [locale, chain] of chains) {
    const source = chain.find(isShown);
    const text = source === undefined ? undefined : record.texts[source];
    if (source === undefined || !text) continue;
    const isFallback = source !== locale && source !== NO_LOCALE;
    // Every locale that is shown another's text is shown the same document.
    const key = isFallback ? `fallback ${source}` : source;
    const document = made.get(key) ?? documentOf(text, isFallback, availableLocales);
    if (!document) continue;
    made.set(key, document);
    served[locale] = document;
  }
  return { ...record, served };
}

function documentOf<Type extends ContentTypeName>(
  { firstPublishedAt, current, draft }: Text<Type>,
  isFallback: boolean,
  availableLocales: readonly string[],
): Document<Type> | null {
  const shown = draft ?? current;
  if (!shown) return null;
  // First what most answers read: the processor fetches an object in pieces of 64 bytes.
  return {
    type: shown.type,
    id: shown.documentId,
    content: shown.content,
    locale: shown.locale,
    isFallback,
    availableLocales,
    status: statusOf(current, draft),
    revision: current?.revision ?? null,
    contentHash: shown.contentHash,
    publishedAt: current?.time ?? null,
    sequence: current?.sequence ?? null,
    firstPublishedAt,
    media: shown.media,
  };
}

function statusOf(current: object | null, draft: object | undefined): Document['status'] {
  if (!draft) return 'published';
  return current ? 'modified' : 'draft';
}
