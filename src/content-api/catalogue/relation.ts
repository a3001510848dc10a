import type { ContentTypeName } from '../../publications/content';
import type { ShownContent } from './shown-content';

/** A relation field, on the side where an editor sets it: what it points to, and how its targets are read. */
interface RelationField<Source extends ContentTypeName, Target extends ContentTypeName> {
  readonly source: Source;
  readonly target: Target;
  /** Document ids, in the editor's order; they may name documents that are not public. */
  readonly targets: (content: ShownContent<Source>) => readonly string[];
}

function relation<Source extends ContentTypeName, Target extends ContentTypeName>(
  source: Source,
  target: Target,
  targets: (content: ShownContent<Source>) => readonly string[],
): RelationField<Source, Target> {
  return { source, target, targets };
}

/** Every relation there is, by `SOURCE.FIELD`. The catalogue answers each of them from both ends. */
export const relations = {
  'service.phases': relation('service', 'therapy-phase', (service) => service.phases),
  'service.conditions': relation('service', 'condition', (service) =>
    service.conditions.flatMap(({ condition }) => condition ?? []),
  ),
  'service.locations': relation('service', 'location', (service) => service.locations),
  'service.references': relation('service', 'reference', (service) => service.references),
  'service.safetyNotices': relation('service', 'safety-notice', (service) => service.safetyNotices),
  'therapy-phase.references': relation('therapy-phase', 'reference', (phase) => phase.references),
  'therapy-phase.safetyNotices': relation(
    'therapy-phase',
    'safety-notice',
    (phase) => phase.safetyNotices,
  ),
  'clinician.services': relation('clinician', 'service', (clinician) => clinician.services),
  'clinician.phases': relation('clinician', 'therapy-phase', (clinician) => clinician.phases),
  'clinician.locations': relation('clinician', 'location', (clinician) => clinician.locations),
  'faq.services': relation('faq', 'service', (faq) => faq.services),
  'faq.phases': relation('faq', 'therapy-phase', (faq) => faq.phases),
  'faq.references': relation('faq', 'reference', (faq) => faq.references),
  'faq.safetyNotices': relation('faq', 'safety-notice', (faq) => faq.safetyNotices),
  'condition.references': relation('condition', 'reference', (condition) => condition.references),
  'condition.safetyNotices': relation(
    'condition',
    'safety-notice',
    (condition) => condition.safetyNotices,
  ),
  'safety-notice.references': relation('safety-notice', 'reference', (notice) => notice.references),
  'practice.safetyNotices': relation(
    'practice',
    'safety-notice',
    (practice) => practice.safetyNotices,
  ),
} as const;

/** `faq.services`: what an editor sets on an FAQ; from the service's end it answers "which FAQs". */
export type RelationName = keyof typeof relations;

/** The content type that has the relation field. */
export type SourceOf<Name extends RelationName> = (typeof relations)[Name]['source'];

/** The content type that the relation field names documents of. */
export type TargetOf<Name extends RelationName> = (typeof relations)[Name]['target'];

/** The relations whose field is on this content type. */
export type RelationFrom<Type extends ContentTypeName> = {
  [Name in RelationName]: SourceOf<Name> extends Type ? Name : never;
}[RelationName];
