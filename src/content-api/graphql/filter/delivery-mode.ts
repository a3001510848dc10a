import { constantEnum } from '../constant-enum';
import { enumMatch } from './match';

const DeliveryModeEnum = constantEnum('DeliveryMode', 'How people meet.', {
  'in-person': 'At a place.',
  video: 'By video.',
  phone: 'By phone.',
});
/** Shared by the filters of services and of clinicians. */
export const DeliveryModeMatch = enumMatch('DeliveryMode', DeliveryModeEnum);
