import { connectionType } from '../connection/connection.type';
import { listArguments } from '../connection/list-arguments';
import { orderEnum } from '../connection/order-enum';
import { ConditionFilterInput } from './condition.filter';
import { Condition } from './condition.type';

const ConditionOrder = orderEnum('condition', 'ConditionOrder');

export const ConditionConnection = connectionType('Condition', () => Condition);

/** What lists of this type can be asked for, below a document and at the root. */
export const { nested: ConditionListArguments, root: ConditionRootListArguments } =
  listArguments<'condition'>(ConditionFilterInput, ConditionOrder);
