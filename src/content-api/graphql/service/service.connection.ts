import { connectionType } from '../connection/connection.type';
import { listArguments } from '../connection/list-arguments';
import { orderEnum } from '../connection/order-enum';
import { ServiceFilterInput } from './service.filter';
import { Service } from './service.type';

const ServiceOrder = orderEnum('service', 'ServiceOrder');

export const ServiceConnection = connectionType('Service', () => Service);

/** What lists of this type can be asked for, below a document and at the root. */
export const { nested: ServiceListArguments, root: ServiceRootListArguments } =
  listArguments<'service'>(ServiceFilterInput, ServiceOrder);
