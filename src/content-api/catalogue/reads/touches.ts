import type { ContentTypeName } from '../../../publications/content';
import type { Catalogue } from '../catalogue';
import type { Document } from '../document';
import { relations } from '../relation';
import {
  EDITION,
  MARKS,
  anyLocale,
  anySlug,
  documentIn,
  listIn,
  slugIn,
  sourcesIn,
  typeEdition,
  type Mark,
} from './mark';

/** A document that some entry of the log is about. */
export interface Touched {
  readonly type: ContentTypeName;
  readonly documentId: string;
}

/**
 * Remembers for each mark at which sequence something that it stands for last changed. Whether an answer still holds is
 * then a look at its own marks, so that a publication searches for nothing and an answer that nobody asks for again
 * costs nothing.
 */
export class Touches {
  readonly #sequences = new Uint32Array(MARKS);

  /** Brings up to date what changed between two editions, the second being made from the first by these entries. */
  note(before: Catalogue, after: Catalogue, touched: Iterable<Touched>): void {
    const { sequence } = after.edition;
    for (const mark of touchedMarks(before, after, touched)) this.#sequences[mark] = sequence;
  }

  /** Whether nothing of this has changed since that sequence. */
  isUnchanged(marks: readonly Mark[], since: number): boolean {
    for (const mark of marks) {
      if ((this.#sequences[mark] ?? 0) > since) return false;
    }
    return true;
  }
}

/** Everything that an answer could have read, and that the entries between two editions have changed. */
export function touchedMarks(
  before: Catalogue,
  after: Catalogue,
  touched: Iterable<Touched>,
): Set<Mark> {
  const marks = new Set<Mark>([EDITION]);
  for (const { type, documentId } of touched) {
    marks.add(typeEdition(type));
    marks.add(anyLocale(documentId));
    for (const locale of after.settings.locales) {
      const was = before.view(locale)?.get(type, documentId) ?? null;
      const is = after.view(locale)?.get(type, documentId) ?? null;
      for (const document of [was, is]) {
        if (document) noteSlug(marks, locale, document);
      }
      if (isSame(was, is)) continue;
      marks.add(documentIn(locale, documentId));
      marks.add(listIn(locale, type));
      for (const document of [was, is]) {
        if (document) noteTargets(marks, locale, document);
      }
    }
  }
  return marks;
}

function noteSlug(marks: Set<Mark>, locale: string, { type, content }: Document): void {
  if (!('slug' in content)) return;
  marks.add(slugIn(locale, type, content.slug));
  marks.add(anySlug(type, content.slug));
}

function noteTargets(marks: Set<Mark>, locale: string, document: Document): void {
  for (const [name, relation] of Object.entries(relations)) {
    if (relation.source !== document.type) continue;
    // The table pairs each relation with the content of its source's type, which was just compared.
    const targets = relation.targets as (content: Document['content']) => readonly string[];
    for (const id of targets(document.content)) marks.add(sourcesIn(locale, name, id));
  }
}

/** Whether a locale's readers see no difference. A publication in another locale may leave theirs as it was. */
function isSame(was: Document | null, is: Document | null): boolean {
  if (!was || !is) return was === is;
  return (
    was.sequence === is.sequence &&
    was.isFallback === is.isFallback &&
    was.availableLocales.join() === is.availableLocales.join()
  );
}
