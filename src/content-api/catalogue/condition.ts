import type { ContentTypeName } from '../../publications/content';
import type { ShownContent } from './shown-content';
import type { Document } from './document';
import type { DocumentMatch, Match, TextMatch } from './filter-input';
import type { IndexName } from './index-fields';
import { relations, type RelationName, type SourceOf, type TargetOf } from './relation';
import type { View } from './view';
import { folded } from './words';

/** One thing that must hold of a document. */
export interface Condition<Type extends ContentTypeName> {
  readonly test: (document: Document<Type>) => boolean;
  /** Every document of which it holds, and perhaps others; null where no index knows. */
  readonly candidates: readonly Document<Type>[] | null;
}

/** Reads what a caller asked of one field as a condition; null where it asks nothing. */
export type FieldCondition<Type extends ContentTypeName, Input> = (
  input: Input,
  view: View,
) => Condition<Type> | null;

/** Holds where one of the document's values is one of those asked for. */
export function value<Type extends ContentTypeName, Value>(
  type: Type,
  valuesOf: (content: ShownContent<Type>, document: Document<Type>) => readonly Value[],
  index?: IndexName<Type>,
): FieldCondition<Type, Match<Value>> {
  return (match, view) => {
    const wanted = wantedValues(match);
    if (!wanted) return null;
    return {
      test: (document) => valuesOf(document.content, document).some((each) => wanted.has(each)),
      candidates:
        index === undefined
          ? null
          : union([...wanted].map((each) => view.indexed(type, index, String(each)))),
    };
  };
}

/** The same for words, where case and accents make no difference. */
export function word<Type extends ContentTypeName>(
  wordsOf: (content: ShownContent<Type>) => readonly string[],
): FieldCondition<Type, Match<string>> {
  return (match, { words }) => {
    const wanted = wantedValues({
      eq: match.eq == null ? null : folded(match.eq),
      in: match.in?.map(folded) ?? null,
    });
    if (!wanted) return null;
    return {
      test: ({ content }) => wordsOf(content).some((each) => wanted.has(words.term(each))),
      candidates: null,
    };
  };
}

/** Holds where the text contains the words asked for, case and accents aside. */
export function text<Type extends ContentTypeName>(
  textOf: (content: ShownContent<Type>) => string,
): FieldCondition<Type, TextMatch> {
  return ({ contains }, { words }) => {
    if (contains == null) return null;
    const wanted = folded(contains);
    return {
      test: ({ content }) => words.line(textOf(content)).includes(wanted),
      candidates: null,
    };
  };
}

/** The same, anywhere in what a reader of the document reads. */
export function anyText<Type extends ContentTypeName>(type: Type): FieldCondition<Type, TextMatch> {
  return ({ contains }, view) => {
    if (contains == null) return null;
    const wanted = folded(contains);
    return {
      test: ({ content }) => view.words.of(type, content).includes(wanted),
      candidates: null,
    };
  };
}

/** Holds where the document names, in this relation field of its own, one of the documents asked for. */
export function names<Name extends RelationName>(
  relation: Name,
): FieldCondition<SourceOf<Name>, DocumentMatch> {
  const { target } = relations[relation];
  const targets = targetsOf(relation);
  return (match, view) => {
    const wanted = wantedDocuments(match, target, view);
    if (!wanted) return null;
    return {
      test: ({ content }) => targets(content).some((id) => wanted.has(id)),
      candidates: union([...wanted].map((id) => view.sources(relation, id))),
    };
  };
}

/** Holds where one of the documents asked for names this one in that relation field of theirs. */
export function namedBy<Name extends RelationName>(
  relation: Name,
): FieldCondition<TargetOf<Name>, DocumentMatch> {
  const source: SourceOf<Name> = relations[relation].source;
  const target: TargetOf<Name> = relations[relation].target;
  const targets = targetsOf(relation);
  return (match, view) => {
    const wanted = wantedDocuments(match, source, view);
    if (!wanted) return null;
    const named = new Set(
      view.targets(source, [...wanted]).flatMap(({ content }) => targets(content)),
    );
    return { test: ({ id }) => named.has(id), candidates: view.targets(target, [...named]) };
  };
}

function targetsOf<Name extends RelationName>(relation: Name) {
  // The compiler does not follow a type parameter into the table; each line of it was checked where it is written.
  return relations[relation].targets as (
    content: ShownContent<SourceOf<Name>>,
  ) => readonly string[];
}

/** Null where nothing is asked. */
function wantedValues<Value>(match: Match<Value>): ReadonlySet<Value> | null {
  const listed = match.in == null ? null : new Set(match.in);
  if (match.eq == null) return listed;
  return new Set(listed === null || listed.has(match.eq) ? [match.eq] : []);
}

/** Ids of those public documents that are asked for; null where nothing is asked. */
function wantedDocuments(
  match: DocumentMatch,
  type: ContentTypeName,
  view: View,
): ReadonlySet<string> | null {
  const ids = match.id == null ? null : wantedValues(match.id);
  const slugs = match.slug == null ? null : wantedValues(match.slug);
  if (!ids && !slugs) return null;
  // What is not public cannot be asked about: an answer would tell that it is there.
  const known = ids && [...ids].filter((id) => view.get(type, id) !== null);
  const bySlug = slugs && new Set([...slugs].flatMap((slug) => view.bySlug(type, slug)?.id ?? []));
  if (!known || !bySlug) return new Set(known ?? bySlug);
  return new Set(known.filter((id) => bySlug.has(id)));
}

function union<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const [only, ...others] = lists;
  return others.length === 0 ? (only ?? []) : [...new Set(lists.flat())];
}
