import type { S3ClientConfig } from '@aws-sdk/client-s3';

/** What S3-compatible stores expect that have no regions. */
const REGION_OF_OTHER_STORES = 'us-east-1';
/** A store that is away is told of, and not waited for until the network gives up. */
const CONNECTION_MILLISECONDS = 10_000;

/** A part of a bucket of S3, or of a store that speaks its protocol. */
export interface BucketAddress {
  readonly bucket: string;
  /** What stands before each name, with a slash; empty where nothing does. */
  readonly prefix: string;
  readonly client: S3ClientConfig;
}

/**
 * Credentials come from where every AWS client looks: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, the
 * machine's role.
 *
 * @param address `s3://BUCKET/PREFIX`; with `?endpoint=https://…` another store than Amazon's; with `?region=…` its
 * region, otherwise AWS_REGION for Amazon's and `us-east-1` for another.
 */
export function bucketAddress(address: string): BucketAddress {
  const { hostname, pathname, searchParams } = new URL(address);
  const folder = pathname.replace(/^\/+|\/+$/g, '');
  const endpoint = searchParams.get('endpoint');
  const region = searchParams.get('region');
  return {
    bucket: hostname,
    prefix: folder === '' ? '' : `${folder}/`,
    client: {
      ...(region && { region }),
      ...(endpoint && { endpoint, forcePathStyle: true, region: region ?? REGION_OF_OTHER_STORES }),
      // The checksums that Amazon's own service takes as a trailer are refused by several other stores.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: CONNECTION_MILLISECONDS },
    },
  };
}
