import type { ContentTypeName } from '../../publications/content';
import type { Instant, Published } from '../../publications/publication';
import type { Document } from './document';
import { NO_LOCALE, type Locales } from './locales';

/** What the log says of one document in one locale. */
interface Text<Type extends ContentTypeName> {
  readonly firstPublishedAt: Instant;
  /** The last revision; null while it is withdrawn. */
  readonly current: Published<Type> | null;
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
    texts: { ...record?.texts, [locale]: { firstPublishedAt, current: publication } },
    served: {},
  };
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
  const isPublic = (locale: string) => Boolean(record.texts[locale]?.current);
  // What is the same in every language is there in every language.
  const availableLocales = isPublic(NO_LOCALE)
    ? settings.locales
    : settings.locales.filter(isPublic).sort();
  const made = new Map<string, Document<Type>>();
  const served: Record<string, Document<Type>> = {};

  for (const [locale, chain] of chains) {
    const source = chain.find(isPublic);
    const text = source === undefined ? undefined : record.texts[source];
    if (source === undefined || !text?.current) continue;
    const isFallback = source !== locale && source !== NO_LOCALE;
    // Every locale that is shown another's text is shown the same document.
    const key = isFallback ? `fallback ${source}` : source;
    const document =
      made.get(key) ??
      documentOf(text.current, text.firstPublishedAt, isFallback, availableLocales);
    made.set(key, document);
    served[locale] = document;
  }
  return { ...record, served };
}

function documentOf<Type extends ContentTypeName>(
  publication: Published<Type>,
  firstPublishedAt: Instant,
  isFallback: boolean,
  availableLocales: readonly string[],
): Document<Type> {
  return {
    type: publication.type,
    id: publication.documentId,
    locale: publication.locale,
    isFallback,
    availableLocales,
    revision: publication.revision,
    contentHash: publication.contentHash,
    publishedAt: publication.time,
    sequence: publication.sequence,
    firstPublishedAt,
    content: publication.content,
    media: publication.media,
  };
}
