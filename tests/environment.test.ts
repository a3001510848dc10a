import path from 'node:path';
import { EnvironmentError, readEnvironment } from '../src/environment';

const FOLDER = '/srv/practice';

function problemsOf(env: Record<string, string>) {
  try {
    readEnvironment(env, FOLDER);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
  return [];
}

describe('without any variable', () => {
  const environment = readEnvironment({}, FOLDER);

  it('keeps everything in .data, in SQLite', () => {
    expect(environment.dataFolder).toBe(path.join(FOLDER, '.data'));
    expect(environment.database).toEqual({
      kind: 'sqlite',
      file: path.join(FOLDER, '.data/database.sqlite'),
    });
    expect(environment.mediaStore).toBe(path.join(FOLDER, '.data/media'));
    expect(environment.uploadBucket).toBeNull();
  });

  it('is reached from this machine only', () => {
    expect(environment).toMatchObject({
      host: '127.0.0.1',
      port: 1337,
      publicUrl: 'http://localhost:1337',
    });
  });

  it('answers readers without a key', () => {
    expect(environment.contentApiAnonymous).toBe(true);
  });

  it('keeps ten thousand event streams open, a hundred of one client', () => {
    expect(environment.streamLimits).toEqual({ most: 10_000, mostPerClient: 100 });
  });

  it('takes the port of the process it is read for', () => {
    expect(readEnvironment({}, FOLDER, { port: 1338 }).port).toBe(1338);
  });
});

it('reads every variable', () => {
  const environment = readEnvironment(
    {
      DATABASE_URL: 'postgres://kap:secret@db:5432/kap',
      DATA_FOLDER: 'var',
      PUBLIC_FOLDER: '/srv/public',
      HOST: '0.0.0.0',
      PORT: '8080',
      PUBLIC_URL: 'https://content.example.org/',
      CONTENT_API_ANONYMOUS: 'false',
      CONTENT_API_QUERY_COST_LIMIT: '400',
      CONTENT_API_REGISTERED_ONLY: 'true',
      CONTENT_API_RATE_LIMIT: '0',
      CONTENT_API_STREAMS: '2000',
      CONTENT_API_STREAMS_PER_CLIENT: '5',
      TRUSTED_PROXIES: '10.0.0.0/8 ::1',
      OPERATOR_TOKEN: 'S2V0YW1pbmUgaXMgbm90IGEgcGFzc3dvcmQgaGVyZSE=',
      MEDIA_STORE: 's3://bucket/pictures',
      UPLOADS: 's3://bucket/uploads?endpoint=https%3A%2F%2Fstore.example.org',
      UPLOADS_ORIGIN: 'https://uploads.example.org/',
      UPLOADS_TIME_LIMIT: '5',
      PREVIEW_URL: 'https://www.example.org/preview?from=panel',
      LOG_LEVEL: 'debug',
    },
    FOLDER,
  );
  expect(environment).toEqual({
    dataFolder: path.join(FOLDER, 'var'),
    publicFolder: '/srv/public',
    database: {
      kind: 'postgres',
      setting: expect.objectContaining({ host: 'db', password: 'secret' }) as object,
    },
    host: '0.0.0.0',
    port: 8080,
    publicUrl: 'https://content.example.org',
    publicUrlIsGiven: true,
    isLoopback: false,
    contentApiAnonymous: false,
    queryCostLimit: 400,
    registeredOnly: true,
    rateLimit: 0,
    streamLimits: { most: 2_000, mostPerClient: 5 },
    trustedProxies: ['10.0.0.0/8', '::1'],
    operatorToken: 'S2V0YW1pbmUgaXMgbm90IGEgcGFzc3dvcmQgaGVyZSE=',
    renditionFolder: path.join(FOLDER, 'var/renditions'),
    mediaStore: 's3://bucket/pictures',
    uploadBucket: 's3://bucket/uploads?endpoint=https%3A%2F%2Fstore.example.org',
    remoteUploads: { origin: 'https://uploads.example.org', timeLimitSeconds: 5 },
    previewUrl: 'https://www.example.org/preview?from=panel',
    logLevel: 'debug',
    buildHooks: null,
    cacheTagHeader: 'Cache-Tag',
    hasCdn: false,
    cdn: null,
  });
});

it('takes an empty variable for an absent one', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: '' }, FOLDER)).toEqual(
    readEnvironment({}, FOLDER),
  );
});

it('takes a CDN by its address, and the rest as most of them have it', () => {
  const { cdn } = readEnvironment({ CDN_PURGE_URL: 'https://cdn.example/purge' }, FOLDER);
  expect(cdn).toEqual({
    url: 'https://cdn.example/purge',
    method: 'POST',
    token: null,
    tokenHeader: 'Authorization',
    tagsHeader: null,
  });
});

describe('a value that cannot be used', () => {
  it.each([
    ['PORT', '80a'],
    ['CDN_PURGE_URL', 'cdn.example'],
    ['CDN_PURGE_TOKEN', 'two words'],
    ['CDN_PURGE_METHOD', 'GET'],
    ['OPERATOR_TOKEN', 'guessed'],
    ['OPERATOR_TOKEN', 'two words of more than thirty-two signs'],
    ['CACHE_TAG_HEADER', 'Cache Tag'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/kap'],
    ['DATABASE_URL', 'kap.sqlite'],
    ['HOST', 'http://localhost'],
    ['PUBLIC_URL', 'content.example.org'],
    ['PUBLIC_URL', 'https://example.org/kap'],
    ['CONTENT_API_ANONYMOUS', 'yes'],
    ['CONTENT_API_QUERY_COST_LIMIT', '0'],
    ['MEDIA_STORE', 'gs://bucket'],
    ['MEDIA_STORE', 's3://'],
    ['MEDIA_STORE', 's3://bucket?endpoint=store.example.org'],
    ['UPLOADS', 'uploads'],
    ['UPLOADS', 's3://'],
    ['UPLOADS', 's3://bucket?endpoint=store.example.org'],
    ['UPLOADS_ORIGIN', 'https://uploads.example.org/bucket'],
    ['UPLOADS_TIME_LIMIT', '0'],
    ['CONTENT_API_REGISTERED_ONLY', 'yes'],
    ['CONTENT_API_RATE_LIMIT', '-1'],
    ['CONTENT_API_STREAMS', '0'],
    ['CONTENT_API_STREAMS', 'many'],
    ['CONTENT_API_STREAMS_PER_CLIENT', '1.5'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.example.org'],
    ['PREVIEW_URL', 'www.example.org/preview'],
    ['LOG_LEVEL', 'loud'],
  ])('is refused, with what, where and what to do: %s=%s', (variable, value) => {
    expect(problemsOf({ [variable]: value })).toEqual([
      {
        code: 'BAD_SETTING',
        where: variable,
        what: expect.stringMatching(/\.$/) as string,
        whatToDo: expect.stringMatching(/^Write .*\.$/) as string,
      },
    ]);
  });

  it('is told together with every other one', () => {
    expect(
      problemsOf({ PORT: 'x', LOG_LEVEL: 'x', HOST: '///' })
        .map(({ where }) => where)
        .sort(),
    ).toEqual(['HOST', 'LOG_LEVEL', 'PORT']);
  });

  it('is not repeated in the message, since it may be a password', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'postgress://u:hunter2@db/kap' }, FOLDER)).toThrow(
      expect.objectContaining({
        code: 'BAD_ENVIRONMENT',
        message: expect.not.stringContaining('hunter2') as string,
      }) as Error,
    );
  });
});

describe('PUBLIC_URL', () => {
  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('may be left out on %s', (HOST) => {
    expect(readEnvironment({ HOST, PORT: '8080' }, FOLDER).publicUrl).toBe('http://localhost:8080');
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'content.internal'])('is asked for on %s', (HOST) => {
    expect(() => readEnvironment({ HOST }, FOLDER)).toThrow(
      /PUBLIC_URL: It is missing.*Write the origin/,
    );
    const PUBLIC_URL = 'https://content.example.org';
    expect(readEnvironment({ HOST, PUBLIC_URL }, FOLDER).publicUrl).toBe(PUBLIC_URL);
  });

  it('may be left out on any by who is told it by the authoring process', () => {
    const told = { port: 1338, isToldPublicUrl: true };
    const environment = readEnvironment({ HOST: '0.0.0.0' }, FOLDER, told);
    expect(environment).toMatchObject({ publicUrlIsGiven: false, isLoopback: false });
  });
});

it('a CDN is there where it is told to purge, or where its header is named', () => {
  expect(readEnvironment({}, FOLDER).hasCdn).toBe(false);
  expect(readEnvironment({ CACHE_TAG_HEADER: 'Surrogate-Key' }, FOLDER).hasCdn).toBe(true);
  expect(readEnvironment({ CDN_PURGE_URL: 'https://cdn.example' }, FOLDER).hasCdn).toBe(true);
});
