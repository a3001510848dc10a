import type { ContentTypeName } from '../../publications/content';
import type { ShownContent } from './shown-content';
import { relations, type RelationFrom, type RelationName } from './relation';

/** Values of a document that it is found by: one, several or none. */
export type IndexKeys<Type extends ContentTypeName> = (
  content: ShownContent<Type>,
) => readonly string[];

/** Fields that lists are often narrowed by, each kept as an index. What is not here is looked at document by document. */
export const indexedFields = {
  service: {},
  'therapy-phase': { kind: (phase) => [phase.kind] },
  clinician: {
    state: (clinician) => clinician.practiceStates.map(({ state }) => state),
    language: (clinician) => clinician.languages.map(({ code }) => code),
    accepting: (clinician) => [clinician.accepting],
  },
  faq: { topic: (faq) => [faq.topic], audience: (faq) => [faq.audience] },
  condition: {},
  'safety-notice': { kind: (notice) => [notice.kind] },
  reference: {},
  location: { state: (location) => [location.state] },
  practice: {},
} as const satisfies { [Type in ContentTypeName]: Record<string, IndexKeys<Type>> };

/** The indexes of a type: its own relation fields, and its indexed fields. */
export type IndexName<Type extends ContentTypeName> = Type extends ContentTypeName
  ? RelationFrom<Type> | (keyof (typeof indexedFields)[Type] & string)
  : never;

/** Every index of a type, by name. */
export function indexesOf<Type extends ContentTypeName>(
  type: Type,
): ReadonlyMap<IndexName<Type>, IndexKeys<Type>> {
  const fromRelations = (Object.keys(relations) as RelationName[])
    .filter((name) => relations[name].source === type)
    .map((name) => [name, relations[name].targets]);
  // The filter has kept this type's relations only, and the table of fields is checked where it is written.
  return new Map([...fromRelations, ...Object.entries(indexedFields[type])] as [
    IndexName<Type>,
    IndexKeys<Type>,
  ][]);
}
