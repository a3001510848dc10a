import type { ContentTypeName } from '../../../src/publications/content';
import { GENESIS, type Publication } from '../../../src/publications/publication';
import { clinic } from '../clinic';
import { contentOf } from '../contents';
import { marked } from '../marked-content';
import { TestLog } from '../publications';

/** Pages of a hundred must find a hundred, or nothing would be seen of a limit that is not kept. */
const MORE_FAQS = 110;
const WORD = /\bentry(\d+)\b/g;

/** From which sequence of the log on a text is what the public sees, and from which one on no longer. */
interface Span {
  readonly from: number;
  until: number;
}

/**
 * The clinic, published again and again: every text ends with the word `entry` and the sequence of its publication, so
 * that an answer's own words say of which time it is.
 */
export class DatedLog {
  readonly log = new TestLog();
  readonly #newest = new Map<string, Span>();
  readonly #spans = new Map<number, Span>();
  readonly #publications: readonly Publication[];

  constructor() {
    const source = clinic();
    for (let index = 1; index <= MORE_FAQS; index += 1) {
      source.publish('faq', `q${index}`, { content: { services: ['kap'], position: index } });
    }
    this.#publications = source.publications;
    for (const publication of this.#publications) this.#repeat(publication);
    for (const part of [0, 1, 2]) this.publishAgain(part);
  }

  /** Publishes every seventh text anew, and takes one FAQ back. */
  publishAgain(part: number): void {
    this.#publications
      .filter(({ kind }, index) => kind === 'Published' && index % 7 === part % 7)
      .forEach((publication) => this.#repeat(publication));
    this.#end('faq', `q${part + 1}`, 'en');
    this.log.withdraw('faq', `q${part + 1}`, 'en');
  }

  get length(): number {
    return this.log.rows.length;
  }

  /** The edition's name at a sequence; of none before the first. */
  editionAt(sequence: number): string {
    return this.log.rows[sequence - 1]?.chain_hash ?? GENESIS;
  }

  /** @returns null where no edition has that name. */
  sequenceOf(edition: string): number | null {
    if (edition === GENESIS) return 0;
    return this.log.rows.find(({ chain_hash: name }) => name === edition)?.sequence ?? null;
  }

  /** The last sequence that was there by then. @param instant milliseconds since the epoch. */
  sequenceBy(instant: number): number {
    return this.log.rows.filter(({ time }) => Date.parse(time) <= instant).length;
  }

  timeOf(sequence: number): string {
    return this.log.rows[sequence - 1]?.time ?? '';
  }

  /** The words of an answer that are of another time than this. */
  strangersIn(text: string, sequence: number): string[] {
    return [...text.matchAll(WORD)].flatMap(([word, number]) => {
      const span = this.#spans.get(Number(number));
      return span && span.from <= sequence && sequence < span.until ? [] : [word];
    });
  }

  #repeat(publication: Publication): void {
    if (publication.kind === 'Configured') {
      const { defaultLocale, locales, fallbacks } = publication.settings;
      this.log.configure({ defaultLocale, locales, fallbacks });
      return;
    }
    if (publication.kind !== 'Published') return;
    const { type, documentId, locale, content, media } = publication;
    const sequence = this.length + 1;
    this.#end(type, documentId, locale);
    this.#begin(type, documentId, locale, sequence);
    // A slug stays, since a former one is told for ever.
    const { slug } = content as { slug?: string };
    const dated = marked(type, contentOf(type, documentId, content), `entry${sequence}`);
    this.log.publish(type, documentId, {
      ...(locale !== null && { locale }),
      content: { ...dated, ...(slug !== undefined && { slug }) },
      media,
    });
  }

  #begin(type: ContentTypeName, documentId: string, locale: string | null, from: number): void {
    const span = { from, until: Infinity };
    this.#spans.set(from, span);
    this.#newest.set(`${type}/${documentId}/${locale}`, span);
  }

  #end(type: ContentTypeName, documentId: string, locale: string | null): void {
    const newest = this.#newest.get(`${type}/${documentId}/${locale}`);
    if (newest) newest.until = this.length + 1;
  }
}
