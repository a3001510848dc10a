import { constantEnum } from '../constant-enum';

export const DocumentStatus = constantEnum(
  'DocumentStatus',
  'How what is shown of a document stands to the public.',
  {
    published: 'What is shown is public.',
    modified: 'It is public, and a draft that differs from it is shown; to preview keys only.',
    draft: 'A draft of what is not public is shown; to preview keys only.',
  },
);
