import type { LoggedTypeName } from '../../../publications/content/versions';
import { constantEnum } from '../constant-enum';

/** The content types, as arguments and changes name them: those, too, that there are no more. */
export const ContentType = constantEnum<LoggedTypeName>(
  'ContentType',
  'The types of content that there are.',
  {
    service: 'What the practice offers.',
    'therapy-phase': 'One phase of a course of treatment.',
    clinician: 'Somebody who treats.',
    faq: 'A question that is often asked, with its answer.',
    condition: 'What is treated.',
    'safety-notice': 'What must be shown next to a text.',
    reference: 'A source that texts cite.',
    location: 'Where the practice sees people.',
    practice: 'The practice itself; there is one.',
  },
);
