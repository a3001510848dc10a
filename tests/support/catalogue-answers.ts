import type { Catalogue } from '../../src/content-api/catalogue/catalogue';
import type { Document } from '../../src/content-api/catalogue/document';
import { orderNames, type OrderOf } from '../../src/content-api/catalogue/order';
import { relations, type RelationName } from '../../src/content-api/catalogue/relation';
import type { View } from '../../src/content-api/catalogue/view';
import { contentTypeNames, type ContentTypeName } from '../../src/publications/content';

/** Everything that a catalogue answers about these documents and slugs, as plain data: two that answer alike are equal. */
export function answersOf(catalogue: Catalogue, ids: readonly string[], slugs: readonly string[]) {
  const { edition, settings } = catalogue;
  const counts = contentTypeNames.map((type) => catalogue.count(type));
  const views = settings.locales.map((locale) => {
    const view = catalogue.view(locale);
    return view && viewAnswers(view, ids, slugs);
  });
  return { edition, settings, counts, views };
}

function viewAnswers(view: View, ids: readonly string[], slugs: readonly string[]) {
  return {
    locale: view.locale,
    searches: ['nandu zebra', 'appel', 'how ap', 'service phase', 'en', 'zzz'].map((query) => {
      const { hits, words } = view.search(query, new Set(contentTypeNames));
      const found = [...words].map(([language, all]) => [language, [...all].sort()]).sort();
      return [hits.map(({ document, score }) => `${document.id} ${score}`), found];
    }),
    types: contentTypeNames.map((type) => typeAnswers(view, type, ids, slugs)),
    sources: (Object.keys(relations) as RelationName[]).map((relation) => [
      relation,
      ids.map((id) => namesOf(view.sources(relation, id))),
    ]),
  };
}

function typeAnswers<Type extends ContentTypeName>(
  view: View,
  type: Type,
  ids: readonly string[],
  slugs: readonly string[],
) {
  const inOrder = (order: OrderOf<Type>) => namesOf(view.ordered(type, order));
  return {
    documents: ids.map((id) => view.get(type, id)),
    bySlug: slugs.map((slug) => [view.bySlug(type, slug)?.id, view.isWithdrawn(type, slug)]),
    orders: orderNames(type).map((by) => [
      by,
      inOrder({ by, descending: false }),
      inOrder({ by, descending: true }),
    ]),
  };
}

function namesOf(documents: readonly Document[]): string[] {
  return documents.map(({ id, revision, locale }) => `${id} ${locale} ${revision}`);
}
