import type { ContentTypeName } from '../../publications/content';
import type { Comparison } from './comparison';
import type { Document } from './document';
import { indexesOf, type IndexKeys, type IndexName } from './index-fields';
import { defaultOrders, orderNames, type OrderOf } from './order';
import { ShardedMap } from './sharded-map';
import { withChanges, type Compare, type Sorting } from './sorted-list';

type Documents<Type extends ContentTypeName> = readonly Document<Type>[];
/** Documents by one of their values. */
type Index<Type extends ContentTypeName> = ShardedMap<Documents<Type>>;

/**
 * The documents of one type that the readers of one locale are shown: in its default order, by every index, and in
 * any other order from when it is first asked for. (Most orders never are; each costs time at every publication.)
 */
export class TypeLists<Type extends ContentTypeName> {
  /** Orders that were asked for, by name; what they hold follows from the list in default order. */
  readonly #lists = new Map<string, Documents<Type>>();

  private constructor(
    private readonly type: Type,
    private readonly comparison: Comparison,
    private readonly list: Documents<Type>,
    private readonly indexes: ReadonlyMap<IndexName<Type>, Index<Type>>,
  ) {}

  static empty<Type extends ContentTypeName>(type: Type, comparison: Comparison): TypeLists<Type> {
    return new TypeLists(type, comparison, [], new Map());
  }

  ordered(order: OrderOf<Type>): Documents<Type> {
    const standard = defaultOrders[this.type];
    if (order.by === standard.by && order.descending === standard.descending) return this.list;
    const name = nameOf(order);
    const list = this.#lists.get(name) ?? this.#sorting(order).sorted(this.list);
    this.#lists.set(name, list);
    return list;
  }

  /** In the type's default order. */
  indexed(index: IndexName<Type>, key: string): Documents<Type> {
    return this.indexes.get(index)?.get(key) ?? [];
  }

  /** The lists after some documents went and others came; these stay as they are. */
  with(gone: Documents<Type>, come: Documents<Type>): TypeLists<Type> {
    if (gone.length === 0 && come.length === 0) return this;
    const { type, comparison } = this;
    const { compare, sorted } = this.#sorting(defaultOrders[type]);
    // Sorted once, each index finds its share of them in order.
    const coming = sorted(come);
    const indexes = [...indexesOf(type)].map(([name, keysOf]) => {
      const index = this.indexes.get(name) ?? ShardedMap.empty<Documents<Type>>();
      return [name, changedIndex(index, keysOf, gone, coming, compare)] as const;
    });
    const list = withChanges(this.list, gone, coming, compare);
    const next = new TypeLists(type, comparison, list, new Map(indexes));
    for (const order of ordersOf(type)) {
      const asked = this.#lists.get(nameOf(order));
      if (!asked) continue;
      const { compare, sorted } = this.#sorting(order);
      next.#lists.set(nameOf(order), withChanges(asked, gone, sorted(come), compare));
    }
    return next;
  }

  #sorting(order: OrderOf<Type>): Sorting<Document<Type>> {
    return this.comparison.sorting(this.type, order);
  }
}

function ordersOf<Type extends ContentTypeName>(type: Type): readonly OrderOf<Type>[] {
  return orderNames(type).flatMap((by) => [
    { by, descending: false },
    { by, descending: true },
  ]);
}

function nameOf(order: { readonly by: string; readonly descending: boolean }): string {
  return order.descending ? `${order.by} descending` : order.by;
}

function changedIndex<Type extends ContentTypeName>(
  index: Index<Type>,
  keysOf: IndexKeys<Type>,
  gone: Documents<Type>,
  come: Documents<Type>,
  compare: Compare<Document<Type>>,
): Index<Type> {
  const goneByKey = grouped(gone, keysOf);
  const comeByKey = grouped(come, keysOf);
  const keys = new Set([...goneByKey.keys(), ...comeByKey.keys()]);
  return index.with(
    [...keys].map((key) => {
      const [leaving, coming] = [goneByKey.get(key) ?? [], comeByKey.get(key) ?? []];
      const list = withChanges(index.get(key) ?? [], leaving, coming, compare);
      return [key, list.length === 0 ? undefined : list] as const;
    }),
  );
}

function grouped<Type extends ContentTypeName>(
  documents: Documents<Type>,
  keysOf: IndexKeys<Type>,
): Map<string, Document<Type>[]> {
  const groups = new Map<string, Document<Type>[]>();
  for (const document of documents) {
    const keys = keysOf(document.content);
    // An editor may have named a target twice; the target's readers see the document once.
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const group = groups.get(key);
      if (group) group.push(document);
      else groups.set(key, [document]);
    }
  }
  return groups;
}
