declare module 's3rver' {
  import type { RequestListener } from 'node:http';

  /** A store that speaks S3's protocol; its credentials are S3RVER and S3RVER. */
  export default class S3rver {
    constructor(options: {
      address?: string;
      port?: number;
      silent: boolean;
      directory: string;
      configureBuckets: { name: string; configs: string[] }[];
    });
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
    /** Makes the buckets, where another server listens for it. */
    configureBuckets(): Promise<void>;
    callback(): RequestListener;
  }
}
