import type { ContentTypeName } from '../../publications/content';
import type { Subject } from '../../publications/publication';

/** A page of a hundred of anything with a hundred of something else each, and a site's build of ten whole services. */
export const DEFAULT_QUERY_COST_LIMIT = 25_000;

/** What a caller may see and ask. */
export interface RightsOptions {
  /** `site`: a frontend of the practice's own. `preview`: one whose answers nobody may keep. */
  readonly kind: 'anonymous' | 'site' | 'preview';
  /** Which drafts lie over what is public: a preview key shows all, a token for a preview one document in one locale. */
  readonly drafts: 'none' | 'all' | Subject<ContentTypeName>;
  /** What one operation may cost, in points; dearer ones are refused. */
  readonly queryCostLimit: number;
  /** True where only operations that were registered beforehand are answered. */
  readonly registeredOnly: boolean;
  /** Under whose name they must be registered; null for anybody's. */
  readonly registry: string | null;
}

/** Rights with their name. */
export interface Rights extends RightsOptions {
  /**
   * The same for the same rights, and for no others. Whatever callers share, answers and streams, is shared by this and
   * by nothing else.
   */
  readonly name: string;
}

export function rightsOf(options: RightsOptions): Rights {
  const { kind, drafts, queryCostLimit, registeredOnly } = options;
  // What is registered for one is not for another, and matters to nobody who may ask anything.
  const registry = registeredOnly ? options.registry : null;
  const name = JSON.stringify([kind, drafts, queryCostLimit, registeredOnly, registry]);
  return { kind, drafts, queryCostLimit, registeredOnly, registry, name };
}
