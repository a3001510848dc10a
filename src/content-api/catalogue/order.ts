import type { ContentTypeName } from '../../publications/content';
import { faqTopics } from '../../publications/content/faq';
import { severities } from '../../publications/content/safety-notice';
import { phaseKinds } from '../../publications/content/therapy-phase';
import type { Document } from './document';

/** One value that a list is sorted by. */
export type SortValue = string | number | null;

/** One of the values that an order compares, the first that differs deciding. */
export interface SortPart<Type extends ContentTypeName> {
  /** True for words, which are compared as readers of the locale expect; else by code unit or by size. */
  readonly words: boolean;
  readonly value: (document: Document<Type>) => SortValue;
}

function words<Type extends ContentTypeName>(
  value: (document: Document<Type>) => SortValue,
): SortPart<Type> {
  return { words: true, value };
}

function plain<Type extends ContentTypeName>(
  value: (document: Document<Type>) => SortValue,
): SortPart<Type> {
  return { words: false, value };
}

const dates = {
  publishedAt: [plain<ContentTypeName>((document) => document.publishedAt)],
  firstPublishedAt: [plain<ContentTypeName>((document) => document.firstPublishedAt)],
};

/**
 * The orders that each content type can be listed in. An absent value comes before any other when ascending, so that
 * "latest verified first" ends with those never verified. Ties go by id: every order is total.
 */
export const orders = {
  service: { name: [words<'service'>(({ content }) => content.name)], ...dates },
  'therapy-phase': {
    /** As people go through them: preparation, session, integration. */
    kind: [
      plain<'therapy-phase'>(({ content }) => phaseKinds.indexOf(content.kind)),
      words<'therapy-phase'>(({ content }) => content.title),
    ],
    title: [words<'therapy-phase'>(({ content }) => content.title)],
    ...dates,
  },
  clinician: {
    name: [words<'clinician'>(({ content }) => content.name)],
    verifiedOn: [plain<'clinician'>(({ content }) => content.verifiedOn)],
    ...dates,
  },
  faq: {
    /** As the editor numbered them. */
    position: [
      plain<'faq'>(({ content }) => content.position),
      words<'faq'>(({ content }) => content.question),
    ],
    question: [words<'faq'>(({ content }) => content.question)],
    topic: [
      plain<'faq'>(({ content }) => faqTopics.indexOf(content.topic)),
      plain<'faq'>(({ content }) => content.position),
      words<'faq'>(({ content }) => content.question),
    ],
    ...dates,
  },
  condition: { name: [words<'condition'>(({ content }) => content.name)], ...dates },
  'safety-notice': {
    /** From "good to know" to "act now". */
    severity: [
      plain<'safety-notice'>(({ content }) => severities.indexOf(content.severity)),
      words<'safety-notice'>(({ content }) => content.title),
    ],
    title: [words<'safety-notice'>(({ content }) => content.title)],
    ...dates,
  },
  reference: {
    title: [words<'reference'>(({ content }) => content.title)],
    year: [
      plain<'reference'>(({ content }) => content.year),
      words<'reference'>(({ content }) => content.title),
    ],
    ...dates,
  },
  location: {
    name: [words<'location'>(({ content }) => content.name)],
    /** State, then city. */
    place: [
      plain<'location'>(({ content }) => content.state),
      words<'location'>(({ content }) => content.city),
      words<'location'>(({ content }) => content.name),
    ],
    ...dates,
  },
  practice: { name: [words<'practice'>(({ content }) => content.name)], ...dates },
} as const satisfies { [Type in ContentTypeName]: Record<string, readonly SortPart<Type>[]> };

/** What a type can be sorted by: of an FAQ, `position`, `question`, `topic`, `publishedAt`, `firstPublishedAt`. */
export type OrderName<Type extends ContentTypeName = ContentTypeName> = Type extends ContentTypeName
  ? keyof (typeof orders)[Type] & string
  : never;

/** By what a list is sorted, and which way round. Descending is the exact reverse of ascending, ties included. */
export interface OrderOf<Type extends ContentTypeName = ContentTypeName> {
  readonly by: OrderName<Type>;
  readonly descending: boolean;
}

/** The order of a list that was asked for without one. */
export const defaultOrders: { readonly [Type in ContentTypeName]: OrderOf<Type> } = {
  service: { by: 'name', descending: false },
  'therapy-phase': { by: 'kind', descending: false },
  clinician: { by: 'name', descending: false },
  faq: { by: 'position', descending: false },
  condition: { by: 'name', descending: false },
  'safety-notice': { by: 'severity', descending: true },
  reference: { by: 'title', descending: false },
  location: { by: 'name', descending: false },
  practice: { by: 'name', descending: false },
};

/** Every order of a type. */
export function orderNames<Type extends ContentTypeName>(type: Type): readonly OrderName<Type>[] {
  return Object.keys(orders[type]) as OrderName<Type>[];
}
