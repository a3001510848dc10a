import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { bucketAddress } from '../../../../s3/bucket-address';
import { UPLOADS } from './upload-name';

/** A file as Strapi hands it to a provider, which writes into it where it lies. */
interface UploadedFile {
  url: string;
  path?: unknown;
}

type Act = (file: UploadedFile, ...more: unknown[]) => Promise<unknown>;
const WRITES = ['upload', 'uploadStream', 'replace', 'replaceStream'] as const;
type UploadProvider = Record<(typeof WRITES)[number] | 'delete', Act>;

/** For the person at the panel, or at the command line. */
export class UploadsAway extends errors.ApplicationError {
  readonly code = 'UPLOADS_AWAY';

  constructor(cause: unknown) {
    super(
      'The bucket in which uploads are kept did not do what was asked of it, and the program’s log says why. Try again ' +
        'in a minute, and tell whoever runs this site if it stays so.',
      { code: 'UPLOADS_AWAY' },
    );
    this.cause = cause;
  }
}

/** What `config/plugins.ts` says of Strapi's own provider where uploads go to a bucket. */
export function bucketProvider(address: string) {
  const { bucket, prefix, client } = bucketAddress(address);
  return {
    provider: 'aws-s3',
    providerOptions: {
      baseUrl: UPLOADS,
      rootPath: prefix,
      s3Options: {
        ...client,
        // Without a word on it Strapi lets the whole world read, and buckets that take no such word refuse everything.
        params: { Bucket: bucket, ACL: undefined },
      },
    },
  };
}

/**
 * Lets uploads that go to a bucket have the addresses that they have in a folder. So the panel shows them without the
 * bucket being open to anybody, and they may be copied from one to the other at any time.
 */
export function addressUploadsAsInFolder(strapi: Core.Strapi, address: string): void {
  const { provider } = strapi.plugin('upload') as unknown as { provider: UploadProvider };
  const ofBucket = `${UPLOADS}${bucketAddress(address).prefix}`;
  const told = (act: Act): Act => {
    return (file, ...more) =>
      act(file, ...more).catch((error: unknown) => {
        strapi.log.error(error);
        throw new UploadsAway(error);
      });
  };
  provider.delete = told(provider.delete);
  for (const method of WRITES) {
    const write = told(provider[method]);
    provider[method] = async (file, ...more) => {
      // A folder that the client names: the library's row forgets it, and so would never find the file again.
      delete file.path;
      await write(file, ...more);
      file.url = `${UPLOADS}${file.url.slice(ofBucket.length)}`;
    };
  }
}
