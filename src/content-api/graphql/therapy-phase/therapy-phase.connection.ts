import { connectionType } from '../connection/connection.type';
import { listArguments } from '../connection/list-arguments';
import { orderEnum } from '../connection/order-enum';
import { TherapyPhaseFilterInput } from './therapy-phase.filter';
import { TherapyPhase } from './therapy-phase.type';

const TherapyPhaseOrder = orderEnum('therapy-phase', 'TherapyPhaseOrder');

export const TherapyPhaseConnection = connectionType('TherapyPhase', () => TherapyPhase);

/** What lists of this type can be asked for, below a document and at the root. */
export const { nested: TherapyPhaseListArguments, root: TherapyPhaseRootListArguments } =
  listArguments<'therapy-phase'>(TherapyPhaseFilterInput, TherapyPhaseOrder);
