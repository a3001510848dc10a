/**
 * A mark stands for one thing that an answer can depend on: a document as one locale's readers see it, the list of a
 * type, the far end of a relation. Marks are numbers below `MARKS`, hashed from a name, so that a table of them has a
 * fixed size whatever anyone asks for (a slug that nobody has is a mark too). Two names may share one: an answer is
 * then made anew without need, which costs a millisecond and is never wrong.
 */
export type Mark = number;

/** Four bytes each: 8 MB. With 300 marks an answer, one publication in a thousand meets another's by chance. */
export const MARKS = 2 ** 21;

/** FNV-1a, folded into the table: the same in every process, and faster than finding a mark that was made before. */
export function markOf(kind: string, first = '', second = '', third = ''): Mark {
  const hash = withName(withName(withName(withName(0x811c9dc5, kind), first), second), third);
  return (hash ^ (hash >>> 15)) & (MARKS - 1);
}

function withName(before: number, name: string): number {
  let hash = before;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return Math.imul(hash ^ 0x1f, 0x01000193);
}

/** What a publication of a document in any locale touches, for answers that tell of all its locales or of its past. */
export const anyLocale = (id: string): Mark => markOf('document', id);
/** A document as the readers of a locale see it. */
export const documentIn = (locale: string, id: string): Mark => markOf('document in', locale, id);
/** The list of a type, in any order, as the readers of a locale see it. */
export const listIn = (locale: string, type: string): Mark => markOf('list in', locale, type);
/** Those that name a document in a relation field of theirs, as the readers of a locale see them. */
export const sourcesIn = (locale: string, relation: string, id: string): Mark =>
  markOf('sources in', locale, relation, id);
/** Who holds a slug in a locale. */
export const slugIn = (locale: string, type: string, slug: string): Mark =>
  markOf('slug in', locale, type, slug);
/** Who holds or held a slug in some locale. */
export const anySlug = (type: string, slug: string): Mark => markOf('slug', type, slug);
/** The edition at which a type last changed, which cursors carry. */
export const typeEdition = (type: string): Mark => markOf('type', type);
/** The edition itself, and the log behind it. */
export const EDITION: Mark = markOf('edition');
