import { connectionType } from '../connection/connection.type';
import { listArguments } from '../connection/list-arguments';
import { orderEnum } from '../connection/order-enum';
import { ClinicianFilterInput } from './clinician.filter';
import { Clinician } from './clinician.type';

const ClinicianOrder = orderEnum('clinician', 'ClinicianOrder');

export const ClinicianConnection = connectionType('Clinician', () => Clinician);

/** What lists of this type can be asked for, below a document and at the root. */
export const { nested: ClinicianListArguments, root: ClinicianRootListArguments } =
  listArguments<'clinician'>(ClinicianFilterInput, ClinicianOrder);
