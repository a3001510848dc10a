import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { isProblem, parsePostgresUrl, type PostgresSetting } from './postgres/setting';

/** Which database the practice's text is kept in. */
export type DatabaseSetting =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly setting: PostgresSetting };

export const logLevels = ['error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every setting of a process, read once at start. Paths are absolute. */
export interface Environment {
  /** Where everything is kept that a backup needs and git must not have. */
  readonly dataFolder: string;
  /** Strapi's static files; uploaded originals lie in its folder `uploads`, where no bucket is named. */
  readonly publicFolder: string;
  readonly database: DatabaseSetting;
  readonly host: string;
  readonly port: number;
  /** The origin under which readers reach this process: scheme, host and port, no slash at the end. */
  readonly publicUrl: string;
  /** False where nobody has said PUBLIC_URL, so that `publicUrl` is only a guess from the port. */
  readonly publicUrlIsGiven: boolean;
  /** Whether HOST lets in this machine alone, where such a guess leads somewhere. */
  readonly isLoopback: boolean;
  /** Whether the content API answers requests that carry no key. */
  readonly contentApiAnonymous: boolean;
  /** What an operation without a key may cost, in points of the published formula. */
  readonly queryCostLimit: number;
  /** Whether only operations that a frontend has registered are answered, whoever asks. */
  readonly registeredOnly: boolean;
  /** Requests a minute and address, of those who send no key; 0 for any number. */
  readonly rateLimit: number;
  /** How many event streams one process keeps open: of everybody, and by one key or from one address without one. */
  readonly streamLimits: { readonly most: number; readonly mostPerClient: number };
  /** Proxies in front, whose word on a client's address is taken: addresses and networks. */
  readonly trustedProxies: readonly string[];
  /** With what `/readyz` and `/metrics` are asked whole from another machine; null where they cannot be. */
  readonly operatorToken: string | null;
  /** Where published pictures are copied to: an absolute folder, or `s3://BUCKET/PREFIX`. */
  readonly mediaStore: string;
  /** Where originals are uploaded to: `s3://BUCKET/PREFIX`; null for the public folder. */
  readonly uploadBucket: string | null;
  /**
   * Where originals lie that Strapi's upload provider does not keep in a folder (null where it does), and how long one
   * may take to come from there.
   */
  readonly remoteUploads: { readonly origin: string | null; readonly timeLimitSeconds: number };
  /** Where smaller copies of pictures are kept, which are made again where they are missing: an absolute folder. */
  readonly renditionFolder: string;
  readonly logLevel: (typeof logLevels)[number];
  /** The practice's page that Strapi's Preview button opens; null where there is none. */
  readonly previewUrl: string | null;
  /** Called after publications, by Strapi's process; null where there is none. */
  readonly buildHooks: { readonly urls: readonly string[]; readonly secret: string } | null;
  /** Under which name answers tell caches in front what they depend on. */
  readonly cacheTagHeader: string;
  /** Whether a CDN in front reads what answers depend on: one that is told to purge, or for which the header was named. */
  readonly hasCdn: boolean;
  /** How the CDN in front is told to drop what a publication touched; null where there is none. */
  readonly cdn: {
    readonly url: string;
    readonly method: string;
    readonly token: string | null;
    readonly tokenHeader: string;
    /** Null where the tags go into the call's body. */
    readonly tagsHeader: string | null;
  } | null;
}

/** What is wrong with one setting, and what to do about it. */
export interface EnvironmentProblem {
  readonly code: 'BAD_SETTING' | 'BAD_SECRET' | 'UNUSABLE_DATA_FOLDER';
  /** The environment variable, or the file. */
  readonly where: string;
  readonly what: string;
  readonly whatToDo: string;
}

/** Stops the process at start. Names every problem at once, so that nobody repairs them one start at a time. */
export class EnvironmentError extends Error {
  readonly code = 'BAD_ENVIRONMENT';

  constructor(
    readonly problems: readonly EnvironmentProblem[],
    options?: ErrorOptions,
  ) {
    const lines = problems.map(
      ({ code, where, what, whatToDo }) => `  ${where}: ${what} ${whatToDo} [${code}]`,
    );
    super(`The settings of this process cannot be used.\n${lines.join('\n')}`, options);
    this.name = 'EnvironmentError';
  }
}

/** What differs between the processes that read the same environment. */
export interface ProcessDefaults {
  /** Where PORT is not set: 1337 for Strapi's process, 1338 for a content API alone. */
  readonly port: number;
  /** Whether PUBLIC_URL can be left out whatever HOST is, as the authoring process has told it. Default false. */
  readonly isToldPublicUrl?: boolean;
}

export const STRAPI_PORT = 1337;
export const CONTENT_API_PORT = 1338;

/**
 * Reads the settings of a process.
 *
 * @param env the variables, as in `process.env`; an empty one counts as absent.
 * @param folder what relative paths are relative to: the project's folder.
 * @throws EnvironmentError naming every variable that cannot be used.
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
  defaults: ProcessDefaults = { port: STRAPI_PORT },
): Environment {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const refused = new Set(
      parsed.error.issues.map((issue) => issue.path[0] as keyof typeof advice),
    );
    throw new EnvironmentError([...refused].map(problemWith));
  }

  const settings = parsed.data;
  const isLoopback = LOOPBACK.test(settings.HOST);
  // A guess would be told to readers elsewhere: `http://localhost` in every absolute address.
  if (settings.PUBLIC_URL === undefined && !isLoopback && !defaults.isToldPublicUrl) {
    throw new EnvironmentError([PUBLIC_URL_WANTED]);
  }
  const dataFolder = path.resolve(folder, settings.DATA_FOLDER);
  const port = settings.PORT ?? defaults.port;
  return Object.freeze<Environment>({
    dataFolder,
    publicFolder: path.resolve(folder, settings.PUBLIC_FOLDER),
    database: databaseOf(settings.DATABASE_URL, dataFolder),
    host: settings.HOST,
    port,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${port}`,
    publicUrlIsGiven: settings.PUBLIC_URL !== undefined,
    isLoopback,
    contentApiAnonymous: settings.CONTENT_API_ANONYMOUS === 'true',
    queryCostLimit: settings.CONTENT_API_QUERY_COST_LIMIT,
    registeredOnly: settings.CONTENT_API_REGISTERED_ONLY === 'true',
    rateLimit: settings.CONTENT_API_RATE_LIMIT,
    streamLimits: {
      most: settings.CONTENT_API_STREAMS,
      mostPerClient: settings.CONTENT_API_STREAMS_PER_CLIENT,
    },
    trustedProxies: settings.TRUSTED_PROXIES,
    operatorToken: settings.OPERATOR_TOKEN ?? null,
    renditionFolder: path.join(dataFolder, 'renditions'),
    remoteUploads: {
      origin: settings.UPLOADS_ORIGIN ?? null,
      timeLimitSeconds: settings.UPLOADS_TIME_LIMIT,
    },
    mediaStore: mediaStoreOf(settings.MEDIA_STORE, folder, dataFolder),
    uploadBucket: settings.UPLOADS ?? null,
    logLevel: settings.LOG_LEVEL,
    previewUrl: settings.PREVIEW_URL ?? null,
    buildHooks: buildHooksOf(settings.BUILD_HOOKS, settings.BUILD_HOOK_SECRET),
    cacheTagHeader: settings.CACHE_TAG_HEADER ?? 'Cache-Tag',
    hasCdn: settings.CACHE_TAG_HEADER !== undefined || settings.CDN_PURGE_URL !== undefined,
    cdn: settings.CDN_PURGE_URL
      ? {
          url: settings.CDN_PURGE_URL,
          method: settings.CDN_PURGE_METHOD,
          token: settings.CDN_PURGE_TOKEN ?? null,
          tokenHeader: settings.CDN_PURGE_TOKEN_HEADER,
          tagsHeader: settings.CDN_PURGE_TAGS_HEADER ?? null,
        }
      : null,
  });
}

function databaseOf(url: string | undefined, dataFolder: string): DatabaseSetting {
  if (url === undefined) return { kind: 'sqlite', file: path.join(dataFolder, 'database.sqlite') };
  const setting = parsePostgresUrl(url);
  if (!isProblem(setting)) return { kind: 'postgres', setting };
  throw new EnvironmentError([{ code: 'BAD_SETTING', where: 'DATABASE_URL', ...setting }]);
}

function buildHooksOf(
  urls: readonly string[] | undefined,
  secret: string | undefined,
): Environment['buildHooks'] {
  if (!urls) return null;
  // Unsigned, anybody who learns a hook's address could have a site built all day.
  if (secret === undefined) throw new EnvironmentError([problemWith('BUILD_HOOK_SECRET')]);
  return { urls, secret };
}

function mediaStoreOf(setting: string | undefined, folder: string, dataFolder: string): string {
  if (setting === undefined) return path.join(dataFolder, 'media');
  return setting.startsWith('s3://') ? setting : path.resolve(folder, setting);
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/i;

const PUBLIC_URL_WANTED: EnvironmentProblem = {
  code: 'BAD_SETTING',
  where: 'PUBLIC_URL',
  what: 'It is missing, and HOST lets others in, for whom the addresses in answers must lead here.',
  whatToDo: 'Write the origin under which they reach this process: https://content.example.org.',
};

const variables = z.object({
  DATABASE_URL: z.string().optional(),
  DATA_FOLDER: z.string().default('.data'),
  PUBLIC_FOLDER: z.string().default('public'),
  // This machine only: whoever opens the panel of a new installation first becomes its administrator, so it must be a
  // decision to let the network in.
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/)
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535)
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin)
    .transform((url) => new URL(url).origin)
    .optional(),
  CONTENT_API_ANONYMOUS: z.enum(['true', 'false']).default('true'),
  CONTENT_API_QUERY_COST_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .default('25000')
    .transform(Number),
  CONTENT_API_REGISTERED_ONLY: z.enum(['true', 'false']).default('false'),
  // Fifty a second: far above what a household or a clinic behind one address asks, far below what hurts.
  CONTENT_API_RATE_LIMIT: z
    .string()
    .regex(/^\d{1,9}$/)
    .default('3000')
    .transform(Number),
  // Each takes a file descriptor and some kilobytes.
  CONTENT_API_STREAMS: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .default('10000')
    .transform(Number),
  CONTENT_API_STREAMS_PER_CLIENT: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .default('100')
    .transform(Number),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.trim().split(/\s+/))
    .refine((networks) => networks.every(isNetwork))
    .default([]),
  // RFC 6750, 2.1, and too long to be guessed.
  OPERATOR_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9._~+/-]{32,}=*$/)
    .optional(),
  MEDIA_STORE: z
    .string()
    .refine((store) => !store.includes('://') || isBucket(store))
    .optional(),
  UPLOADS: z.string().refine(isBucket).optional(),
  UPLOADS_ORIGIN: z
    .string()
    .refine(isOrigin)
    .transform((url) => new URL(url).origin)
    .optional(),
  UPLOADS_TIME_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .default('10')
    .transform(Number),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  PREVIEW_URL: z.string().refine(isUrlOf('http:', 'https:')).optional(),
  BUILD_HOOKS: z
    .string()
    .transform((text) => text.trim().split(/\s+/))
    .refine((urls) => urls.every(isUrlOf('http:', 'https:')))
    .optional(),
  BUILD_HOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/)
    .optional(),
  CACHE_TAG_HEADER: headerName().optional(),
  CDN_PURGE_URL: z.string().refine(isUrlOf('http:', 'https:')).optional(),
  // What `fetch` sends without a body as well as with one.
  CDN_PURGE_METHOD: z.enum(['POST', 'PURGE', 'DELETE', 'PUT']).default('POST'),
  CDN_PURGE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
  CDN_PURGE_TOKEN_HEADER: headerName().default('Authorization'),
  CDN_PURGE_TAGS_HEADER: headerName().optional(),
});

/** What is wrong with a variable that was refused, and what to write instead. The value may be secret: it is not told. */
const advice: Readonly<
  Record<keyof z.infer<typeof variables>, readonly [what: string, whatToDo: string]>
> = {
  DATABASE_URL: ['This is not an address.', 'Write it as postgres://USER:PASSWORD@HOST/DATABASE.'],
  DATA_FOLDER: ['This is not a folder.', 'Write the path of a folder.'],
  PUBLIC_FOLDER: ['This is not a folder.', 'Write the path of a folder.'],
  HOST: ['This is not a host name or an address.', 'Write 127.0.0.1, 0.0.0.0, :: or a name.'],
  PORT: ['This is not a port.', 'Write a whole number from 1 to 65535.'],
  PUBLIC_URL: [
    'This is not an origin.',
    'Write scheme and host only, as https://content.example.org.',
  ],
  CONTENT_API_ANONYMOUS: ['This is neither true nor false.', 'Write true or false.'],
  CONTENT_API_QUERY_COST_LIMIT: [
    'This is not a number of points.',
    'Write a whole number from 1; 25000 is the default.',
  ],
  CONTENT_API_REGISTERED_ONLY: ['This is neither true nor false.', 'Write true or false.'],
  CONTENT_API_RATE_LIMIT: [
    'This is not a number of requests.',
    'Write a whole number, of requests a minute; 0 for any number, 3000 is the default.',
  ],
  CONTENT_API_STREAMS: [
    'This is not a number of event streams.',
    'Write a whole number from 1, of streams in one process; 10000 is the default.',
  ],
  CONTENT_API_STREAMS_PER_CLIENT: [
    'This is not a number of event streams.',
    'Write a whole number from 1, of streams of one client; 100 is the default.',
  ],
  TRUSTED_PROXIES: [
    'These are not addresses of proxies.',
    'Write addresses or networks, as 10.0.0.0/8, with spaces between.',
  ],
  OPERATOR_TOKEN: [
    'This is not a token that cannot be guessed.',
    'Write what `openssl rand -base64 32` prints.',
  ],
  MEDIA_STORE: [
    'This is neither a folder nor a bucket.',
    'Write the path of a folder, or s3://BUCKET/PREFIX, which may end with ?endpoint=https://HOST.',
  ],
  UPLOADS: [
    'This is not a bucket.',
    'Write s3://BUCKET/PREFIX, which may end with ?endpoint=https://HOST, or leave it out for the public folder.',
  ],
  UPLOADS_ORIGIN: [
    'This is not an origin.',
    'Write scheme and host of the upload provider, as https://bucket.example.org, or leave it out.',
  ],
  UPLOADS_TIME_LIMIT: [
    'This is not a number of seconds.',
    'Write a whole number from 1 to 999; 10 is the default.',
  ],
  BUILD_HOOKS: [
    'These are not addresses that can be called.',
    'Write one or more http or https addresses, with spaces between.',
  ],
  BUILD_HOOK_SECRET: [
    'This is not a secret to sign build hooks with, or there is none.',
    'Write whsec_ and what `openssl rand -base64 32` prints; the builder checks with the same.',
  ],
  CACHE_TAG_HEADER: [
    'This is not the name of a header.',
    'Write Cache-Tag, Surrogate-Key or xkey.',
  ],
  CDN_PURGE_URL: [
    'This is not an address that can be called.',
    'Write the http or https address at which the CDN takes purges by tag.',
  ],
  CDN_PURGE_METHOD: ['There is no such way to purge.', 'Write POST, PURGE, DELETE or PUT.'],
  CDN_PURGE_TOKEN: ['This is not a token.', "Write the CDN's token alone, without Bearer."],
  CDN_PURGE_TOKEN_HEADER: [
    'This is not the name of a header.',
    'Write Authorization, or what the CDN says, as Fastly-Key.',
  ],
  CDN_PURGE_TAGS_HEADER: [
    'This is not the name of a header.',
    'Write Surrogate-Key or xkey-purge, or leave it out to send the tags as JSON.',
  ],
  PREVIEW_URL: [
    'This is not the address of a page.',
    'Write it as https://www.example.org/preview; the document and a token are added to it.',
  ],
  LOG_LEVEL: ['There is no such level.', `Write one of ${logLevels.join(', ')}.`],
};

function problemWith(variable: keyof typeof advice): EnvironmentProblem {
  const [what, whatToDo] = advice[variable];
  return { code: 'BAD_SETTING', where: variable, what, whatToDo };
}

function headerName() {
  return z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/);
}

function isUrlOf(...protocols: string[]): (text: string) => boolean {
  return (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (most < 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

function isBucket(text: string): boolean {
  if (!isUrlOf('s3:')(text)) return false;
  const { hostname, searchParams } = new URL(text);
  const endpoint = searchParams.get('endpoint');
  return hostname !== '' && (endpoint === null || isUrlOf('http:', 'https:')(endpoint));
}

function isOrigin(text: string): boolean {
  if (!isUrlOf('http:', 'https:')(text)) return false;
  const url = new URL(text);
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}

/**
 * The settings of this process. Strapi's configuration files read them one by one, and once each, at start; relative
 * paths are relative to the folder that the process was started in, as Strapi's own are.
 */
export const currentEnvironment = (): Environment => readEnvironment(process.env, process.cwd());
