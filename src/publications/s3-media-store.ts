import type { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import type { MediaStore } from './media-store';

/** What stores say of an object that is not there: to GET, and to HEAD, whose answers have no body to say more in. */
const ABSENT: ReadonlySet<unknown> = new Set(['NoSuchKey', 'NotFound', 'AccessDenied']);
const FORBIDDEN = 403;
/** What S3-compatible stores expect that have no regions. */
const REGION_OF_OTHER_STORES = 'us-east-1';

/**
 * Keeps pictures in a bucket of S3 or of a store that speaks its protocol, as `PREFIX/SHA256`. Credentials come from
 * where every AWS client looks: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, the machine's role.
 *
 * @param address `s3://BUCKET/PREFIX`; with `?endpoint=https://…` another store than Amazon's; with `?region=…` its
 * region, otherwise AWS_REGION for Amazon's and `us-east-1` for another.
 */
export function s3MediaStore(address: URL): MediaStore {
  const bucket = address.hostname;
  const prefix = address.pathname.replace(/^\/+|\/+$/g, '');
  const keyOf = (sha256: string) => (prefix === '' ? sha256 : `${prefix}/${sha256}`);

  // Loaded at first use: a hub that keeps its pictures in a folder never pays for the client.
  let loading: Promise<[typeof Sdk, Sdk.S3Client]> | undefined;
  const load = () =>
    (loading ??= import('@aws-sdk/client-s3').then((sdk) => [sdk, clientFor(address, sdk)]));

  async function has(sha256: string): Promise<boolean> {
    const [sdk, client] = await load();
    const request = new sdk.HeadObjectCommand({ Bucket: bucket, Key: keyOf(sha256) });
    return (await unlessAbsent(client.send(request))) !== null;
  }

  return {
    has,

    async put(sha256, bytes) {
      if (await has(sha256)) return;
      const [sdk, client] = await load();
      await client.send(
        new sdk.PutObjectCommand({ Bucket: bucket, Key: keyOf(sha256), Body: bytes }),
      );
    },

    async open(sha256) {
      const [sdk, client] = await load();
      const request = new sdk.GetObjectCommand({ Bucket: bucket, Key: keyOf(sha256) });
      const answer = await unlessAbsent(client.send(request));
      if (!answer?.Body || answer.ContentLength === undefined) return null;
      // On Node the SDK's body is always a Readable; its type also covers browsers.
      return { stream: answer.Body as Readable, size: answer.ContentLength };
    },
  };
}

function clientFor(address: URL, sdk: typeof Sdk): Sdk.S3Client {
  const endpoint = address.searchParams.get('endpoint');
  const region = address.searchParams.get('region');
  return new sdk.S3Client({
    ...(region && { region }),
    ...(endpoint && { endpoint, forcePathStyle: true, region: region ?? REGION_OF_OTHER_STORES }),
    // The checksums that Amazon's own service takes as a trailer are refused by several other stores.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

async function unlessAbsent<Result>(pending: Promise<Result>): Promise<Result | null> {
  try {
    return await pending;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/**
 * Of what is not there S3 says 403 to a key that may not list the bucket, so that nobody learns what there is. Whoever
 * may not read at all is told so as soon as something is put.
 */
function isAbsent(error: unknown): boolean {
  const { name, $metadata } = error as Partial<Sdk.S3ServiceException>;
  return ABSENT.has(name) || (name === 'Unknown' && $metadata?.httpStatusCode === FORBIDDEN);
}
