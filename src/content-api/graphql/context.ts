import type { Caller } from '../caller';
import type { Catalogue } from '../catalogue/catalogue';
import type { Readings } from './readings';

/** What an operation is answered from. It keeps to one edition, whatever is published meanwhile. */
export interface RequestContext {
  readonly catalogue: Catalogue;
  readonly readings: Readings;
  readonly caller: Caller;
}
