import { constantEnum } from '../constant-enum';

export const AdministrationRouteKind = constantEnum(
  'AdministrationRouteKind',
  'How a medicine gets into the body.',
  {
    lozenge: 'Dissolves in the mouth.',
    'nasal-spray': 'Sprayed into the nose.',
    intravenous: 'Dripped into a vein.',
    intramuscular: 'Injected into a muscle.',
  },
);

export const RegulatoryStatus = constantEnum(
  'RegulatoryStatus',
  'How the use of a medicine stands to the regulator.',
  {
    approved: 'Approved for this use.',
    'off-label': 'Approved, but for another use.',
    compounded: 'Made by a pharmacy; not approved as such.',
  },
);

export const EvidenceLevel = constantEnum(
  'EvidenceLevel',
  'How well studies support a treatment for a condition.',
  {
    strong: 'Several large trials agree.',
    moderate: 'Some good trials.',
    limited: 'Small or short trials.',
    'very-limited': 'Case reports, or trials of little weight.',
    none: 'No studies that speak to it.',
  },
);

export const ScreeningKind = constantEnum(
  'ScreeningKind',
  'What a screening item means for treatment. None is a verdict: a clinician decides.',
  {
    contraindication: 'Speaks against treatment.',
    precaution: 'Needs care.',
    requirement: 'Must be in place.',
  },
);

export const FeeUnit = constantEnum('FeeUnit', 'What a fee is for.', {
  visit: 'One visit.',
  session: 'One session with the medicine.',
  course: 'The whole course.',
  hour: 'One hour.',
});
