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

  process.on(
    'message',
    (message: { publish: PublishRequest } | { create: PublishRequest } | 'stop') => {
      const answered = (work: Promise<unknown>) =>
        work.then(
          (result) => process.send?.({ result }),
          (error: unknown) => process.send?.({ error: String(error) }),
        );
      if (message === 'stop') void strapi.destroy().then(() => process.disconnect());
      else if ('create' in message) void answered(create(message.create));
      else void answered(publish(message.publish));
    },
  );
  process.send?.('ready');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
