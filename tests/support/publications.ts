import { canonicalJson, sha256 } from '../../src/publications/canonical';
import {
  unlocalizedTypes,
  type ContentOf,
  type ContentTypeName,
} from '../../src/publications/content';
import { versionOf } from '../../src/publications/content/versions';
import { ENTRY_FORM, isKnownForm } from '../../src/publications/entry-form';
import {
  GENESIS,
  type LocaleSettings,
  type MediaDetails,
  type Publication,
  type Sha256,
  type WithdrawalReason,
} from '../../src/publications/publication';
import { chainHashOf, publicationOf, type LogRow } from '../../src/publications/row';
import { RELEASE } from '../../src/release';
import { contentOf } from './contents';

const FIRST_ENTRY_AT = Date.UTC(2026, 0, 5, 9);
const SECOND = 1_000;

/** English and Spanish, English first. */
export const englishAndSpanish: LocaleSettings = {
  defaultLocale: 'en',
  locales: ['en', 'es'],
  fallbacks: {},
};

interface PublishOptions<Type extends ContentTypeName> {
  /** Default `en`; types that are not localised have none. */
  readonly locale?: string;
  /** What differs from the content that `contentOf` makes from the document's id. */
  readonly content?: Partial<ContentOf<Type>>;
  readonly media?: MediaDetails;
}

/** A publication log in memory: real rows with real hashes, one second apart. */
export class TestLog {
  readonly rows: LogRow[] = [];
  readonly #revisions = new Map<string, number>();

  publish<Type extends ContentTypeName>(
    type: Type,
    documentId: string,
    options: PublishOptions<Type> = {},
  ): LogRow {
    const locale = localeOf(type, options.locale);
    const subject = `${type}/${documentId}/${locale}`;
    const revision = (this.#revisions.get(subject) ?? 0) + 1;
    this.#revisions.set(subject, revision);
    const content = canonicalJson(contentOf(type, documentId, options.content));
    return this.append({
      kind: 'Published',
      type,
      document_id: documentId,
      locale,
      revision,
      schema_version: versionOf(type),
      content_hash: sha256(content),
      content,
      detail: canonicalJson({ adopted: false, media: options.media ?? {} }),
    });
  }

  withdraw(
    type: ContentTypeName,
    documentId: string,
    locale?: string,
    reason: WithdrawalReason = 'unpublished',
  ): LogRow {
    return this.append({
      kind: 'Withdrawn',
      type,
      document_id: documentId,
      locale: localeOf(type, locale),
      detail: canonicalJson({ reason }),
    });
  }

  configure(settings: LocaleSettings): LogRow {
    return this.append({ kind: 'Configured', detail: canonicalJson(settings) });
  }

  /** The rows as the publications that they stand for. */
  get publications(): Publication[] {
    return this.rows.map(publicationOf);
  }

  get head(): Sha256 {
    return (this.rows.at(-1)?.chain_hash ?? GENESIS) as Sha256;
  }

  /** Appends any entry, such as a later release might. Its chain hash means nothing where this one knows no such form. */
  append(entry: Partial<LogRow> & Pick<LogRow, 'kind' | 'detail'>): LogRow {
    const unchained = {
      sequence: this.rows.length + 1,
      time: new Date(FIRST_ENTRY_AT + this.rows.length * SECOND).toISOString(),
      type: null,
      document_id: null,
      locale: null,
      revision: null,
      schema_version: null,
      content_hash: null,
      content: null,
      form: ENTRY_FORM,
      release: RELEASE,
      ...entry,
    };
    const chainHash = isKnownForm(unchained.form)
      ? chainHashOf(this.head, unchained)
      : sha256(JSON.stringify(unchained));
    const row = { ...unchained, chain_hash: chainHash };
    this.rows.push(row);
    return row;
  }
}

function localeOf(type: ContentTypeName, locale = 'en'): string | null {
  return unlocalizedTypes.has(type) ? null : locale;
}
