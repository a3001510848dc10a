import type { Caller } from '../access/caller';
import type { Catalogue } from '../catalogue/catalogue';
import type { Readings } from './readings';

/** What an operation is answered from. It keeps to one edition, whatever is published meanwhile. */
export interface RequestContext {
  /** To be read through `readings`, which notes what an answer depends on. */
  readonly catalogue: Catalogue;
  readonly readings: Readings;
  readonly caller: Caller;
}
