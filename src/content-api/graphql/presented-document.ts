import type { ContentTypeName } from '../../publications/content';
import type { Document } from '../catalogue/document';
import type { PageArguments } from '../catalogue/page';
import { ApiError } from '../errors';
import { revisionPage, type RevisionPage } from './revision/revision-page';
import { attributionOf, refreshByOf, sharingOf, type Attribution } from './sharing/terms';
import { pageUrlOf, slugOf } from './page-url';
import type { Reading } from './reading';
import type { Reference } from './reference/reference.type';
import type { Alternate } from './site/alternate.type';
import { safetyOf } from './safety-notice/safety';
import type { SafetyNotice } from './safety-notice/safety-notice.type';
import type { Author } from './content-document/author.type';
import type { Sharing } from './sharing/sharing.type';

/**
 * A public document in GraphQL's shape: what every content type has. Fields are getters, which GraphQL's own resolver
 * reads; nothing is a promise.
 */
export abstract class PresentedDocument<Type extends ContentTypeName = ContentTypeName> {
  constructor(
    protected readonly document: Document<Type>,
    protected readonly reading: Reading,
  ) {}

  protected get content(): Document<Type>['content'] {
    return this.document.content;
  }

  get id(): string {
    return this.document.id;
  }

  get slug(): string {
    return slugOf(this.document);
  }

  get locale(): string | null {
    return this.document.locale;
  }

  get availableLocales(): readonly string[] {
    return this.document.availableLocales;
  }

  get isFallback(): boolean {
    return this.document.isFallback;
  }

  get status(): Document['status'] {
    return this.document.status;
  }

  get revision(): number | null {
    return this.document.revision;
  }

  get contentHash(): string {
    return this.document.contentHash;
  }

  get publishedAt(): string | null {
    return this.document.publishedAt;
  }

  get firstPublishedAt(): string | null {
    return this.document.firstPublishedAt;
  }

  get url(): string | null {
    return pageUrlOf(this.document, this.slug, this.reading.view);
  }

  get safety(): readonly SafetyNotice[] {
    return safetyOf(this.document, this.reading);
  }

  /** The revisions of this text, the newest first. */
  revisions(args: PageArguments): RevisionPage {
    const page = revisionPage(this.document, args, this.reading);
    if (page instanceof ApiError) throw page;
    return page;
  }

  get alternates(): readonly Alternate[] {
    return this.reading.alternatesOf(this.document);
  }

  get references(): readonly Reference[] {
    const { content } = this.document as Document;
    return 'references' in content ? this.reading.targets('reference', content.references) : [];
  }

  get authors(): readonly Author[] {
    const { content } = this.document as Document;
    return 'authors' in content && Array.isArray(content.authors) ? content.authors : [];
  }

  get tags(): readonly string[] {
    const { content } = this.document as Document;
    return 'tags' in content ? content.tags.map(({ name }) => name) : [];
  }

  get sharing(): Sharing | null {
    return sharingOf(this.document, this.reading.view);
  }

  get attribution(): Attribution | null {
    return attributionOf(this.document, this.url, this.reading.view);
  }

  get refreshBy(): string | null {
    return refreshByOf(this.document, this.reading.view);
  }
}
