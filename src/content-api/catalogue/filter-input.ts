import type { acceptingStatuses, practiceBases } from '../../publications/content/clinician';
import type { audiences, faqTopics } from '../../publications/content/faq';
import type { referenceKinds } from '../../publications/content/reference';
import type { safetyKinds, severities } from '../../publications/content/safety-notice';
import type {
  administrationRoutes,
  evidenceLevels,
  regulatoryStatuses,
} from '../../publications/content/service';
import type { phaseKinds } from '../../publications/content/therapy-phase';

/*
 * What a list can be narrowed by. Within one filter every field given must hold; a field that is absent or null does
 * not narrow. `or: []` and `in: []` match nothing, `and: []` matches everything.
 */

/** A value, or one of several. With both, both must hold. */
export interface Match<Value> {
  readonly eq?: Value | null;
  readonly in?: readonly Value[] | null;
}

/** Words within a text; case and accents make no difference. */
export interface TextMatch {
  readonly contains?: string | null;
}

/** Another document that this one names, by its id or by its slug (as a look-up by slug would find it). */
export interface DocumentMatch {
  readonly id?: Match<string> | null;
  readonly slug?: Match<string> | null;
}

/** How filters are joined. */
export interface Joined<Filter> {
  /** Each must hold. */
  readonly and?: readonly Filter[] | null;
  /** At least one must hold. */
  readonly or?: readonly Filter[] | null;
  /** Must not hold. */
  readonly not?: Filter | null;
}

/** What every content type can be narrowed by. */
interface AnyFilter {
  readonly id?: Match<string> | null;
  readonly slug?: Match<string> | null;
  /** Anywhere in the document's words: title, summary, formatted text, and so on. */
  readonly text?: TextMatch | null;
}

/** What types with text of their own can be narrowed by besides. */
interface EditorialFilter extends AnyFilter {
  /** By the name of a tag; case and accents make no difference. */
  readonly tag?: Match<string> | null;
  readonly safetyNotice?: DocumentMatch | null;
  readonly reference?: DocumentMatch | null;
}

export const deliveryModes = ['in-person', 'video', 'phone'] as const;
export type DeliveryMode = (typeof deliveryModes)[number];

export interface ServiceFilter extends EditorialFilter, Joined<ServiceFilter> {
  readonly name?: TextMatch | null;
  readonly condition?: DocumentMatch | null;
  readonly evidenceLevel?: Match<(typeof evidenceLevels)[number]> | null;
  readonly phase?: DocumentMatch | null;
  readonly location?: DocumentMatch | null;
  /** Treated by this clinician. */
  readonly clinician?: DocumentMatch | null;
  readonly route?: Match<(typeof administrationRoutes)[number]> | null;
  readonly regulatoryStatus?: Match<(typeof regulatoryStatuses)[number]> | null;
  readonly delivery?: Match<DeliveryMode> | null;
  /** ISO 3166: `US`, `US-CO`. */
  readonly region?: Match<string> | null;
}

export interface TherapyPhaseFilter extends EditorialFilter, Joined<TherapyPhaseFilter> {
  readonly title?: TextMatch | null;
  readonly kind?: Match<(typeof phaseKinds)[number]> | null;
  /** A phase of this service. */
  readonly service?: DocumentMatch | null;
  /** Accompanied by this clinician. */
  readonly clinician?: DocumentMatch | null;
}

export interface ClinicianFilter extends AnyFilter, Joined<ClinicianFilter> {
  readonly name?: TextMatch | null;
  readonly tag?: Match<string> | null;
  /** USPS code of a state in which they may practise: `CO`. */
  readonly state?: Match<string> | null;
  readonly practiceBasis?: Match<(typeof practiceBases)[number]> | null;
  /** BCP 47: `es`. */
  readonly language?: Match<string> | null;
  readonly accepting?: Match<(typeof acceptingStatuses)[number]> | null;
  readonly delivery?: Match<DeliveryMode> | null;
  readonly service?: DocumentMatch | null;
  readonly phase?: DocumentMatch | null;
  readonly location?: DocumentMatch | null;
  /** NUCC code: `101YP2500X`. */
  readonly taxonomyCode?: Match<string> | null;
}

export interface FaqFilter extends EditorialFilter, Joined<FaqFilter> {
  readonly question?: TextMatch | null;
  readonly topic?: Match<(typeof faqTopics)[number]> | null;
  readonly audience?: Match<(typeof audiences)[number]> | null;
  readonly service?: DocumentMatch | null;
  readonly phase?: DocumentMatch | null;
}

export interface ConditionFilter extends EditorialFilter, Joined<ConditionFilter> {
  readonly name?: TextMatch | null;
  /** Treated by this service. */
  readonly service?: DocumentMatch | null;
}

export interface SafetyNoticeFilter extends AnyFilter, Joined<SafetyNoticeFilter> {
  readonly title?: TextMatch | null;
  readonly kind?: Match<(typeof safetyKinds)[number]> | null;
  readonly severity?: Match<(typeof severities)[number]> | null;
  /** Code of the place where it holds: `US`, `US-CO`. A notice that holds everywhere has none. */
  readonly jurisdiction?: Match<string> | null;
  readonly reference?: DocumentMatch | null;
}

export interface ReferenceFilter extends AnyFilter, Joined<ReferenceFilter> {
  readonly title?: TextMatch | null;
  readonly kind?: Match<(typeof referenceKinds)[number]> | null;
  readonly year?: Match<number> | null;
  readonly doi?: Match<string> | null;
}

export interface LocationFilter extends AnyFilter, Joined<LocationFilter> {
  readonly name?: TextMatch | null;
  readonly city?: TextMatch | null;
  /** USPS code. */
  readonly state?: Match<string> | null;
  /** ISO 3166-1 alpha-2. */
  readonly country?: Match<string> | null;
  readonly wheelchairAccessible?: Match<boolean> | null;
  /** Where this service is offered. */
  readonly service?: DocumentMatch | null;
  /** Where this clinician sees people. */
  readonly clinician?: DocumentMatch | null;
}

/** There is one practice, so nothing to narrow by. */
export type PracticeFilter = AnyFilter & Joined<PracticeFilter>;

interface Filters {
  service: ServiceFilter;
  'therapy-phase': TherapyPhaseFilter;
  clinician: ClinicianFilter;
  faq: FaqFilter;
  condition: ConditionFilter;
  'safety-notice': SafetyNoticeFilter;
  reference: ReferenceFilter;
  location: LocationFilter;
  practice: PracticeFilter;
}

/** The filter of a content type. */
export type FilterOf<Type extends keyof Filters> = Filters[Type];
