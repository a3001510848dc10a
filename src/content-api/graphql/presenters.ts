import type { ContentTypeName } from '../../publications/content';
import type { Document } from '../catalogue/document';
import { Clinician } from './clinician/clinician.type';
import { Condition } from './condition/condition.type';
import { Faq } from './faq/faq.type';
import { Location } from './location/location.type';
import { Practice } from './practice/practice.type';
import type { Reading } from './reading';
import { Reference } from './reference/reference.type';
import { SafetyNotice } from './safety-notice/safety-notice.type';
import { Service } from './service/service.type';
import { TherapyPhase } from './therapy-phase/therapy-phase.type';

/** The GraphQL object of each content type. */
export interface ContentObjects {
  service: Service;
  'therapy-phase': TherapyPhase;
  clinician: Clinician;
  faq: Faq;
  condition: Condition;
  'safety-notice': SafetyNotice;
  reference: Reference;
  location: Location;
  practice: Practice;
}

export type ObjectOf<Type extends ContentTypeName> = ContentObjects[Type];

/** By content type, the class whose objects answers are made of. */
export const presenters: {
  readonly [Type in ContentTypeName]: new (
    document: Document<Type>,
    reading: Reading,
  ) => ObjectOf<Type>;
} = {
  service: Service,
  'therapy-phase': TherapyPhase,
  clinician: Clinician,
  faq: Faq,
  condition: Condition,
  'safety-notice': SafetyNotice,
  reference: Reference,
  location: Location,
  practice: Practice,
};
