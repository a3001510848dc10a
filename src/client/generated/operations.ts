// Written by npm run client:generate from the schema and src/client/operations: change those.

import type { TypedDocument } from '../typed-document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whom a clinician takes on. */
export type AcceptingStatus =
  /** Those already in care, and their families. */
  | 'EXISTING_AND_FAMILY'
  /** Only those already in care. */
  | 'EXISTING_ONLY'
  /** New patients. */
  | 'NEW'
  /** Nobody at present. */
  | 'NONE';

/** A value, or one of several. With both, both must hold. */
export type AcceptingStatusMatch = {
  /** Exactly this value. */
  readonly eq?: AcceptingStatus | null | undefined;
  /** One of these; of none, nothing is. */
  readonly in?: ReadonlyArray<AcceptingStatus> | null | undefined;
};

/** How a medicine gets into the body. */
export type AdministrationRouteKind =
  /** Injected into a muscle. */
  | 'INTRAMUSCULAR'
  /** Dripped into a vein. */
  | 'INTRAVENOUS'
  /** Dissolves in the mouth. */
  | 'LOZENGE'
  /** Sprayed into the nose. */
  | 'NASAL_SPRAY';

/** A value, or one of several. With both, both must hold. */
export type AdministrationRouteKindMatch = {
  /** Exactly this value. */
  readonly eq?: AdministrationRouteKind | null | undefined;
  /** One of these; of none, nothing is. */
  readonly in?: ReadonlyArray<AdministrationRouteKind> | null | undefined;
};

/** Whom a text speaks to. */
export type Audience =
  /** Professionals. */
  | 'CLINICIAN'
  /** Those close to them. */
  | 'FAMILY'
  /** People who seek treatment. */
  | 'PATIENT';

/** A value, or one of several. With both, both must hold. */
export type AudienceMatch = {
  /** Exactly this value. */
  readonly eq?: Audience | null | undefined;
  /** One of these; of none, nothing is. */
  readonly in?: ReadonlyArray<Audience> | null | undefined;
};

/** What a change did. */
export type ChangeKind =
  /** The practice’s languages changed, or what stands in for a text that one of them lacks: any answer may be another. */
  | 'CONFIGURED'
  /** A text became public, or a new revision of it did. */
  | 'PUBLISHED'
  /** A text stopped being public: a tombstone. Whoever keeps a copy takes it down. */
  | 'WITHDRAWN';

/** Narrows a list. Every field given must hold; one that is absent or null does not narrow. */
export type ClinicianFilter = {
  /** Who takes on these people. */
  readonly accepting?: AcceptingStatusMatch | null | undefined;
  /** All of these hold. */
  readonly and?: ReadonlyArray<ClinicianFilter> | null | undefined;
  /** Who meets people this way. */
  readonly delivery?: DeliveryModeMatch | null | undefined;
  /** By id. */
  readonly id?: IdMatch | null | undefined;
  /** Who speaks this language, as BCP 47 names it: es. */
  readonly language?: StringMatch | null | undefined;
  /** Who sees people at this location. */
  readonly location?: DocumentMatch | null | undefined;
  /** Within the name. */
  readonly name?: TextMatch | null | undefined;
  /** This does not hold. */
  readonly not?: ClinicianFilter | null | undefined;
  /** One of these holds at least. */
  readonly or?: ReadonlyArray<ClinicianFilter> | null | undefined;
  /** Who accompanies this phase. */
  readonly phase?: DocumentMatch | null | undefined;
  /** Who practises in some state on this basis. */
  readonly practiceBasis?: PracticeBasisMatch | null | undefined;
  /** Who offers this service. */
  readonly service?: DocumentMatch | null | undefined;
  /** By slug, in the language asked for. */
  readonly slug?: StringMatch | null | undefined;
  /** Who may practise in this state, by its USPS code: CO. */
  readonly state?: StringMatch | null | undefined;
  /** By a tag; case and accents make no difference. */
  readonly tag?: StringMatch | null | undefined;
  /** With this NUCC code: 101YP2500X. */
  readonly taxonomyCode?: StringMatch | null | undefined;
  /** Anywhere in the words of the document: title, summary, formatted text. */
  readonly text?: TextMatch | null | undefined;
};

/** By what a list is sorted. Every order is total: ties go by id. */
export type ClinicianOrder =
  /** By when the document was first published. */
  | 'FIRST_PUBLISHED_AT_ASC'
  /** By when the document was first published, backwards. */
  | 'FIRST_PUBLISHED_AT_DESC'
  /** By name. */
  | 'NAME_ASC'
  /** By name, backwards. */
  | 'NAME_DESC'
  /** By when the present revision was published. */
  | 'PUBLISHED_AT_ASC'
  /** By when the present revision was published, backwards. */
  | 'PUBLISHED_AT_DESC'
  /** By the day of the last verification; never verified comes before any day. */
  | 'VERIFIED_ON_ASC'
  /** By the day of the last verification; never verified comes before any day, backwards. */
  | 'VERIFIED_ON_DESC';

/** What a contact’s value is. */
export type ContactKind =
  /** An e-mail address. */
  | 'EMAIL'
  /** A phone number. */
  | 'PHONE'
  /** A number that takes text messages, or what to write to it. */
  | 'TEXT'
  /** An address of the web. */
  | 'URL';

/** The types of content that there are. */
export type ContentType =
  /** Somebody who treats. */
  | 'CLINICIAN'
  /** What is treated. */
  | 'CONDITION'
  /** A question that is often asked, with its answer. */
  | 'FAQ'
  /** Where the practice sees people. */
  | 'LOCATION'
  /** The practice itself; there is one. */
  | 'PRACTICE'
  /** A source that texts cite. */
  | 'REFERENCE'
  /** What must be shown next to a text. */
  | 'SAFETY_NOTICE'
  /** What the practice offers. */
  | 'SERVICE'
  /** One phase of a course of treatment. */
  | 'THERAPY_PHASE';

/** What kind of credential it is. */
export type CredentialKind =
  /** A certification. */
  | 'CERTIFICATION'
  /** An academic degree. */
  | 'DEGREE'
  /** A licence to practise. */
  | 'LICENCE';

/** Whether a credential holds. */
export type CredentialStatus =
  /** It holds. */
  | 'ACTIVE'
  /** It is at rest. */
  | 'INACTIVE'
  /** It was applied for. */
  | 'PENDING'
  /** It was taken away. */
  | 'REVOKED'
  /** Not known. */
  | 'UNKNOWN';

/** How people meet. */
export type DeliveryMode =
  /** At a place. */
  | 'IN_PERSON'
  /** By phone. */
  | 'PHONE'
  /** By video. */
  | 'VIDEO';

/** A value, or one of several. With both, both must hold. */
export type DeliveryModeMatch = {
  /** Exactly this value. */
  readonly eq?: DeliveryMode | null | undefined;
  /** One of these; of none, nothing is. */
  readonly in?: ReadonlyArray<DeliveryMode> | null | undefined;
};

/** Another document that this one is related to. */
export type DocumentMatch = {
  /** By its id. */
  readonly id?: IdMatch | null | undefined;
  /** By its slug, as a look-up finds it. */
  readonly slug?: StringMatch | null | undefined;
};

/** How well studies support a treatment for a condition. */
export type EvidenceLevel =
  /** Small or short trials. */
  | 'LIMITED'
  /** Some good trials. */
  | 'MODERATE'
  /** No studies that speak to it. */
  | 'NONE'
  /** Several large trials agree. */
  | 'STRONG'
  /** Case reports, or trials of little weight. */
  | 'VERY_LIMITED';

/** A value, or one of several. With both, both must hold. */
export type EvidenceLevelMatch = {
  /** Exactly this value. */
  readonly eq?: EvidenceLevel | null | undefined;
  /** One of these; of none, nothing is. */
  readonly in?: ReadonlyArray<EvidenceLevel> | null | undefined;
};

/** Narrows a list. Every field given must hold; one that is absent or null does not narrow. */
export type FaqFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<FaqFilter> | null | undefined;
  /** For these readers. */
  readonly audience?: AudienceMatch | null | undefined;
  /** By id. */
  readonly id?: IdMatch | null | undefined;
  /** This does not hold. */
  readonly not?: FaqFilter | null | undefined;
  /** One of these holds at least. */
  readonly or?: ReadonlyArray<FaqFilter> | null | undefined;
  /** About this phase. */
  readonly phase?: DocumentMatch | null | undefined;
  /** Within the question. */
  readonly question?: TextMatch | null | undefined;
  /** That cites this reference. */
  readonly reference?: DocumentMatch | null | undefined;
  /** That names this safety notice itself. */
  readonly safetyNotice?: DocumentMatch | null | undefined;
  /** About this service. */
  readonly service?: DocumentMatch | null | undefined;
  /** By slug, in the language asked for. */
  readonly slug?: StringMatch | null | undefined;
  /** By a tag; case and accents make no difference. */
  readonly tag?: StringMatch | null | undefined;
  /** Anywhere in the words of the document: title, summary, formatted text. */
  readonly text?: TextMatch | null | undefined;
  /** On this topic. */
  readonly topic?: FaqTopicMatch | null | undefined;
};

/** By what a list is sorted. Every order is total: ties go by id. */
export type FaqOrder =
  /** By when the document was first published. */
  | 'FIRST_PUBLISHED_AT_ASC'
  /** By when the document was first published, backwards. */
  | 'FIRST_PUBLISHED_AT_DESC'
  /** By the number that the editor gave, then by question. */
  | 'POSITION_ASC'
  /** By the number that the editor gave, then by question, backwards. */
  | 'POSITION_DESC'
  /** By when the present revision was published. */
  | 'PUBLISHED_AT_ASC'
  /** By when the present revision was published, backwards. */
  | 'PUBLISHED_AT_DESC'
  /** By question. */
  | 'QUESTION_ASC'
  /** By question, backwards. */
  | 'QUESTION_DESC'
  /** By topic, then by position. */
  | 'TOPIC_ASC'
  /** By topic, then by position, backwards. */
  | 'TOPIC_DESC';

/** What a question is about. */
export type FaqTopic =
  /** Who can get it, where and how. */
  | 'ACCESS'
  /** What it is. */
  | 'BASICS'
  /** Fees and insurance. */
  | 'COST'
  /** What studies say. */
  | 'EVIDENCE'
  /** What comes after. */
  | 'INTEGRATION'
  /** Getting ready. */
  | 'PREPARATION'
  /** Risks and who should not. */
  | 'SAFETY'
  /** The session with the medicine. */
  | 'SESSION';

/** A value, or one of several. With both, both must hold. */
export type FaqTopicMatch = {
  /** Exactly this value. */
  readonly eq?: FaqTopic | null | undefined;
  /** One of these; of none, nothing is. */
  readonly in?: ReadonlyArray<FaqTopic> | null | undefined;
};

/** What a fee is for. */
export type FeeUnit =
  /** The whole course. */
  | 'COURSE'
  /** One hour. */
  | 'HOUR'
  /** One session with the medicine. */
  | 'SESSION'
  /** One visit. */
  | 'VISIT';

/** A value, or one of several. With both, both must hold. */
export type IdMatch = {
  /** Exactly this value. */
  readonly eq?: string | number | null | undefined;
  /** One of these; of none, nothing is. */
  readonly in?: ReadonlyArray<string | number> | null | undefined;
};

/** A part of the therapy. */
export type PhaseKind =
  /** After it: making sense of what was felt. */
  | 'INTEGRATION'
  /** Before the medicine. */
  | 'PREPARATION'
  /** With the medicine. */
  | 'SESSION';

/** What allows a clinician to practise in a state. */
export type PracticeBasis =
  /** A privilege under an interstate compact. */
  | 'COMPACT_PRIVILEGE'
  /** A licence of that state. */
  | 'LICENCE'
  /** The psychologists’ compact, PSYPACT. */
  | 'PSYPACT';

/** A value, or one of several. With both, both must hold. */
export type PracticeBasisMatch = {
  /** Exactly this value. */
  readonly eq?: PracticeBasis | null | undefined;
  /** One of these; of none, nothing is. */
  readonly in?: ReadonlyArray<PracticeBasis> | null | undefined;
};

/** How the use of a medicine stands to the regulator. */
export type RegulatoryStatus =
  /** Approved for this use. */
  | 'APPROVED'
  /** Made by a pharmacy; not approved as such. */
  | 'COMPOUNDED'
  /** Approved, but for another use. */
  | 'OFF_LABEL';

/** A value, or one of several. With both, both must hold. */
export type RegulatoryStatusMatch = {
  /** Exactly this value. */
  readonly eq?: RegulatoryStatus | null | undefined;
  /** One of these; of none, nothing is. */
  readonly in?: ReadonlyArray<RegulatoryStatus> | null | undefined;
};

/** What a notice is about. */
export type SafetyKind =
  /** A medicine that a pharmacy makes. */
  | 'COMPOUNDED'
  /** Where to get help at once. */
  | 'CRISIS_LINE'
  /** Not driving after a session. */
  | 'DRIVING'
  /** Anything else. */
  | 'GENERAL'
  /** Watching over someone during and after a session. */
  | 'MONITORING'
  /** A use that the regulator has not approved. */
  | 'OFF_LABEL';

/** What a screening item means for treatment. None is a verdict: a clinician decides. */
export type ScreeningKind =
  /** Speaks against treatment. */
  | 'CONTRAINDICATION'
  /** Needs care. */
  | 'PRECAUTION'
  /** Must be in place. */
  | 'REQUIREMENT';

/** Narrows a list. Every field given must hold; one that is absent or null does not narrow. */
export type ServiceFilter = {
  /** All of these hold. */
  readonly and?: ReadonlyArray<ServiceFilter> | null | undefined;
  /** Treated by this clinician. */
  readonly clinician?: DocumentMatch | null | undefined;
  /** For this condition. */
  readonly condition?: DocumentMatch | null | undefined;
  /** Offered this way. */
  readonly delivery?: DeliveryModeMatch | null | undefined;
  /** With evidence of this level for one of its conditions. */
  readonly evidenceLevel?: EvidenceLevelMatch | null | undefined;
  /** By id. */
  readonly id?: IdMatch | null | undefined;
  /** At this location. */
  readonly location?: DocumentMatch | null | undefined;
  /** Within the name. */
  readonly name?: TextMatch | null | undefined;
  /** This does not hold. */
  readonly not?: ServiceFilter | null | undefined;
  /** One of these holds at least. */
  readonly or?: ReadonlyArray<ServiceFilter> | null | undefined;
  /** With this phase. */
  readonly phase?: DocumentMatch | null | undefined;
  /** That cites this reference. */
  readonly reference?: DocumentMatch | null | undefined;
  /** Offered in this region, as ISO 3166 names it: US, US-CO. */
  readonly region?: StringMatch | null | undefined;
  /** With a route of this regulatory status. */
  readonly regulatoryStatus?: RegulatoryStatusMatch | null | undefined;
  /** With a medicine given this way. */
  readonly route?: AdministrationRouteKindMatch | null | undefined;
  /** That names this safety notice itself. */
  readonly safetyNotice?: DocumentMatch | null | undefined;
  /** By slug, in the language asked for. */
  readonly slug?: StringMatch | null | undefined;
  /** By a tag; case and accents make no difference. */
  readonly tag?: StringMatch | null | undefined;
  /** Anywhere in the words of the document: title, summary, formatted text. */
  readonly text?: TextMatch | null | undefined;
};

/** By what a list is sorted. Every order is total: ties go by id. */
export type ServiceOrder =
  /** By when the document was first published. */
  | 'FIRST_PUBLISHED_AT_ASC'
  /** By when the document was first published, backwards. */
  | 'FIRST_PUBLISHED_AT_DESC'
  /** By name. */
  | 'NAME_ASC'
  /** By name, backwards. */
  | 'NAME_DESC'
  /** By when the present revision was published. */
  | 'PUBLISHED_AT_ASC'
  /** By when the present revision was published, backwards. */
  | 'PUBLISHED_AT_DESC';

/** How urgent a notice is, from good to know to act now. */
export type Severity =
  /** Take care. */
  | 'CAUTION'
  /** Act now. */
  | 'EMERGENCY'
  /** Good to know. */
  | 'INFORMATION'
  /** May do harm. */
  | 'WARNING';

/** A value, or one of several. With both, both must hold. */
export type StringMatch = {
  /** Exactly this value. */
  readonly eq?: string | null | undefined;
  /** One of these; of none, nothing is. */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Words within a text. */
export type TextMatch = {
  /** Contains this; case and accents make no difference. */
  readonly contains?: string | null | undefined;
};

/** Why a text stopped being public. */
export type WithdrawalReason =
  /** The document was deleted. */
  | 'DELETED'
  /** An editor took it back. */
  | 'UNPUBLISHED';

export type DocumentAddressQueryVariables = Exact<{
  id: string | number;
  locale?: string | null | undefined;
}>;

export type DocumentAddressQuery = {
  readonly nodes: ReadonlyArray<
    | {
        readonly __typename: 'Clinician';
        readonly id: string;
        readonly slug: string;
        readonly locale: string | null;
        readonly isFallback: boolean;
        readonly availableLocales: ReadonlyArray<string>;
        readonly url: string | null;
      }
    | {
        readonly __typename: 'Condition';
        readonly id: string;
        readonly slug: string;
        readonly locale: string | null;
        readonly isFallback: boolean;
        readonly availableLocales: ReadonlyArray<string>;
        readonly url: string | null;
      }
    | {
        readonly __typename: 'Faq';
        readonly id: string;
        readonly slug: string;
        readonly locale: string | null;
        readonly isFallback: boolean;
        readonly availableLocales: ReadonlyArray<string>;
        readonly url: string | null;
      }
    | {
        readonly __typename: 'Location';
        readonly id: string;
        readonly slug: string;
        readonly locale: string | null;
        readonly isFallback: boolean;
        readonly availableLocales: ReadonlyArray<string>;
        readonly url: string | null;
      }
    | {
        readonly __typename: 'Practice';
        readonly id: string;
        readonly slug: string;
        readonly locale: string | null;
        readonly isFallback: boolean;
        readonly availableLocales: ReadonlyArray<string>;
        readonly url: string | null;
      }
    | {
        readonly __typename: 'Reference';
        readonly id: string;
        readonly slug: string;
        readonly locale: string | null;
        readonly isFallback: boolean;
        readonly availableLocales: ReadonlyArray<string>;
        readonly url: string | null;
      }
    | {
        readonly __typename: 'SafetyNotice';
        readonly id: string;
        readonly slug: string;
        readonly locale: string | null;
        readonly isFallback: boolean;
        readonly availableLocales: ReadonlyArray<string>;
        readonly url: string | null;
      }
    | {
        readonly __typename: 'Service';
        readonly id: string;
        readonly slug: string;
        readonly locale: string | null;
        readonly isFallback: boolean;
        readonly availableLocales: ReadonlyArray<string>;
        readonly url: string | null;
      }
    | {
        readonly __typename: 'TherapyPhase';
        readonly id: string;
        readonly slug: string;
        readonly locale: string | null;
        readonly isFallback: boolean;
        readonly availableLocales: ReadonlyArray<string>;
        readonly url: string | null;
      }
    | null
  >;
};

export type SitemapServicesQueryVariables = Exact<{
  locale?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type SitemapServicesQuery = {
  readonly services: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly availableLocales: ReadonlyArray<string>;
      readonly url: string | null;
      readonly publishedAt: string | null;
    }>;
  };
};

export type SitemapTherapyPhasesQueryVariables = Exact<{
  locale?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type SitemapTherapyPhasesQuery = {
  readonly therapyPhases: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly availableLocales: ReadonlyArray<string>;
      readonly url: string | null;
      readonly publishedAt: string | null;
    }>;
  };
};

export type SitemapFaqsQueryVariables = Exact<{
  locale?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type SitemapFaqsQuery = {
  readonly faqs: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly availableLocales: ReadonlyArray<string>;
      readonly url: string | null;
      readonly publishedAt: string | null;
    }>;
  };
};

export type ChangesQueryVariables = Exact<{
  since?: string | null | undefined;
  first?: number | null | undefined;
  types?: ReadonlyArray<ContentType> | ContentType | null | undefined;
  locales?: ReadonlyArray<string> | string | null | undefined;
}>;

export type ChangesQuery = {
  readonly changes: {
    readonly nextSince: string;
    readonly hasMore: boolean;
    readonly changes: ReadonlyArray<{
      readonly cursor: string;
      readonly kind: ChangeKind;
      readonly type: ContentType | null;
      readonly documentId: string | null;
      readonly locale: string | null;
      readonly revision: number | null;
      readonly contentHash: string | null;
      readonly reason: WithdrawalReason | null;
      readonly edition: string;
      readonly at: string;
    }>;
  };
};

export type ChangeFieldsFragment = {
  readonly cursor: string;
  readonly kind: ChangeKind;
  readonly type: ContentType | null;
  readonly documentId: string | null;
  readonly locale: string | null;
  readonly revision: number | null;
  readonly contentHash: string | null;
  readonly reason: WithdrawalReason | null;
  readonly edition: string;
  readonly at: string;
};

export type ChangedSubscriptionVariables = Exact<{
  types?: ReadonlyArray<ContentType> | ContentType | null | undefined;
  locales?: ReadonlyArray<string> | string | null | undefined;
}>;

export type ChangedSubscription = {
  readonly changed: {
    readonly cursor: string;
    readonly kind: ChangeKind;
    readonly type: ContentType | null;
    readonly documentId: string | null;
    readonly locale: string | null;
    readonly revision: number | null;
    readonly contentHash: string | null;
    readonly reason: WithdrawalReason | null;
    readonly edition: string;
    readonly at: string;
  };
};

export type CliniciansQueryVariables = Exact<{
  locale?: string | null | undefined;
  filter?: ClinicianFilter | null | undefined;
  orderBy?: ClinicianOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type CliniciansQuery = {
  readonly clinicians: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly name: string;
      readonly pronouns: string | null;
      readonly role: string;
      readonly accepting: AcceptingStatus;
      readonly languages: ReadonlyArray<string>;
      readonly delivery: {
        readonly inPerson: boolean;
        readonly phone: boolean;
        readonly video: boolean;
      } | null;
      readonly practiceStates: ReadonlyArray<{
        readonly state: string;
        readonly basis: PracticeBasis;
      }>;
      readonly photo: {
        readonly url: string;
        readonly width: number | null;
        readonly height: number | null;
        readonly alternativeText: string;
        readonly placeholder: string | null;
        readonly renditions: ReadonlyArray<{
          readonly url: string;
          readonly width: number;
          readonly height: number;
          readonly mime: string;
        }>;
      } | null;
    }>;
  };
};

export type ClinicianPageQueryVariables = Exact<{
  slug: string;
  locale?: string | null | undefined;
}>;

export type ClinicianPageQuery = {
  readonly clinician: {
    readonly name: string;
    readonly pronouns: string | null;
    readonly role: string;
    readonly accepting: AcceptingStatus;
    readonly languages: ReadonlyArray<string>;
    readonly bookingUrl: string | null;
    readonly verifiedOn: string | null;
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly availableLocales: ReadonlyArray<string>;
    readonly isFallback: boolean;
    readonly revision: number | null;
    readonly contentHash: string;
    readonly publishedAt: string | null;
    readonly refreshBy: string | null;
    readonly url: string | null;
    readonly biography: { readonly html: string; readonly text: string };
    readonly photo: {
      readonly url: string;
      readonly width: number | null;
      readonly height: number | null;
      readonly alternativeText: string;
      readonly placeholder: string | null;
      readonly renditions: ReadonlyArray<{
        readonly url: string;
        readonly width: number;
        readonly height: number;
        readonly mime: string;
      }>;
    } | null;
    readonly delivery: {
      readonly inPerson: boolean;
      readonly phone: boolean;
      readonly video: boolean;
    } | null;
    readonly credentials: ReadonlyArray<{
      readonly kind: CredentialKind;
      readonly name: string;
      readonly abbreviation: string | null;
      readonly issuer: string | null;
      readonly state: string | null;
      readonly status: CredentialStatus;
      readonly identifier: string | null;
      readonly verifiedOn: string | null;
      readonly expiresOn: string | null;
    }>;
    readonly practiceStates: ReadonlyArray<{
      readonly state: string;
      readonly basis: PracticeBasis;
      readonly identifier: string | null;
      readonly verifiedOn: string | null;
      readonly expiresOn: string | null;
    }>;
    readonly locations: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly name: string;
      readonly city: string;
      readonly state: string;
      readonly refreshBy: string | null;
    }>;
    readonly services: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly name: string;
      readonly refreshBy: string | null;
    }>;
    readonly phases: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly title: string;
      readonly refreshBy: string | null;
    }>;
    readonly authors: ReadonlyArray<{
      readonly name: string;
      readonly role: string | null;
      readonly url: string | null;
    }>;
    readonly attribution: {
      readonly text: string;
      readonly url: string | null;
      readonly licence: string | null;
    } | null;
    readonly references: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly authorNames: string | null;
      readonly publisher: string | null;
      readonly year: number | null;
      readonly url: string | null;
      readonly doi: string | null;
    }>;
    readonly safety: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly kind: SafetyKind;
      readonly severity: Severity;
      readonly title: string;
      readonly text: { readonly html: string; readonly text: string };
      readonly jurisdiction: {
        readonly code: string;
        readonly name: string;
        readonly note: string | null;
      } | null;
      readonly crisisLines: ReadonlyArray<{
        readonly name: string;
        readonly phone: string | null;
        readonly textMessage: string | null;
        readonly url: string | null;
        readonly hours: string | null;
        readonly languages: string | null;
      }>;
    }>;
  } | null;
};

export type ConditionsQueryVariables = Exact<{
  locale?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ConditionsQuery = {
  readonly conditions: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly name: string;
      readonly alsoKnownAs: ReadonlyArray<string>;
      readonly summary: string;
    }>;
  };
};

export type ConditionPageQueryVariables = Exact<{
  slug: string;
  locale?: string | null | undefined;
}>;

export type ConditionPageQuery = {
  readonly condition: {
    readonly name: string;
    readonly alsoKnownAs: ReadonlyArray<string>;
    readonly summary: string;
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly availableLocales: ReadonlyArray<string>;
    readonly isFallback: boolean;
    readonly revision: number | null;
    readonly contentHash: string;
    readonly publishedAt: string | null;
    readonly refreshBy: string | null;
    readonly url: string | null;
    readonly body: { readonly html: string; readonly text: string } | null;
    readonly searchEngine: {
      readonly title: string | null;
      readonly description: string | null;
    } | null;
    readonly services: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly slug: string;
        readonly name: string;
        readonly summary: string;
        readonly refreshBy: string | null;
      }>;
    };
    readonly authors: ReadonlyArray<{
      readonly name: string;
      readonly role: string | null;
      readonly url: string | null;
    }>;
    readonly attribution: {
      readonly text: string;
      readonly url: string | null;
      readonly licence: string | null;
    } | null;
    readonly references: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly authorNames: string | null;
      readonly publisher: string | null;
      readonly year: number | null;
      readonly url: string | null;
      readonly doi: string | null;
    }>;
    readonly safety: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly kind: SafetyKind;
      readonly severity: Severity;
      readonly title: string;
      readonly text: { readonly html: string; readonly text: string };
      readonly jurisdiction: {
        readonly code: string;
        readonly name: string;
        readonly note: string | null;
      } | null;
      readonly crisisLines: ReadonlyArray<{
        readonly name: string;
        readonly phone: string | null;
        readonly textMessage: string | null;
        readonly url: string | null;
        readonly hours: string | null;
        readonly languages: string | null;
      }>;
    }>;
  } | null;
};

export type FaqsQueryVariables = Exact<{
  locale?: string | null | undefined;
  filter?: FaqFilter | null | undefined;
  orderBy?: FaqOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type FaqsQuery = {
  readonly faqs: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly question: string;
      readonly topic: FaqTopic;
      readonly audience: Audience;
      readonly position: number;
    }>;
  };
};

export type FaqPageQueryVariables = Exact<{
  slug: string;
  locale?: string | null | undefined;
}>;

export type FaqPageQuery = {
  readonly faq: {
    readonly question: string;
    readonly topic: FaqTopic;
    readonly audience: Audience;
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly availableLocales: ReadonlyArray<string>;
    readonly isFallback: boolean;
    readonly revision: number | null;
    readonly contentHash: string;
    readonly publishedAt: string | null;
    readonly refreshBy: string | null;
    readonly url: string | null;
    readonly answer: { readonly html: string; readonly text: string };
    readonly searchEngine: {
      readonly title: string | null;
      readonly description: string | null;
    } | null;
    readonly services: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly name: string;
      readonly refreshBy: string | null;
    }>;
    readonly phases: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly title: string;
      readonly refreshBy: string | null;
    }>;
    readonly authors: ReadonlyArray<{
      readonly name: string;
      readonly role: string | null;
      readonly url: string | null;
    }>;
    readonly attribution: {
      readonly text: string;
      readonly url: string | null;
      readonly licence: string | null;
    } | null;
    readonly references: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly authorNames: string | null;
      readonly publisher: string | null;
      readonly year: number | null;
      readonly url: string | null;
      readonly doi: string | null;
    }>;
    readonly safety: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly kind: SafetyKind;
      readonly severity: Severity;
      readonly title: string;
      readonly text: { readonly html: string; readonly text: string };
      readonly jurisdiction: {
        readonly code: string;
        readonly name: string;
        readonly note: string | null;
      } | null;
      readonly crisisLines: ReadonlyArray<{
        readonly name: string;
        readonly phone: string | null;
        readonly textMessage: string | null;
        readonly url: string | null;
        readonly hours: string | null;
        readonly languages: string | null;
      }>;
    }>;
  } | null;
};

export type LocationsQueryVariables = Exact<{
  locale?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type LocationsQuery = {
  readonly locations: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly name: string;
      readonly city: string;
      readonly state: string;
    }>;
  };
};

export type LocationPageQueryVariables = Exact<{
  slug: string;
  locale?: string | null | undefined;
}>;

export type LocationPageQuery = {
  readonly location: {
    readonly name: string;
    readonly addressLines: ReadonlyArray<string>;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
    readonly country: string;
    readonly phone: string | null;
    readonly email: string | null;
    readonly hours: string | null;
    readonly publicTransport: string | null;
    readonly wheelchairAccessible: boolean;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly availableLocales: ReadonlyArray<string>;
    readonly isFallback: boolean;
    readonly revision: number | null;
    readonly contentHash: string;
    readonly publishedAt: string | null;
    readonly refreshBy: string | null;
    readonly url: string | null;
    readonly services: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly slug: string;
        readonly name: string;
        readonly refreshBy: string | null;
      }>;
    };
    readonly clinicians: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly slug: string;
        readonly name: string;
        readonly role: string;
        readonly refreshBy: string | null;
      }>;
    };
    readonly authors: ReadonlyArray<{
      readonly name: string;
      readonly role: string | null;
      readonly url: string | null;
    }>;
    readonly attribution: {
      readonly text: string;
      readonly url: string | null;
      readonly licence: string | null;
    } | null;
    readonly references: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly authorNames: string | null;
      readonly publisher: string | null;
      readonly year: number | null;
      readonly url: string | null;
      readonly doi: string | null;
    }>;
    readonly safety: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly kind: SafetyKind;
      readonly severity: Severity;
      readonly title: string;
      readonly text: { readonly html: string; readonly text: string };
      readonly jurisdiction: {
        readonly code: string;
        readonly name: string;
        readonly note: string | null;
      } | null;
      readonly crisisLines: ReadonlyArray<{
        readonly name: string;
        readonly phone: string | null;
        readonly textMessage: string | null;
        readonly url: string | null;
        readonly hours: string | null;
        readonly languages: string | null;
      }>;
    }>;
  } | null;
};

export type NoticeFragment = {
  readonly id: string;
  readonly slug: string;
  readonly locale: string | null;
  readonly isFallback: boolean;
  readonly refreshBy: string | null;
  readonly kind: SafetyKind;
  readonly severity: Severity;
  readonly title: string;
  readonly text: { readonly html: string; readonly text: string };
  readonly jurisdiction: {
    readonly code: string;
    readonly name: string;
    readonly note: string | null;
  } | null;
  readonly crisisLines: ReadonlyArray<{
    readonly name: string;
    readonly phone: string | null;
    readonly textMessage: string | null;
    readonly url: string | null;
    readonly hours: string | null;
    readonly languages: string | null;
  }>;
};

export type SourceFragment = {
  readonly id: string;
  readonly title: string;
  readonly authorNames: string | null;
  readonly publisher: string | null;
  readonly year: number | null;
  readonly url: string | null;
  readonly doi: string | null;
};

type Facts_Clinician_Fragment = {
  readonly id: string;
  readonly slug: string;
  readonly locale: string | null;
  readonly availableLocales: ReadonlyArray<string>;
  readonly isFallback: boolean;
  readonly revision: number | null;
  readonly contentHash: string;
  readonly publishedAt: string | null;
  readonly refreshBy: string | null;
  readonly url: string | null;
  readonly authors: ReadonlyArray<{
    readonly name: string;
    readonly role: string | null;
    readonly url: string | null;
  }>;
  readonly attribution: {
    readonly text: string;
    readonly url: string | null;
    readonly licence: string | null;
  } | null;
  readonly references: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly authorNames: string | null;
    readonly publisher: string | null;
    readonly year: number | null;
    readonly url: string | null;
    readonly doi: string | null;
  }>;
  readonly safety: ReadonlyArray<{
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly isFallback: boolean;
    readonly refreshBy: string | null;
    readonly kind: SafetyKind;
    readonly severity: Severity;
    readonly title: string;
    readonly text: { readonly html: string; readonly text: string };
    readonly jurisdiction: {
      readonly code: string;
      readonly name: string;
      readonly note: string | null;
    } | null;
    readonly crisisLines: ReadonlyArray<{
      readonly name: string;
      readonly phone: string | null;
      readonly textMessage: string | null;
      readonly url: string | null;
      readonly hours: string | null;
      readonly languages: string | null;
    }>;
  }>;
};

type Facts_Condition_Fragment = {
  readonly id: string;
  readonly slug: string;
  readonly locale: string | null;
  readonly availableLocales: ReadonlyArray<string>;
  readonly isFallback: boolean;
  readonly revision: number | null;
  readonly contentHash: string;
  readonly publishedAt: string | null;
  readonly refreshBy: string | null;
  readonly url: string | null;
  readonly authors: ReadonlyArray<{
    readonly name: string;
    readonly role: string | null;
    readonly url: string | null;
  }>;
  readonly attribution: {
    readonly text: string;
    readonly url: string | null;
    readonly licence: string | null;
  } | null;
  readonly references: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly authorNames: string | null;
    readonly publisher: string | null;
    readonly year: number | null;
    readonly url: string | null;
    readonly doi: string | null;
  }>;
  readonly safety: ReadonlyArray<{
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly isFallback: boolean;
    readonly refreshBy: string | null;
    readonly kind: SafetyKind;
    readonly severity: Severity;
    readonly title: string;
    readonly text: { readonly html: string; readonly text: string };
    readonly jurisdiction: {
      readonly code: string;
      readonly name: string;
      readonly note: string | null;
    } | null;
    readonly crisisLines: ReadonlyArray<{
      readonly name: string;
      readonly phone: string | null;
      readonly textMessage: string | null;
      readonly url: string | null;
      readonly hours: string | null;
      readonly languages: string | null;
    }>;
  }>;
};

type Facts_Faq_Fragment = {
  readonly id: string;
  readonly slug: string;
  readonly locale: string | null;
  readonly availableLocales: ReadonlyArray<string>;
  readonly isFallback: boolean;
  readonly revision: number | null;
  readonly contentHash: string;
  readonly publishedAt: string | null;
  readonly refreshBy: string | null;
  readonly url: string | null;
  readonly authors: ReadonlyArray<{
    readonly name: string;
    readonly role: string | null;
    readonly url: string | null;
  }>;
  readonly attribution: {
    readonly text: string;
    readonly url: string | null;
    readonly licence: string | null;
  } | null;
  readonly references: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly authorNames: string | null;
    readonly publisher: string | null;
    readonly year: number | null;
    readonly url: string | null;
    readonly doi: string | null;
  }>;
  readonly safety: ReadonlyArray<{
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly isFallback: boolean;
    readonly refreshBy: string | null;
    readonly kind: SafetyKind;
    readonly severity: Severity;
    readonly title: string;
    readonly text: { readonly html: string; readonly text: string };
    readonly jurisdiction: {
      readonly code: string;
      readonly name: string;
      readonly note: string | null;
    } | null;
    readonly crisisLines: ReadonlyArray<{
      readonly name: string;
      readonly phone: string | null;
      readonly textMessage: string | null;
      readonly url: string | null;
      readonly hours: string | null;
      readonly languages: string | null;
    }>;
  }>;
};

type Facts_Location_Fragment = {
  readonly id: string;
  readonly slug: string;
  readonly locale: string | null;
  readonly availableLocales: ReadonlyArray<string>;
  readonly isFallback: boolean;
  readonly revision: number | null;
  readonly contentHash: string;
  readonly publishedAt: string | null;
  readonly refreshBy: string | null;
  readonly url: string | null;
  readonly authors: ReadonlyArray<{
    readonly name: string;
    readonly role: string | null;
    readonly url: string | null;
  }>;
  readonly attribution: {
    readonly text: string;
    readonly url: string | null;
    readonly licence: string | null;
  } | null;
  readonly references: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly authorNames: string | null;
    readonly publisher: string | null;
    readonly year: number | null;
    readonly url: string | null;
    readonly doi: string | null;
  }>;
  readonly safety: ReadonlyArray<{
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly isFallback: boolean;
    readonly refreshBy: string | null;
    readonly kind: SafetyKind;
    readonly severity: Severity;
    readonly title: string;
    readonly text: { readonly html: string; readonly text: string };
    readonly jurisdiction: {
      readonly code: string;
      readonly name: string;
      readonly note: string | null;
    } | null;
    readonly crisisLines: ReadonlyArray<{
      readonly name: string;
      readonly phone: string | null;
      readonly textMessage: string | null;
      readonly url: string | null;
      readonly hours: string | null;
      readonly languages: string | null;
    }>;
  }>;
};

type Facts_Practice_Fragment = {
  readonly id: string;
  readonly slug: string;
  readonly locale: string | null;
  readonly availableLocales: ReadonlyArray<string>;
  readonly isFallback: boolean;
  readonly revision: number | null;
  readonly contentHash: string;
  readonly publishedAt: string | null;
  readonly refreshBy: string | null;
  readonly url: string | null;
  readonly authors: ReadonlyArray<{
    readonly name: string;
    readonly role: string | null;
    readonly url: string | null;
  }>;
  readonly attribution: {
    readonly text: string;
    readonly url: string | null;
    readonly licence: string | null;
  } | null;
  readonly references: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly authorNames: string | null;
    readonly publisher: string | null;
    readonly year: number | null;
    readonly url: string | null;
    readonly doi: string | null;
  }>;
  readonly safety: ReadonlyArray<{
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly isFallback: boolean;
    readonly refreshBy: string | null;
    readonly kind: SafetyKind;
    readonly severity: Severity;
    readonly title: string;
    readonly text: { readonly html: string; readonly text: string };
    readonly jurisdiction: {
      readonly code: string;
      readonly name: string;
      readonly note: string | null;
    } | null;
    readonly crisisLines: ReadonlyArray<{
      readonly name: string;
      readonly phone: string | null;
      readonly textMessage: string | null;
      readonly url: string | null;
      readonly hours: string | null;
      readonly languages: string | null;
    }>;
  }>;
};

type Facts_Reference_Fragment = {
  readonly id: string;
  readonly slug: string;
  readonly locale: string | null;
  readonly availableLocales: ReadonlyArray<string>;
  readonly isFallback: boolean;
  readonly revision: number | null;
  readonly contentHash: string;
  readonly publishedAt: string | null;
  readonly refreshBy: string | null;
  readonly url: string | null;
  readonly authors: ReadonlyArray<{
    readonly name: string;
    readonly role: string | null;
    readonly url: string | null;
  }>;
  readonly attribution: {
    readonly text: string;
    readonly url: string | null;
    readonly licence: string | null;
  } | null;
  readonly references: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly authorNames: string | null;
    readonly publisher: string | null;
    readonly year: number | null;
    readonly url: string | null;
    readonly doi: string | null;
  }>;
  readonly safety: ReadonlyArray<{
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly isFallback: boolean;
    readonly refreshBy: string | null;
    readonly kind: SafetyKind;
    readonly severity: Severity;
    readonly title: string;
    readonly text: { readonly html: string; readonly text: string };
    readonly jurisdiction: {
      readonly code: string;
      readonly name: string;
      readonly note: string | null;
    } | null;
    readonly crisisLines: ReadonlyArray<{
      readonly name: string;
      readonly phone: string | null;
      readonly textMessage: string | null;
      readonly url: string | null;
      readonly hours: string | null;
      readonly languages: string | null;
    }>;
  }>;
};

type Facts_SafetyNotice_Fragment = {
  readonly id: string;
  readonly slug: string;
  readonly locale: string | null;
  readonly availableLocales: ReadonlyArray<string>;
  readonly isFallback: boolean;
  readonly revision: number | null;
  readonly contentHash: string;
  readonly publishedAt: string | null;
  readonly refreshBy: string | null;
  readonly url: string | null;
  readonly authors: ReadonlyArray<{
    readonly name: string;
    readonly role: string | null;
    readonly url: string | null;
  }>;
  readonly attribution: {
    readonly text: string;
    readonly url: string | null;
    readonly licence: string | null;
  } | null;
  readonly references: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly authorNames: string | null;
    readonly publisher: string | null;
    readonly year: number | null;
    readonly url: string | null;
    readonly doi: string | null;
  }>;
  readonly safety: ReadonlyArray<{
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly isFallback: boolean;
    readonly refreshBy: string | null;
    readonly kind: SafetyKind;
    readonly severity: Severity;
    readonly title: string;
    readonly text: { readonly html: string; readonly text: string };
    readonly jurisdiction: {
      readonly code: string;
      readonly name: string;
      readonly note: string | null;
    } | null;
    readonly crisisLines: ReadonlyArray<{
      readonly name: string;
      readonly phone: string | null;
      readonly textMessage: string | null;
      readonly url: string | null;
      readonly hours: string | null;
      readonly languages: string | null;
    }>;
  }>;
};

type Facts_Service_Fragment = {
  readonly id: string;
  readonly slug: string;
  readonly locale: string | null;
  readonly availableLocales: ReadonlyArray<string>;
  readonly isFallback: boolean;
  readonly revision: number | null;
  readonly contentHash: string;
  readonly publishedAt: string | null;
  readonly refreshBy: string | null;
  readonly url: string | null;
  readonly authors: ReadonlyArray<{
    readonly name: string;
    readonly role: string | null;
    readonly url: string | null;
  }>;
  readonly attribution: {
    readonly text: string;
    readonly url: string | null;
    readonly licence: string | null;
  } | null;
  readonly references: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly authorNames: string | null;
    readonly publisher: string | null;
    readonly year: number | null;
    readonly url: string | null;
    readonly doi: string | null;
  }>;
  readonly safety: ReadonlyArray<{
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly isFallback: boolean;
    readonly refreshBy: string | null;
    readonly kind: SafetyKind;
    readonly severity: Severity;
    readonly title: string;
    readonly text: { readonly html: string; readonly text: string };
    readonly jurisdiction: {
      readonly code: string;
      readonly name: string;
      readonly note: string | null;
    } | null;
    readonly crisisLines: ReadonlyArray<{
      readonly name: string;
      readonly phone: string | null;
      readonly textMessage: string | null;
      readonly url: string | null;
      readonly hours: string | null;
      readonly languages: string | null;
    }>;
  }>;
};

type Facts_TherapyPhase_Fragment = {
  readonly id: string;
  readonly slug: string;
  readonly locale: string | null;
  readonly availableLocales: ReadonlyArray<string>;
  readonly isFallback: boolean;
  readonly revision: number | null;
  readonly contentHash: string;
  readonly publishedAt: string | null;
  readonly refreshBy: string | null;
  readonly url: string | null;
  readonly authors: ReadonlyArray<{
    readonly name: string;
    readonly role: string | null;
    readonly url: string | null;
  }>;
  readonly attribution: {
    readonly text: string;
    readonly url: string | null;
    readonly licence: string | null;
  } | null;
  readonly references: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly authorNames: string | null;
    readonly publisher: string | null;
    readonly year: number | null;
    readonly url: string | null;
    readonly doi: string | null;
  }>;
  readonly safety: ReadonlyArray<{
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly isFallback: boolean;
    readonly refreshBy: string | null;
    readonly kind: SafetyKind;
    readonly severity: Severity;
    readonly title: string;
    readonly text: { readonly html: string; readonly text: string };
    readonly jurisdiction: {
      readonly code: string;
      readonly name: string;
      readonly note: string | null;
    } | null;
    readonly crisisLines: ReadonlyArray<{
      readonly name: string;
      readonly phone: string | null;
      readonly textMessage: string | null;
      readonly url: string | null;
      readonly hours: string | null;
      readonly languages: string | null;
    }>;
  }>;
};

export type FactsFragment =
  | Facts_Clinician_Fragment
  | Facts_Condition_Fragment
  | Facts_Faq_Fragment
  | Facts_Location_Fragment
  | Facts_Practice_Fragment
  | Facts_Reference_Fragment
  | Facts_SafetyNotice_Fragment
  | Facts_Service_Fragment
  | Facts_TherapyPhase_Fragment;

export type PictureFragment = {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly alternativeText: string;
  readonly placeholder: string | null;
  readonly renditions: ReadonlyArray<{
    readonly url: string;
    readonly width: number;
    readonly height: number;
    readonly mime: string;
  }>;
};

export type TherapyPhasesQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;

export type TherapyPhasesQuery = {
  readonly therapyPhases: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly kind: PhaseKind;
      readonly title: string;
      readonly summary: string;
      readonly safety: ReadonlyArray<{
        readonly id: string;
        readonly slug: string;
        readonly locale: string | null;
        readonly isFallback: boolean;
        readonly refreshBy: string | null;
        readonly kind: SafetyKind;
        readonly severity: Severity;
        readonly title: string;
        readonly text: { readonly html: string; readonly text: string };
        readonly jurisdiction: {
          readonly code: string;
          readonly name: string;
          readonly note: string | null;
        } | null;
        readonly crisisLines: ReadonlyArray<{
          readonly name: string;
          readonly phone: string | null;
          readonly textMessage: string | null;
          readonly url: string | null;
          readonly hours: string | null;
          readonly languages: string | null;
        }>;
      }>;
    }>;
  };
};

export type TherapyPhasePageQueryVariables = Exact<{
  slug: string;
  locale?: string | null | undefined;
}>;

export type TherapyPhasePageQuery = {
  readonly therapyPhase: {
    readonly kind: PhaseKind;
    readonly title: string;
    readonly summary: string;
    readonly goals: ReadonlyArray<string>;
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly availableLocales: ReadonlyArray<string>;
    readonly isFallback: boolean;
    readonly revision: number | null;
    readonly contentHash: string;
    readonly publishedAt: string | null;
    readonly refreshBy: string | null;
    readonly url: string | null;
    readonly body: { readonly html: string; readonly text: string };
    readonly clinicianRole: { readonly html: string; readonly text: string } | null;
    readonly whatPeopleReport: { readonly html: string; readonly text: string } | null;
    readonly aftercare: { readonly html: string; readonly text: string } | null;
    readonly steps: ReadonlyArray<{ readonly title: string; readonly text: string }>;
    readonly visits: {
      readonly minimum: number | null;
      readonly maximum: number | null;
      readonly minutesMinimum: number | null;
      readonly minutesMaximum: number | null;
      readonly note: string | null;
    } | null;
    readonly searchEngine: {
      readonly title: string | null;
      readonly description: string | null;
    } | null;
    readonly services: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly slug: string;
        readonly name: string;
        readonly refreshBy: string | null;
      }>;
    };
    readonly faqs: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly slug: string;
        readonly question: string;
        readonly refreshBy: string | null;
      }>;
    };
    readonly authors: ReadonlyArray<{
      readonly name: string;
      readonly role: string | null;
      readonly url: string | null;
    }>;
    readonly attribution: {
      readonly text: string;
      readonly url: string | null;
      readonly licence: string | null;
    } | null;
    readonly references: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly authorNames: string | null;
      readonly publisher: string | null;
      readonly year: number | null;
      readonly url: string | null;
      readonly doi: string | null;
    }>;
    readonly safety: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly kind: SafetyKind;
      readonly severity: Severity;
      readonly title: string;
      readonly text: { readonly html: string; readonly text: string };
      readonly jurisdiction: {
        readonly code: string;
        readonly name: string;
        readonly note: string | null;
      } | null;
      readonly crisisLines: ReadonlyArray<{
        readonly name: string;
        readonly phone: string | null;
        readonly textMessage: string | null;
        readonly url: string | null;
        readonly hours: string | null;
        readonly languages: string | null;
      }>;
    }>;
  } | null;
};

export type PracticeQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;

export type PracticeQuery = {
  readonly practice: {
    readonly name: string;
    readonly description: string;
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly availableLocales: ReadonlyArray<string>;
    readonly isFallback: boolean;
    readonly revision: number | null;
    readonly contentHash: string;
    readonly publishedAt: string | null;
    readonly refreshBy: string | null;
    readonly url: string | null;
    readonly contacts: ReadonlyArray<{
      readonly key: string;
      readonly kind: ContactKind;
      readonly label: string;
      readonly value: string;
    }>;
    readonly funding: { readonly html: string; readonly text: string };
    readonly conflictsOfInterest: { readonly html: string; readonly text: string };
    readonly publishingPrinciples: { readonly html: string; readonly text: string };
    readonly authors: ReadonlyArray<{
      readonly name: string;
      readonly role: string | null;
      readonly url: string | null;
    }>;
    readonly attribution: {
      readonly text: string;
      readonly url: string | null;
      readonly licence: string | null;
    } | null;
    readonly references: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly authorNames: string | null;
      readonly publisher: string | null;
      readonly year: number | null;
      readonly url: string | null;
      readonly doi: string | null;
    }>;
    readonly safety: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly kind: SafetyKind;
      readonly severity: Severity;
      readonly title: string;
      readonly text: { readonly html: string; readonly text: string };
      readonly jurisdiction: {
        readonly code: string;
        readonly name: string;
        readonly note: string | null;
      } | null;
      readonly crisisLines: ReadonlyArray<{
        readonly name: string;
        readonly phone: string | null;
        readonly textMessage: string | null;
        readonly url: string | null;
        readonly hours: string | null;
        readonly languages: string | null;
      }>;
    }>;
  } | null;
};

export type NavigationQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;

export type NavigationQuery = {
  readonly practice: {
    readonly id: string;
    readonly locale: string | null;
    readonly availableLocales: ReadonlyArray<string>;
    readonly refreshBy: string | null;
    readonly name: string;
    readonly navigation: ReadonlyArray<{ readonly label: string; readonly path: string }>;
    readonly contacts: ReadonlyArray<{
      readonly key: string;
      readonly kind: ContactKind;
      readonly label: string;
      readonly value: string;
    }>;
  } | null;
};

export type CrisisHelpQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;

export type CrisisHelpQuery = {
  readonly practice: {
    readonly id: string;
    readonly locale: string | null;
    readonly isFallback: boolean;
    readonly refreshBy: string | null;
    readonly crisisHelp: {
      readonly title: string;
      readonly text: { readonly html: string; readonly text: string };
      readonly lines: ReadonlyArray<{
        readonly name: string;
        readonly phone: string | null;
        readonly textMessage: string | null;
        readonly url: string | null;
        readonly hours: string | null;
        readonly languages: string | null;
      }>;
    } | null;
    readonly safety: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly kind: SafetyKind;
      readonly severity: Severity;
      readonly title: string;
      readonly text: { readonly html: string; readonly text: string };
      readonly jurisdiction: {
        readonly code: string;
        readonly name: string;
        readonly note: string | null;
      } | null;
      readonly crisisLines: ReadonlyArray<{
        readonly name: string;
        readonly phone: string | null;
        readonly textMessage: string | null;
        readonly url: string | null;
        readonly hours: string | null;
        readonly languages: string | null;
      }>;
    }>;
  } | null;
};

export type ServicesQueryVariables = Exact<{
  locale?: string | null | undefined;
  filter?: ServiceFilter | null | undefined;
  orderBy?: ServiceOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ServicesQuery = {
  readonly services: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly name: string;
      readonly summary: string;
      readonly heroImage: {
        readonly url: string;
        readonly width: number | null;
        readonly height: number | null;
        readonly alternativeText: string;
        readonly placeholder: string | null;
        readonly renditions: ReadonlyArray<{
          readonly url: string;
          readonly width: number;
          readonly height: number;
          readonly mime: string;
        }>;
      } | null;
      readonly safety: ReadonlyArray<{
        readonly id: string;
        readonly slug: string;
        readonly locale: string | null;
        readonly isFallback: boolean;
        readonly refreshBy: string | null;
        readonly kind: SafetyKind;
        readonly severity: Severity;
        readonly title: string;
        readonly text: { readonly html: string; readonly text: string };
        readonly jurisdiction: {
          readonly code: string;
          readonly name: string;
          readonly note: string | null;
        } | null;
        readonly crisisLines: ReadonlyArray<{
          readonly name: string;
          readonly phone: string | null;
          readonly textMessage: string | null;
          readonly url: string | null;
          readonly hours: string | null;
          readonly languages: string | null;
        }>;
      }>;
    }>;
  };
};

export type ServicePageQueryVariables = Exact<{
  slug: string;
  locale?: string | null | undefined;
}>;

export type ServicePageQuery = {
  readonly service: {
    readonly name: string;
    readonly summary: string;
    readonly regions: ReadonlyArray<string>;
    readonly id: string;
    readonly slug: string;
    readonly locale: string | null;
    readonly availableLocales: ReadonlyArray<string>;
    readonly isFallback: boolean;
    readonly revision: number | null;
    readonly contentHash: string;
    readonly publishedAt: string | null;
    readonly refreshBy: string | null;
    readonly url: string | null;
    readonly body: { readonly html: string; readonly text: string };
    readonly whatToExpect: { readonly html: string; readonly text: string } | null;
    readonly heroImage: {
      readonly url: string;
      readonly width: number | null;
      readonly height: number | null;
      readonly alternativeText: string;
      readonly placeholder: string | null;
      readonly renditions: ReadonlyArray<{
        readonly url: string;
        readonly width: number;
        readonly height: number;
        readonly mime: string;
      }>;
    } | null;
    readonly searchEngine: {
      readonly title: string | null;
      readonly description: string | null;
    } | null;
    readonly administrationRoutes: ReadonlyArray<{
      readonly route: AdministrationRouteKind;
      readonly regulatoryStatus: RegulatoryStatus;
      readonly explanation: string;
    }>;
    readonly screeningItems: ReadonlyArray<{
      readonly kind: ScreeningKind;
      readonly name: string;
      readonly explanation: string;
    }>;
    readonly course: {
      readonly sessionsMinimum: number | null;
      readonly sessionsMaximum: number | null;
      readonly weeksMinimum: number | null;
      readonly weeksMaximum: number | null;
      readonly note: string | null;
    } | null;
    readonly fees: ReadonlyArray<{
      readonly name: string;
      readonly amount: number | null;
      readonly currency: string;
      readonly unit: FeeUnit;
      readonly note: string | null;
    }>;
    readonly delivery: {
      readonly inPerson: boolean;
      readonly phone: boolean;
      readonly video: boolean;
    } | null;
    readonly conditions: ReadonlyArray<{
      readonly evidenceLevel: EvidenceLevel;
      readonly note: string;
      readonly condition: {
        readonly id: string;
        readonly slug: string;
        readonly name: string;
        readonly refreshBy: string | null;
      };
    }>;
    readonly phases: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly kind: PhaseKind;
      readonly title: string;
      readonly summary: string;
      readonly refreshBy: string | null;
    }>;
    readonly locations: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly name: string;
      readonly city: string;
      readonly state: string;
      readonly refreshBy: string | null;
    }>;
    readonly clinicians: {
      readonly totalCount: number;
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly slug: string;
        readonly name: string;
        readonly role: string;
        readonly refreshBy: string | null;
      }>;
    };
    readonly faqs: {
      readonly totalCount: number;
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly slug: string;
        readonly question: string;
        readonly refreshBy: string | null;
      }>;
    };
    readonly authors: ReadonlyArray<{
      readonly name: string;
      readonly role: string | null;
      readonly url: string | null;
    }>;
    readonly attribution: {
      readonly text: string;
      readonly url: string | null;
      readonly licence: string | null;
    } | null;
    readonly references: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly authorNames: string | null;
      readonly publisher: string | null;
      readonly year: number | null;
      readonly url: string | null;
      readonly doi: string | null;
    }>;
    readonly safety: ReadonlyArray<{
      readonly id: string;
      readonly slug: string;
      readonly locale: string | null;
      readonly isFallback: boolean;
      readonly refreshBy: string | null;
      readonly kind: SafetyKind;
      readonly severity: Severity;
      readonly title: string;
      readonly text: { readonly html: string; readonly text: string };
      readonly jurisdiction: {
        readonly code: string;
        readonly name: string;
        readonly note: string | null;
      } | null;
      readonly crisisLines: ReadonlyArray<{
        readonly name: string;
        readonly phone: string | null;
        readonly textMessage: string | null;
        readonly url: string | null;
        readonly hours: string | null;
        readonly languages: string | null;
      }>;
    }>;
  } | null;
};

export const DocumentAddress: TypedDocument<DocumentAddressQuery, DocumentAddressQueryVariables> = {
  name: 'DocumentAddress',
  takesLocale: true,
  text: 'query DocumentAddress($id:ID!$locale:String){nodes(ids:[$id]locale:$locale){...on ContentDocument{__typename id slug locale isFallback availableLocales url}}}',
};

export const SitemapServices: TypedDocument<SitemapServicesQuery, SitemapServicesQueryVariables> = {
  name: 'SitemapServices',
  takesLocale: true,
  text: 'query SitemapServices($locale:String$first:Int$after:String){services(locale:$locale first:$first after:$after){pageInfo{hasNextPage endCursor}nodes{id slug locale isFallback availableLocales url publishedAt}}}',
};

export const SitemapTherapyPhases: TypedDocument<
  SitemapTherapyPhasesQuery,
  SitemapTherapyPhasesQueryVariables
> = {
  name: 'SitemapTherapyPhases',
  takesLocale: true,
  text: 'query SitemapTherapyPhases($locale:String$first:Int$after:String){therapyPhases(locale:$locale first:$first after:$after){pageInfo{hasNextPage endCursor}nodes{id slug locale isFallback availableLocales url publishedAt}}}',
};

export const SitemapFaqs: TypedDocument<SitemapFaqsQuery, SitemapFaqsQueryVariables> = {
  name: 'SitemapFaqs',
  takesLocale: true,
  text: 'query SitemapFaqs($locale:String$first:Int$after:String){faqs(locale:$locale first:$first after:$after){pageInfo{hasNextPage endCursor}nodes{id slug locale isFallback availableLocales url publishedAt}}}',
};

export const Changes: TypedDocument<ChangesQuery, ChangesQueryVariables> = {
  name: 'Changes',
  takesLocale: false,
  text: 'query Changes($since:String$first:Int$types:[ContentType!]$locales:[String!]){changes(since:$since first:$first types:$types locales:$locales){changes{...ChangeFields}nextSince hasMore}}fragment ChangeFields on Change{cursor kind type documentId locale revision contentHash reason edition at}',
};

export const Changed: TypedDocument<ChangedSubscription, ChangedSubscriptionVariables> = {
  name: 'Changed',
  takesLocale: false,
  text: 'subscription Changed($types:[ContentType!]$locales:[String!]){changed(types:$types locales:$locales){...ChangeFields}}fragment ChangeFields on Change{cursor kind type documentId locale revision contentHash reason edition at}',
};

export const Clinicians: TypedDocument<CliniciansQuery, CliniciansQueryVariables> = {
  name: 'Clinicians',
  takesLocale: true,
  text: 'query Clinicians($locale:String$filter:ClinicianFilter$orderBy:ClinicianOrder$first:Int$after:String){clinicians(locale:$locale filter:$filter orderBy:$orderBy first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{id slug locale isFallback refreshBy name pronouns role accepting languages delivery{inPerson phone video}practiceStates{state basis}photo{...Picture}}}}fragment Picture on Image{url width height alternativeText placeholder renditions{url width height mime}}',
};

export const ClinicianPage: TypedDocument<ClinicianPageQuery, ClinicianPageQueryVariables> = {
  name: 'ClinicianPage',
  takesLocale: true,
  text: 'query ClinicianPage($slug:String!$locale:String){clinician(slug:$slug locale:$locale){...Facts name pronouns role accepting languages bookingUrl verifiedOn biography{html text}photo{...Picture}delivery{inPerson phone video}credentials{kind name abbreviation issuer state status identifier verifiedOn expiresOn}practiceStates{state basis identifier verifiedOn expiresOn}locations{id slug name city state refreshBy}services{id slug name refreshBy}phases{id slug title refreshBy}}}fragment Facts on ContentDocument{id slug locale availableLocales isFallback revision contentHash publishedAt refreshBy url authors{name role url}attribution{text url licence}references{...Source}safety{...Notice}}fragment Source on Reference{id title authorNames publisher year url doi}fragment Notice on SafetyNotice{id slug locale isFallback refreshBy kind severity title text{html text}jurisdiction{code name note}crisisLines{name phone textMessage url hours languages}}fragment Picture on Image{url width height alternativeText placeholder renditions{url width height mime}}',
};

export const Conditions: TypedDocument<ConditionsQuery, ConditionsQueryVariables> = {
  name: 'Conditions',
  takesLocale: true,
  text: 'query Conditions($locale:String$first:Int$after:String){conditions(locale:$locale first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{id slug locale isFallback refreshBy name alsoKnownAs summary}}}',
};

export const ConditionPage: TypedDocument<ConditionPageQuery, ConditionPageQueryVariables> = {
  name: 'ConditionPage',
  takesLocale: true,
  text: 'query ConditionPage($slug:String!$locale:String){condition(slug:$slug locale:$locale){...Facts name alsoKnownAs summary body{html text}searchEngine{title description}services{nodes{id slug name summary refreshBy}}}}fragment Facts on ContentDocument{id slug locale availableLocales isFallback revision contentHash publishedAt refreshBy url authors{name role url}attribution{text url licence}references{...Source}safety{...Notice}}fragment Source on Reference{id title authorNames publisher year url doi}fragment Notice on SafetyNotice{id slug locale isFallback refreshBy kind severity title text{html text}jurisdiction{code name note}crisisLines{name phone textMessage url hours languages}}',
};

export const Faqs: TypedDocument<FaqsQuery, FaqsQueryVariables> = {
  name: 'Faqs',
  takesLocale: true,
  text: 'query Faqs($locale:String$filter:FaqFilter$orderBy:FaqOrder$first:Int$after:String){faqs(locale:$locale filter:$filter orderBy:$orderBy first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{id slug locale isFallback refreshBy question topic audience position}}}',
};

export const FaqPage: TypedDocument<FaqPageQuery, FaqPageQueryVariables> = {
  name: 'FaqPage',
  takesLocale: true,
  text: 'query FaqPage($slug:String!$locale:String){faq(slug:$slug locale:$locale){...Facts question topic audience answer{html text}searchEngine{title description}services{id slug name refreshBy}phases{id slug title refreshBy}}}fragment Facts on ContentDocument{id slug locale availableLocales isFallback revision contentHash publishedAt refreshBy url authors{name role url}attribution{text url licence}references{...Source}safety{...Notice}}fragment Source on Reference{id title authorNames publisher year url doi}fragment Notice on SafetyNotice{id slug locale isFallback refreshBy kind severity title text{html text}jurisdiction{code name note}crisisLines{name phone textMessage url hours languages}}',
};

export const Locations: TypedDocument<LocationsQuery, LocationsQueryVariables> = {
  name: 'Locations',
  takesLocale: true,
  text: 'query Locations($locale:String$first:Int$after:String){locations(locale:$locale first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{id slug locale isFallback refreshBy name city state}}}',
};

export const LocationPage: TypedDocument<LocationPageQuery, LocationPageQueryVariables> = {
  name: 'LocationPage',
  takesLocale: true,
  text: 'query LocationPage($slug:String!$locale:String){location(slug:$slug locale:$locale){...Facts name addressLines city state postalCode country phone email hours publicTransport wheelchairAccessible latitude longitude services{nodes{id slug name refreshBy}}clinicians{nodes{id slug name role refreshBy}}}}fragment Facts on ContentDocument{id slug locale availableLocales isFallback revision contentHash publishedAt refreshBy url authors{name role url}attribution{text url licence}references{...Source}safety{...Notice}}fragment Source on Reference{id title authorNames publisher year url doi}fragment Notice on SafetyNotice{id slug locale isFallback refreshBy kind severity title text{html text}jurisdiction{code name note}crisisLines{name phone textMessage url hours languages}}',
};

export const TherapyPhases: TypedDocument<TherapyPhasesQuery, TherapyPhasesQueryVariables> = {
  name: 'TherapyPhases',
  takesLocale: true,
  text: 'query TherapyPhases($locale:String){therapyPhases(locale:$locale){nodes{id slug locale isFallback refreshBy kind title summary safety{...Notice}}}}fragment Notice on SafetyNotice{id slug locale isFallback refreshBy kind severity title text{html text}jurisdiction{code name note}crisisLines{name phone textMessage url hours languages}}',
};

export const TherapyPhasePage: TypedDocument<
  TherapyPhasePageQuery,
  TherapyPhasePageQueryVariables
> = {
  name: 'TherapyPhasePage',
  takesLocale: true,
  text: 'query TherapyPhasePage($slug:String!$locale:String){therapyPhase(slug:$slug locale:$locale){...Facts kind title summary body{html text}clinicianRole{html text}whatPeopleReport{html text}aftercare{html text}goals steps{title text}visits{minimum maximum minutesMinimum minutesMaximum note}searchEngine{title description}services{nodes{id slug name refreshBy}}faqs{nodes{id slug question refreshBy}}}}fragment Facts on ContentDocument{id slug locale availableLocales isFallback revision contentHash publishedAt refreshBy url authors{name role url}attribution{text url licence}references{...Source}safety{...Notice}}fragment Source on Reference{id title authorNames publisher year url doi}fragment Notice on SafetyNotice{id slug locale isFallback refreshBy kind severity title text{html text}jurisdiction{code name note}crisisLines{name phone textMessage url hours languages}}',
};

export const Practice: TypedDocument<PracticeQuery, PracticeQueryVariables> = {
  name: 'Practice',
  takesLocale: true,
  text: 'query Practice($locale:String){practice(locale:$locale){...Facts name description contacts{key kind label value}funding{html text}conflictsOfInterest{html text}publishingPrinciples{html text}}}fragment Facts on ContentDocument{id slug locale availableLocales isFallback revision contentHash publishedAt refreshBy url authors{name role url}attribution{text url licence}references{...Source}safety{...Notice}}fragment Source on Reference{id title authorNames publisher year url doi}fragment Notice on SafetyNotice{id slug locale isFallback refreshBy kind severity title text{html text}jurisdiction{code name note}crisisLines{name phone textMessage url hours languages}}',
};

export const Navigation: TypedDocument<NavigationQuery, NavigationQueryVariables> = {
  name: 'Navigation',
  takesLocale: true,
  text: 'query Navigation($locale:String){practice(locale:$locale){id locale availableLocales refreshBy name navigation{label path}contacts{key kind label value}}}',
};

export const CrisisHelp: TypedDocument<CrisisHelpQuery, CrisisHelpQueryVariables> = {
  name: 'CrisisHelp',
  takesLocale: true,
  text: 'query CrisisHelp($locale:String){practice(locale:$locale){id locale isFallback refreshBy crisisHelp{title text{html text}lines{name phone textMessage url hours languages}}safety{...Notice}}}fragment Notice on SafetyNotice{id slug locale isFallback refreshBy kind severity title text{html text}jurisdiction{code name note}crisisLines{name phone textMessage url hours languages}}',
};

export const Services: TypedDocument<ServicesQuery, ServicesQueryVariables> = {
  name: 'Services',
  takesLocale: true,
  text: 'query Services($locale:String$filter:ServiceFilter$orderBy:ServiceOrder$first:Int$after:String){services(locale:$locale filter:$filter orderBy:$orderBy first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{id slug locale isFallback refreshBy name summary heroImage{...Picture}safety{...Notice}}}}fragment Picture on Image{url width height alternativeText placeholder renditions{url width height mime}}fragment Notice on SafetyNotice{id slug locale isFallback refreshBy kind severity title text{html text}jurisdiction{code name note}crisisLines{name phone textMessage url hours languages}}',
};

export const ServicePage: TypedDocument<ServicePageQuery, ServicePageQueryVariables> = {
  name: 'ServicePage',
  takesLocale: true,
  text: 'query ServicePage($slug:String!$locale:String){service(slug:$slug locale:$locale){...Facts name summary body{html text}whatToExpect{html text}heroImage{...Picture}searchEngine{title description}administrationRoutes{route regulatoryStatus explanation}screeningItems{kind name explanation}course{sessionsMinimum sessionsMaximum weeksMinimum weeksMaximum note}fees{name amount currency unit note}delivery{inPerson phone video}regions conditions{evidenceLevel note condition{id slug name refreshBy}}phases{id slug kind title summary refreshBy}locations{id slug name city state refreshBy}clinicians{totalCount nodes{id slug name role refreshBy}}faqs{totalCount nodes{id slug question refreshBy}}}}fragment Facts on ContentDocument{id slug locale availableLocales isFallback revision contentHash publishedAt refreshBy url authors{name role url}attribution{text url licence}references{...Source}safety{...Notice}}fragment Source on Reference{id title authorNames publisher year url doi}fragment Notice on SafetyNotice{id slug locale isFallback refreshBy kind severity title text{html text}jurisdiction{code name note}crisisLines{name phone textMessage url hours languages}}fragment Picture on Image{url width height alternativeText placeholder renditions{url width height mime}}',
};
