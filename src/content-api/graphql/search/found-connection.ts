import type { Hit } from '../../catalogue/search/ranking';
import type { SearchPage } from '../../catalogue/search/search-page';
import { languageOf } from '../../catalogue/search/language';
import { searchFields, searchTexts, type Text } from '../../catalogue/search/texts';
import type { PageInfo } from '../../catalogue/page';
import type { ContentDocument } from '../content-document/content-document.type';
import type { Reading } from '../reading';
import { highlighted } from './highlight';
import type { SearchConnection, SearchEdge, SearchHighlight } from './search.type';

/** A page of what was found as GraphQL shows it. */
export class FoundConnection implements SearchConnection {
  constructor(
    private readonly page: SearchPage,
    private readonly reading: Reading,
  ) {}

  get nodes(): readonly ContentDocument[] {
    return this.page.nodes.map(({ document }) => this.reading.present(document));
  }

  get edges(): readonly SearchEdge[] {
    return this.page.edges.map(
      ({ cursor, node }) => new FoundEdge(cursor, node, this.page.words, this.reading),
    );
  }

  get pageInfo(): PageInfo {
    return this.page.pageInfo;
  }

  get totalCount(): number {
    return this.page.totalCount;
  }
}

/** Highlights are made when they are read. */
class FoundEdge implements SearchEdge {
  constructor(
    readonly cursor: string,
    private readonly hit: Hit,
    private readonly words: SearchPage['words'],
    private readonly reading: Reading,
  ) {}

  get node(): ContentDocument {
    return this.reading.present(this.hit.document);
  }

  get highlights(): readonly SearchHighlight[] {
    const { type, content, locale } = this.hit.document;
    const words = this.words.get(locale === null ? '' : languageOf(locale));
    if (!words) return [];
    const texts = searchTexts(type, content);
    return searchFields.flatMap((field) => {
      for (const text of texts[field] ?? []) {
        const html = text && highlighted(this.#shown(text), words);
        if (html) return [{ field, html }];
      }
      return [];
    });
  }

  #shown(text: Text): string {
    return typeof text === 'string' ? this.reading.line(text) : this.reading.richText(text).text;
  }
}
