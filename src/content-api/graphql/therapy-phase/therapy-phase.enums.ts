import { constantEnum } from '../constant-enum';

export const PhaseKind = constantEnum('PhaseKind', 'A part of the therapy.', {
  preparation: 'Before the medicine.',
  session: 'With the medicine.',
  integration: 'After it: making sense of what was felt.',
});
