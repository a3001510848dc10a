import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import { sha256 } from '../../src/publications/canonical';
import { openMediaStore, type MediaStore } from '../../src/publications/media-store';
import { startLeastPrivilegeStore } from '../support/least-privilege-store';

const PICTURE = Buffer.from('the bytes of a picture');
const HASH = sha256(PICTURE);
const UNKNOWN = sha256('never stored');

/** Reads what is kept under a hash. */
async function read(store: MediaStore, hash: typeof HASH): Promise<Buffer | null> {
  const opened = await store.open(hash);
  if (!opened) return null;
  const bytes = Buffer.concat(await opened.stream.toArray());
  expect(opened.size).toBe(bytes.length);
  return bytes;
}

/** What holds of every store. */
function behavesAsStore(open: () => MediaStore): void {
  it('has nothing that was not put into it', async () => {
    expect(await open().has(UNKNOWN)).toBe(false);
    expect(await open().open(UNKNOWN)).toBeNull();
  });

  it('gives back what was put into it, to whoever opens it', async () => {
    await open().put(HASH, PICTURE);
    expect(await open().has(HASH)).toBe(true);
    expect(await read(open(), HASH)).toEqual(PICTURE);
  });

  it('takes the same picture any number of times at once', async () => {
    const other = Buffer.alloc(100_000, 'x');
    const hash = sha256(other);
    await Promise.all(Array.from({ length: 8 }, () => open().put(hash, other)));
    expect(await read(open(), hash)).toEqual(other);
  });
}

describe('a media store in a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'kap-store-')), 'made', 'when-needed');
  });
  afterAll(() => rm(path.resolve(folder, '../..'), { recursive: true }));

  behavesAsStore(() => openMediaStore(folder));

  it('fans out twice, and leaves nothing half written', async () => {
    await openMediaStore(folder).put(HASH, PICTURE);
    const places = await readdir(folder, { recursive: true });
    expect(places).toContain(path.join(HASH.slice(0, 2), HASH.slice(2, 4), HASH));
    expect(places.filter((place) => place.startsWith('incoming'))).toEqual([]);
  });
});

describe('a media store in a bucket', () => {
  let folder: string;
  let server: S3rver;
  let address: string;
  const before = { ...process.env };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kap-bucket-'));
    server = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: folder,
      configureBuckets: [{ name: 'pictures', configs: [] }],
    });
    const { port } = await server.run();
    address = `s3://pictures/of/practice?endpoint=${encodeURIComponent(`http://127.0.0.1:${port}`)}`;
    process.env.AWS_ACCESS_KEY_ID = 'S3RVER';
    process.env.AWS_SECRET_ACCESS_KEY = 'S3RVER';
  });
  afterAll(async () => {
    process.env = before;
    await server.close();
    await rm(folder, { recursive: true });
  });

  behavesAsStore(() => openMediaStore(address));

  it('keeps pictures under its prefix', async () => {
    await openMediaStore(address).put(HASH, PICTURE);
    const places = await readdir(path.join(folder, 'pictures'), { recursive: true });
    expect(places.some((place) => place.includes(path.join('of', 'practice', HASH)))).toBe(true);
  });

  it('fails where there is no bucket, which is not the same as an unknown picture', async () => {
    const elsewhere = openMediaStore(address.replace('pictures', 'nowhere'));
    await expect(elsewhere.open(HASH)).rejects.toThrow('bucket');
    await expect(elsewhere.put(HASH, PICTURE)).rejects.toThrow('bucket');
  });
});

describe('a media store in a bucket whose key may not list it', () => {
  let server: Server;
  let address: string;
  const before = { ...process.env };

  beforeAll(async () => {
    const store = await startLeastPrivilegeStore();
    ({ server } = store);
    address = `s3://pictures?endpoint=${encodeURIComponent(store.url)}`;
    process.env.AWS_ACCESS_KEY_ID = 'least';
    process.env.AWS_SECRET_ACCESS_KEY = 'privilege';
  });
  afterAll(async () => {
    process.env = before;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  behavesAsStore(() => openMediaStore(address));
});
