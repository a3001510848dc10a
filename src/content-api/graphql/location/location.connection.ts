import { connectionType } from '../connection/connection.type';
import { listArguments } from '../connection/list-arguments';
import { orderEnum } from '../connection/order-enum';
import { LocationFilterInput } from './location.filter';
import { Location } from './location.type';

const LocationOrder = orderEnum('location', 'LocationOrder');

export const LocationConnection = connectionType('Location', () => Location);

/** What lists of this type can be asked for, below a document and at the root. */
export const { nested: LocationListArguments, root: LocationRootListArguments } =
  listArguments<'location'>(LocationFilterInput, LocationOrder);
