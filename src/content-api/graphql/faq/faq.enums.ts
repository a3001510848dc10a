import { constantEnum } from '../constant-enum';

export const FaqTopic = constantEnum('FaqTopic', 'What a question is about.', {
  basics: 'What it is.',
  safety: 'Risks and who should not.',
  preparation: 'Getting ready.',
  session: 'The session with the medicine.',
  integration: 'What comes after.',
  evidence: 'What studies say.',
  cost: 'Fees and insurance.',
  access: 'Who can get it, where and how.',
});

export const Audience = constantEnum('Audience', 'Whom a text speaks to.', {
  patient: 'People who seek treatment.',
  family: 'Those close to them.',
  clinician: 'Professionals.',
});
