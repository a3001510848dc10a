import type { ObservedEdition } from './observed-edition';

/** What an operation is answered from. It keeps to one edition, whatever is published meanwhile. */
export interface RequestContext {
  readonly edition: ObservedEdition;
}
