import type { Growth } from '../measurements/growth';
import type { Loop } from '../measurements/loop';
import type { Memory } from '../measurements/memory';
import type { Rates } from '../measurements/rates';
import type { Starts } from '../measurements/starts';
import type { VisibilityRun } from '../measurements/visibility';
import type { Writing } from '../measurements/writing';
import type { Plan } from '../plan';

/** All that a run measured. What was left out is null or missing; `leftOut` says why. */
export interface Results {
  readonly startedAt: string;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly node: string;
    readonly memoryGigabytes: number;
  };
  readonly plan: Plan;
  readonly isQuick: boolean;
  readonly leftOut: readonly string[];
  readonly rates: readonly Rates[];
  readonly growth: Growth | null;
  readonly visibility: readonly VisibilityRun[];
  readonly writing: readonly Writing[];
  readonly starts: readonly Starts[];
  readonly memory: Memory | null;
  /** One for each size of practice. */
  readonly loops: readonly Loop[];
}
