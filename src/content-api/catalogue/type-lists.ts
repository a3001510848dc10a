import type { ContentTypeName } from '../../publications/content';
import type { Comparison } from './comparison';
import type { Document } from './document';
import { indexesOf, type IndexKeys, type IndexName } from './index-fields';
import { defaultOrders, orderNames, type OrderName, type OrderOf } from './order';
import { withChanges, type Compare } from './sorted-list';

type Documents<Type extends ContentTypeName> = readonly Document<Type>[];

/** The documents of one type that the readers of one locale are shown: in every order, and by every index. */
export class TypeLists<Type extends ContentTypeName> {
  /** Descending lists, made when first asked for. */
  readonly #reversed = new Map<string, Documents<Type>>();

  private constructor(
    private readonly type: Type,
    private readonly comparison: Comparison,
    private readonly ascending: ReadonlyMap<OrderName<Type>, Documents<Type>>,
    private readonly indexes: ReadonlyMap<IndexName<Type>, ReadonlyMap<string, Documents<Type>>>,
  ) {}

  static empty<Type extends ContentTypeName>(type: Type, comparison: Comparison): TypeLists<Type> {
    return new TypeLists(type, comparison, new Map(), new Map());
  }

  ordered(order: OrderOf<Type>): Documents<Type> {
    const ascending = this.ascending.get(order.by) ?? [];
    if (!order.descending) return ascending;
    const reversed = this.#reversed.get(order.by) ?? ascending.toReversed();
    this.#reversed.set(order.by, reversed);
    return reversed;
  }

  /** In the type's default order. */
  indexed(index: IndexName<Type>, key: string): Documents<Type> {
    return this.indexes.get(index)?.get(key) ?? [];
  }

  /** The lists after some documents went and others came; these stay as they are. */
  with(gone: Documents<Type>, come: Documents<Type>): TypeLists<Type> {
    if (gone.length === 0 && come.length === 0) return this;
    const { type, comparison } = this;
    const ascending = orderNames(type).map((by) => {
      const compare = comparison.documents(type, { by, descending: false });
      return [by, withChanges(this.ascending.get(by) ?? [], gone, come, compare)] as const;
    });
    const compare = comparison.documents(type, defaultOrders[type]);
    const indexes = [...indexesOf(type)].map(([name, keysOf]) => {
      return [
        name,
        changedIndex(this.indexes.get(name) ?? new Map(), keysOf, gone, come, compare),
      ] as const;
    });
    return new TypeLists(type, comparison, new Map(ascending), new Map(indexes));
  }
}

function changedIndex<Type extends ContentTypeName>(
  index: ReadonlyMap<string, Documents<Type>>,
  keysOf: IndexKeys<Type>,
  gone: Documents<Type>,
  come: Documents<Type>,
  compare: Compare<Document<Type>>,
): ReadonlyMap<string, Documents<Type>> {
  const goneByKey = grouped(gone, keysOf);
  const comeByKey = grouped(come, keysOf);
  if (goneByKey.size === 0 && comeByKey.size === 0) return index;
  const next = new Map(index);
  for (const key of new Set([...goneByKey.keys(), ...comeByKey.keys()])) {
    const list = withChanges(
      index.get(key) ?? [],
      goneByKey.get(key) ?? [],
      comeByKey.get(key) ?? [],
      compare,
    );
    if (list.length === 0) next.delete(key);
    else next.set(key, list);
  }
  return next;
}

function grouped<Type extends ContentTypeName>(
  documents: Documents<Type>,
  keysOf: IndexKeys<Type>,
): Map<string, Document<Type>[]> {
  const groups = new Map<string, Document<Type>[]>();
  for (const document of documents) {
    // An editor may have named a target twice; the target's readers see the document once.
    for (const key of new Set(keysOf(document.content))) {
      const group = groups.get(key);
      if (group) group.push(document);
      else groups.set(key, [document]);
    }
  }
  return groups;
}
