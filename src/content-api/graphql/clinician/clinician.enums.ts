import { constantEnum } from '../constant-enum';

export const CredentialKind = constantEnum('CredentialKind', 'What kind of credential it is.', {
  degree: 'An academic degree.',
  licence: 'A licence to practise.',
  certification: 'A certification.',
});

export const CredentialStatus = constantEnum('CredentialStatus', 'Whether a credential holds.', {
  active: 'It holds.',
  inactive: 'It is at rest.',
  pending: 'It was applied for.',
  revoked: 'It was taken away.',
  unknown: 'Not known.',
});

export const AcceptingStatus = constantEnum('AcceptingStatus', 'Whom a clinician takes on.', {
  new: 'New patients.',
  none: 'Nobody at present.',
  'existing-only': 'Only those already in care.',
  'existing-and-family': 'Those already in care, and their families.',
});

export const PracticeBasis = constantEnum(
  'PracticeBasis',
  'What allows a clinician to practise in a state.',
  {
    licence: 'A licence of that state.',
    'compact-privilege': 'A privilege under an interstate compact.',
    psypact: 'The psychologists’ compact, PSYPACT.',
  },
);
