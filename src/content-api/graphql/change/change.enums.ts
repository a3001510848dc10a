import type { WithdrawalReason } from '../../../publications/publication';
import type { Entry } from '../../catalogue/history';
import { constantEnum } from '../constant-enum';

type Kind = Lowercase<Entry['kind']>;

export const ChangeKind = constantEnum<Kind>('ChangeKind', 'What a change did.', {
  published: 'A text became public, or a new revision of it did.',
  withdrawn: 'A text stopped being public: a tombstone. Whoever keeps a copy takes it down.',
  configured:
    'The practice’s languages changed, or what stands in for a text that one of them lacks: any answer may be another.',
});

export const WithdrawalReasonEnum = constantEnum<WithdrawalReason>(
  'WithdrawalReason',
  'Why a text stopped being public.',
  {
    unpublished: 'An editor took it back.',
    deleted: 'The document was deleted.',
  },
);
