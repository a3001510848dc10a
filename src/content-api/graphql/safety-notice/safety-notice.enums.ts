import { constantEnum } from '../constant-enum';

export const SafetyKind = constantEnum('SafetyKind', 'What a notice is about.', {
  'crisis-line': 'Where to get help at once.',
  'off-label': 'A use that the regulator has not approved.',
  compounded: 'A medicine that a pharmacy makes.',
  monitoring: 'Watching over someone during and after a session.',
  driving: 'Not driving after a session.',
  general: 'Anything else.',
});

export const Severity = constantEnum(
  'Severity',
  'How urgent a notice is, from good to know to act now.',
  {
    information: 'Good to know.',
    caution: 'Take care.',
    warning: 'May do harm.',
    emergency: 'Act now.',
  },
);
