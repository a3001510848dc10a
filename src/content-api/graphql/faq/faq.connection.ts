import { connectionType } from '../connection/connection.type';
import { listArguments } from '../connection/list-arguments';
import { orderEnum } from '../connection/order-enum';
import { FaqFilterInput } from './faq.filter';
import { Faq } from './faq.type';

const FaqOrder = orderEnum('faq', 'FaqOrder');

export const FaqConnection = connectionType('Faq', () => Faq);

/** What lists of this type can be asked for, below a document and at the root. */
export const { nested: FaqListArguments, root: FaqRootListArguments } = listArguments<'faq'>(
  FaqFilterInput,
  FaqOrder,
);
