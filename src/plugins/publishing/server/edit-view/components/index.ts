import type { View } from '../view';
import * as clinician from './clinician';
import * as practice from './practice';
import * as safety from './safety';
import * as service from './service';
import * as shared from './shared';
import * as therapyPhase from './therapy-phase';

/** The form of every component, under the name it has in Strapi. */
export const componentViews: Readonly<Record<string, View<never>>> = {
  'shared.image': shared.image,
  'shared.author': shared.author,
  'shared.tag': shared.tag,
  'shared.line': shared.line,
  'shared.region': shared.region,
  'shared.language': shared.language,
  'shared.delivery': shared.delivery,
  'shared.search-engine': shared.searchEngine,
  'shared.sharing': shared.sharing,
  'service.administration-route': service.administrationRoute,
  'service.treated-condition': service.treatedCondition,
  'service.screening-item': service.screeningItem,
  'service.course': service.course,
  'service.fee': service.fee,
  'therapy-phase.step': therapyPhase.step,
  'therapy-phase.visits': therapyPhase.visits,
  'clinician.credential': clinician.credential,
  'clinician.practice-state': clinician.practiceState,
  'safety.crisis-line': safety.crisisLine,
  'safety.jurisdiction': safety.jurisdiction,
  'practice.contact': practice.contact,
  'practice.navigation-item': practice.navigationItem,
  'practice.crisis-help': practice.crisisHelp,
  'practice.page': practice.page,
};
