import {
  emptyCatalogue,
  evolveAll,
  type FoldedCatalogue,
} from '../../src/content-api/catalogue/evolve';
import type { View } from '../../src/content-api/catalogue/view';
import type { TestLog } from './publications';

export function catalogueOf(log: TestLog): FoldedCatalogue {
  return evolveAll(emptyCatalogue(), log.publications);
}

/** What the readers of one locale see; fails where the practice has no such locale. */
export function viewOf(log: TestLog, locale = 'en'): View {
  const view = catalogueOf(log).view(locale);
  if (!view) throw new Error(`The practice has no locale ${locale}.`);
  return view;
}
