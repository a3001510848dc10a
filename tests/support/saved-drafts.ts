import { canonicalJson } from '../../src/publications/canonical';
import type { DraftReader } from '../../src/drafts/reader';
import type { DraftRow } from '../../src/drafts/row';
import type { ContentOf, ContentTypeName } from '../../src/publications/content';
import { versionOf } from '../../src/publications/content/versions';
import type { Subject } from '../../src/publications/publication';

/** Drafts in memory, as the table would hold them. */
export class TestDrafts {
  #rows: DraftRow[] = [];
  #version = 0;
  #fault: Error | null = null;

  /** Saves a draft, as an editor does. */
  save<Type extends ContentTypeName>(subject: Subject<Type>, content: ContentOf<Type>): void {
    this.#put(subject, canonicalJson(content));
  }

  /** Makes a draft equal to what is public, or deletes it. */
  settle(subject: Subject): void {
    this.#put(subject, null);
  }

  /** Makes every read fail, as a database does that is down; null repairs it. */
  failWith(fault: Error | null): void {
    this.#fault = fault;
  }

  get reader(): DraftReader {
    return {
      readFrom: (version) =>
        this.#fault
          ? Promise.reject(this.#fault)
          : Promise.resolve(this.#rows.filter((row) => row.version >= version)),
      close: () => Promise.resolve(),
    };
  }

  #put({ type, documentId, locale }: Subject, content: string | null): void {
    const key = { type, document_id: documentId, locale: locale ?? '' };
    this.#version += 1;
    this.#rows = this.#rows.filter(
      (row) =>
        !(
          row.type === key.type &&
          row.document_id === key.document_id &&
          row.locale === key.locale
        ),
    );
    this.#rows.push({
      ...key,
      version: this.#version,
      schema_version: content === null ? null : versionOf(type),
      content,
      media: content === null ? null : '{}',
    });
  }
}
