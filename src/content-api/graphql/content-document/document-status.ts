import { constantEnum } from '../constant-enum';

export const DocumentStatus = constantEnum(
  'DocumentStatus',
  'How a document stands to the public.',
  {
    published: 'It is public.',
  },
);
