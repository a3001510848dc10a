import type { ContentClient } from 'kap-content-client';
import type { Html } from './html.js';
import { words, type Locale, type Words } from './words.js';

/** What a page is made with. */
export class Visit {
  readonly words: Words;

  constructor(
    readonly client: ContentClient,
    readonly locale: Locale,
    /** What a form has asked for. */
    readonly search: URLSearchParams,
  ) {
    this.words = words[locale];
  }

  date(day: string): string {
    const style = new Intl.DateTimeFormat(this.locale, { dateStyle: 'long', timeZone: 'UTC' });
    return style.format(new Date(day));
  }

  /** @param amount in the currency's smallest unit. */
  money(amount: number, currency: string): string {
    const style = new Intl.NumberFormat(this.locale, { style: 'currency', currency });
    return style.format(amount / 10 ** (style.resolvedOptions().maximumFractionDigits ?? 2));
  }

  /** The address of a page of this site in this language. */
  path(place: string, slug?: string): string {
    return `/${this.locale}/${place}${slug === undefined ? '' : `/${encodeURIComponent(slug)}`}`;
  }
}

/** A page as the frame around it wants it. */
export interface Page {
  readonly title: string;
  readonly description?: string | null;
  readonly body: Html;
  /** The document that it shows, whose page in the other language has another address. */
  readonly documentId?: string;
}

/** Makes the page of a part of the site, or of one document in it; null where there is none. */
export type MakePage = (visit: Visit, slug?: string) => Promise<Page | null>;
