import type { Core } from '@strapi/strapi';
import type { Bucket } from '../../../../s3/bucket';
import type { Row } from '../record/content-model';
import { filesByHash } from './library-files';
import { UPLOADS, uploadName } from './upload-name';

/** Enough for a panel's picture, and no reason to keep a connection for ever. */
const TIME_LIMIT_MILLISECONDS = 30_000;

/** A file, or one of Strapi's smaller sizes of it, as the media library's row tells it. */
interface KnownUpload {
  readonly url?: unknown;
  readonly mime?: unknown;
}

/**
 * Shows uploads that lie in a bucket at the addresses that they would have in a folder. What the library does not know is
 * not asked for, whatever else lies there. Where the bucket lacks it, Strapi looks into the folder, as it always does.
 */
export function showUploadsOf(strapi: Core.Strapi, bucket: Bucket): void {
  strapi.server.routes([
    {
      method: 'GET',
      path: `${UPLOADS}:name`,
      config: { auth: false },
      async handler(context, next) {
        const { name } = context.params as { name: string };
        const upload = await knownUpload(strapi, name);
        const found =
          upload && (await bucket.get(name, AbortSignal.timeout(TIME_LIMIT_MILLISECONDS)));
        if (!found) {
          await next();
          return;
        }
        context.set('Cache-Control', 'max-age=0');
        if (found.etag !== null) context.set('ETag', found.etag);
        context.type = String(upload.mime);
        context.status = 200;
        if (context.fresh) {
          found.stream.destroy();
          context.status = 304;
        } else {
          context.length = found.size;
          context.body = found.stream;
        }
      },
    },
  ]);
}

async function knownUpload(strapi: Core.Strapi, name: string): Promise<KnownUpload | null> {
  const whole = name.replace(/\.[^.]*$/, '');
  // Strapi calls the smaller sizes `thumbnail_NAME`, `small_NAME` …
  const files = await filesByHash(strapi, [whole, whole.replace(/^[^_]*_/, '')]);
  const uploads = [...files.values()].flatMap((row): KnownUpload[] => [
    { url: row.url, mime: row.mime },
    ...smallerSizes(row),
  ]);
  return uploads.find(({ url }) => typeof url === 'string' && uploadName(url) === name) ?? null;
}

function smallerSizes({ formats }: Row): KnownUpload[] {
  return Object.values((formats ?? {}) as Record<string, KnownUpload>);
}
