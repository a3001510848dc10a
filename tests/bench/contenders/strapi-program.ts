import path from 'node:path';
import { createStrapi, type UID } from '@strapi/strapi';
import { GENESIS } from '../../../src/publications/publication';
import type { LogRow } from '../../../src/publications/row';

/** Asks Strapi's process to publish a document; it answers with a {@link Publishing}. */
export interface PublishRequest {
  readonly type: string;
  readonly documentId: string;
  /** What to change in the draft first, so that there is something to publish. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A publication as its publisher saw it. */
export interface Publishing {
  /** Chain hash of the log's last entry: the edition that every reader should come to. */
  readonly edition: string;
  /** When the transaction had been committed, on the machine's monotonic clock, in nanoseconds. */
  readonly committedAt: string;
  /** How long the whole publication took its caller. */
  readonly milliseconds: number;
}

/** Asks Strapi's process for drafts, which are then published together as the panel does it. */
export interface BulkRequest {
  readonly type: string;
  readonly drafts: readonly Readonly<Record<string, unknown>>[];
}

/** Asks Strapi's process to have so many more documents in its own tables, with a draft and a published row each. */
export interface FillRequest {
  readonly type: string;
  readonly documents: number;
}

/** What is used of Strapi's service behind the panel's bulk actions. */
interface DocumentManager {
  readonly publishMany: (uid: UID.ContentType, ids: readonly string[]) => Promise<unknown>;
}

/** SQLite takes some 30,000 values in one statement. */
const ROWS_PER_INSERT = 500;

/** What is used of Strapi's transaction, whose own types lose it. */
interface Transaction {
  readonly onCommit: (callback: () => void) => void;
}

/*
 * Strapi with the content API in its process, as `npm start` runs it but for the panel's pages, which nobody looks at
 * here. Publishes what it is asked to by messages.
 */
async function main(): Promise<void> {
  const appDir = process.cwd();
  const strapi = createStrapi({
    appDir,
    distDir: path.join(appDir, 'dist'),
    serveAdminPanel: false,
  });
  await strapi.load();
  await strapi.start();

  const publish = async ({ type, documentId, data }: PublishRequest): Promise<Publishing> => {
    const uid = `api::${type}.${type}` as UID.ContentType;
    await strapi.documents(uid).update({ documentId, data });
    const start = process.hrtime.bigint();
    let committedAt = start;
    // A transaction round the publication's own, because it alone tells the moment of the commit.
    await strapi.db.transaction(async ({ onCommit }: Transaction) => {
      onCommit(() => {
        committedAt = process.hrtime.bigint();
      });
      await strapi.documents(uid).publish({ documentId });
    });
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    const last = await strapi.db
      .connection<LogRow>('publications')
      .orderBy('sequence', 'desc')
      .first('chain_hash');
    return { edition: last?.chain_hash ?? GENESIS, committedAt: String(committedAt), milliseconds };
  };

  const create = async ({ type, data }: Omit<PublishRequest, 'documentId'>) => {
    const uid = `api::${type}.${type}` as UID.ContentType;
    return (await strapi.documents(uid).create({ data, status: 'published' })).documentId;
  };

  const makeDrafts = async ({ type, drafts }: BulkRequest): Promise<string[]> => {
    const ids: string[] = [];
    for (const data of drafts)
      ids.push(
        (await strapi.documents(`api::${type}.${type}` as UID.ContentType).create({ data }))
          .documentId,
      );
    return ids;
  };

  /** Milliseconds that publishing them all took. */
  const publishTogether = async (type: string, ids: readonly string[]): Promise<number> => {
    const manager = strapi.plugin('content-manager').service<DocumentManager>('document-manager');
    const start = process.hrtime.bigint();
    await manager.publishMany(`api::${type}.${type}` as UID.ContentType, ids);
    return Number(process.hrtime.bigint() - start) / 1e6;
  };

  const fill = async ({ type, documents }: FillRequest): Promise<void> => {
    const query = strapi.db.query(`api::${type}.${type}` as UID.ContentType);
    const instant = new Date();
    const row = (nth: number, publishedAt: Date | null) => ({
      documentId: `filling-${nth}`,
      locale: 'en',
      slug: `filling-${nth}`,
      question: `What is number ${nth}?`,
      createdAt: instant,
      updatedAt: instant,
      publishedAt,
    });
    for (let from = 0; from < documents; from += ROWS_PER_INSERT) {
      const numbers = Array.from({ length: Math.min(ROWS_PER_INSERT, documents - from) });
      const data = numbers.flatMap((_, nth) => [row(from + nth, null), row(from + nth, instant)]);
      await query.createMany({ data });
    }
  };

  process.on(
    'message',
    (
      message:
        | { publish: PublishRequest }
        | { create: PublishRequest }
        | { makeDrafts: BulkRequest }
        | { publishTogether: { type: string; ids: readonly string[] } }
        | { fill: FillRequest }
        | 'stop',
    ) => {
      const answered = (work: Promise<unknown>) =>
        work.then(
          (result) => process.send?.({ result }),
          (error: unknown) => process.send?.({ error: String(error) }),
        );
      if (message === 'stop') void strapi.destroy().then(() => process.disconnect());
      else if ('create' in message) void answered(create(message.create));
      else if ('makeDrafts' in message) void answered(makeDrafts(message.makeDrafts));
      else if ('publishTogether' in message) {
        const { type, ids } = message.publishTogether;
        void answered(publishTogether(type, ids));
      } else if ('fill' in message) void answered(fill(message.fill));
      else void answered(publish(message.publish));
    },
  );
  process.send?.('ready');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
