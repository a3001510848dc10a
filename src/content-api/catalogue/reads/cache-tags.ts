import { contentTypeNames, type ContentTypeName } from '../../../publications/content';
import type { Catalogue } from '../catalogue';
import type { Document } from '../document';
import { relations, type RelationName } from '../relation';
import type { Touched } from './touches';

/**
 * What an answer depends on, in names that caches in front understand. They are what marks are, told by document and
 * not by locale, so that they stay few and readable. A name holds no comma and no space: those stand between names.
 */
export type CacheTag = string;

export const documentTag = (type: ContentTypeName, id: string): CacheTag => `${type}:${id}`;
/** What has an id, whatever its type. */
export const nodeTag = (id: string): CacheTag => `node:${id}`;
/** Of answers that any document of a type could change, shown or not: lists, searches, what was not found. */
export const anyTag = (type: ContentTypeName): CacheTag => `any:${type}`;
/** Those that name a document in a relation field of theirs. */
export const sourcesTag = (relation: RelationName, id: string): CacheTag => `${relation}:${id}`;
/** Who holds a slug, in whichever locale. */
export const slugTag = (type: ContentTypeName, slug: string): CacheTag =>
  `slug:${type}:${encodeURIComponent(slug)}`;
/** Of answers that tell of the edition itself or of the log. */
export const EDITION_TAG: CacheTag = 'edition';

/** How an answer's tags are written. */
export interface TagStyle {
  /** What stands between them. */
  readonly separator: string;
  /** Characters; what is longer is told by types alone. */
  readonly longest: number;
}

/** A header of 8 kB is what most caches take. */
const LONGEST_FOR_A_CDN = 8_000;
/** A proxy as it comes (nginx, 4 kB for all headers together) answers 502 where they are longer. */
const LONGEST_FOR_A_PROXY = 1_800;

/**
 * CDNs that read `Cache-Tag` want commas between tags; `Surrogate-Key` and `xkey` are words of a line.
 *
 * @param hasCdn whether somebody in front reads tags; otherwise they must not be in the way.
 */
export function tagStyleOf(header: string, hasCdn: boolean): TagStyle {
  const longest = hasCdn ? LONGEST_FOR_A_CDN : LONGEST_FOR_A_PROXY;
  return { separator: tagSeparatorOf(header), longest };
}

/** What an answer depends on besides the documents in it, each with the type that it is about. */
export type Dependencies = ReadonlyMap<CacheTag, ContentTypeName | null>;

/** The value of an answer's header: types, documents and what else it depends on; types alone where that is too long. */
export function cacheTagsOf(
  documents: ReadonlySet<Document>,
  dependencies: Dependencies,
  { separator, longest }: TagStyle,
): string {
  const types = new Set<ContentTypeName>();
  const exact = new Set<CacheTag>(dependencies.keys());
  for (const { type, id } of documents) {
    types.add(type);
    exact.add(documentTag(type, id));
  }
  const tags = [...types, ...exact].join(separator);
  if (tags.length <= longest) return tags;
  for (const type of dependencies.values()) if (type) types.add(type);
  const rough = [...types].flatMap((type) => [type, anyTag(type)]);
  if (exact.has(EDITION_TAG)) rough.push(EDITION_TAG);
  return rough.join(separator);
}

/** The names of everything that an answer could have read, and that the entries between two editions have changed. */
export function touchedTags(
  before: Catalogue,
  after: Catalogue,
  touched: Iterable<Touched>,
): Set<CacheTag> {
  const tags = new Set<CacheTag>([EDITION_TAG]);
  for (const { type, documentId } of touched) {
    tags.add(anyTag(type));
    tags.add(documentTag(type, documentId));
    tags.add(nodeTag(documentId));
    for (const locale of after.settings.locales) {
      for (const catalogue of [before, after]) {
        const document = catalogue.view(locale)?.get(type, documentId);
        if (document) noteDocument(tags, document);
      }
    }
  }
  return tags;
}

/** The names that no answer is without which depends on anything at all. */
export function everyTag(): Set<CacheTag> {
  return new Set([EDITION_TAG, ...contentTypeNames.flatMap((type) => [type, anyTag(type)])]);
}

function noteDocument(tags: Set<CacheTag>, { type, content }: Document): void {
  if ('slug' in content) tags.add(slugTag(type, content.slug));
  for (const [name, relation] of Object.entries(relations)) {
    if (relation.source !== type) continue;
    // The table pairs each relation with the content of its source's type, which was just compared.
    const targets = relation.targets as (content: Document['content']) => readonly string[];
    for (const id of targets(content)) tags.add(sourcesTag(name as RelationName, id));
  }
}

/** What stands between tags: CDNs that read `Cache-Tag` want commas; `Surrogate-Key` and `xkey` are words of a line. */
export function tagSeparatorOf(header: string): string {
  return /^(edge-)?cache-tag$/i.test(header) ? ',' : ' ';
}
