/**
 * Where a PostgreSQL is and how it is reached. `DATABASE_URL` is read once, here; the drivers of Strapi and of the
 * readers, `pg_dump` and `pg_restore` are each handed what they need of it, so that it means the same to all.
 */
export interface PostgresSetting {
  /** A name, an address, or the folder of a Unix socket, which begins with a slash. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Null where the server asks for none, or another source gives it (`PGPASSWORD`, `.pgpass`). */
  readonly password: string | null;
  readonly database: string;
  /** Null for the one that the server chooses for the role, mostly `public`. */
  readonly schema: string | null;
  /** Null for a connection that is not encrypted. */
  readonly tls: TlsSetting | null;
  /** What the server's list of sessions calls us. */
  readonly applicationName: string;
}

export interface TlsSetting {
  /** As libpq means `require`, `verify-ca` and `verify-full`. */
  readonly mode: 'require' | 'verify-ca' | 'verify-full';
  /** Files of PEM; the key is that of the certificate. */
  readonly rootCertificate: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
}

/** Why an address cannot be used. It never holds the address itself, in which there is a password. */
export interface PostgresProblem {
  readonly what: string;
  readonly whatToDo: string;
}

const DEFAULT_PORT = 5432;
const APPLICATION_NAME = 'kap-content-hub';

/** libpq lets the host be among the parameters; an address of the web must have one behind a user. */
const HOSTLESS = /^postgres(?:ql)?:\/\/[^/?#]*@(?=\/)/;
const NO_HOST = 'none.invalid';

/** Plain names alone: they are written into statements, and into the options of a connection. */
const SCHEMA_NAME = /^(?!pg_)[a-z_][a-z0-9_]{0,62}$/;
const SEARCH_PATH = /^\s*(?:-c\s*|--)search_path=([^\s,]+)\s*$/;

const UNDERSTOOD =
  'sslmode, sslrootcert, sslcert, sslkey, schema, options=-csearch_path%3DSCHEMA, application_name, host and port';

const ENCODE =
  'Write it as postgres://USER:PASSWORD@HOST:5432/DATABASE, or leave it out to use SQLite. In user and password ' +
  'percent-encode what has a meaning in an address: % as %25, / as %2F, ? as %3F, # as %23, @ as %40, : as %3A.';

const NO_AUTHORITY =
  'Add sslrootcert=FILE with the certificates of the authorities to trust (Debian: ' +
  '/etc/ssl/certs/ca-certificates.crt; a hosted server has a file of its own to download).';

/** What to write in the place of a parameter that other programs know, and one of ours does not. */
const INSTEAD: Readonly<Record<string, string>> = {
  ssl: 'Write sslmode=require, or sslmode=verify-full with sslrootcert=FILE.',
  channel_binding:
    'Leave it out: not every program here can insist on it. With sslmode=verify-full nobody can come in between either.',
  pgbouncer: 'Leave it out: a pool in front is noticed.',
  connection_limit: 'Leave it out: a process of the hub opens at most 12 connections.',
  target_session_attrs: 'Leave it out, and name the server that can be written to.',
};

/** @param text `postgres://…` or `postgresql://…` */
export function parsePostgresUrl(text: string): PostgresSetting | PostgresProblem {
  const address = text.replace(HOSTLESS, `$&${NO_HOST}`);
  if (!URL.canParse(address)) return { what: 'This is not an address.', whatToDo: ENCODE };
  const url = new URL(address);
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')
    return { what: 'This is not the address of a PostgreSQL database.', whatToDo: ENCODE };
  try {
    return settingOf(url);
  } catch (error) {
    if (error instanceof URIError)
      return { what: 'A percent sign in it begins no encoded character.', whatToDo: ENCODE };
    if (error instanceof Refusal) return { what: error.message, whatToDo: error.whatToDo };
    throw error;
  }
}

/** Whether an address was refused. */
export function isProblem(parsed: PostgresSetting | PostgresProblem): parsed is PostgresProblem {
  return 'whatToDo' in parsed;
}

class Refusal extends Error {
  constructor(
    what: string,
    readonly whatToDo: string,
  ) {
    super(what);
  }
}

function settingOf(url: URL): PostgresSetting {
  const given = parametersOf(url);
  const take = (name: string) => {
    const value = given.get(name) ?? null;
    given.delete(name);
    return value;
  };
  const host = take('host') ?? decodeURIComponent(url.hostname.replace(/^\[(.*)\]$/, '$1'));
  const port = take('port') ?? url.port;
  const user = decodeURIComponent(url.username);
  const database = decodeURIComponent(url.pathname.slice(1));
  const setting: PostgresSetting = {
    host,
    port: port === '' ? DEFAULT_PORT : Number(port),
    user,
    password: url.password === '' ? null : decodeURIComponent(url.password),
    database,
    schema: schemaOf(take('schema'), take('options')),
    tls: tlsOf(take('sslmode'), {
      rootCertificate: take('sslrootcert'),
      certificate: take('sslcert'),
      key: take('sslkey'),
    }),
    applicationName: take('application_name') ?? APPLICATION_NAME,
  };
  const [unknown] = given.keys();
  if (unknown !== undefined) {
    const whatToDo = INSTEAD[unknown] ?? `Leave it out. What is understood: ${UNDERSTOOD}.`;
    throw new Refusal(`The parameter ${unknown} has no meaning here.`, whatToDo);
  }
  if (host === '' || host === NO_HOST) throw new Refusal('It names no host.', ENCODE);
  if (host.includes(',')) throw new Refusal('It names several hosts.', 'Name one of them.');
  if (!Number.isInteger(setting.port) || setting.port < 1 || setting.port > 65535)
    throw new Refusal('Its port is none.', 'Write a whole number from 1 to 65535.');
  if (user === '') throw new Refusal('It names no user.', ENCODE);
  if (database === '' || database.includes('/')) throw new Refusal('It names no database.', ENCODE);
  if (setting.tls !== null && host.startsWith('/'))
    throw new Refusal('A Unix socket is not encrypted.', 'Leave sslmode out.');
  return setting;
}

function parametersOf(url: URL): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const part of url.search.slice(1).split('&').filter(Boolean)) {
    const [name = '', ...value] = part.split('=');
    if (parameters.has(name))
      throw new Refusal(`The parameter ${name} is there twice.`, 'Keep one of the two.');
    // Not as a form: a plus sign is one.
    parameters.set(decodeURIComponent(name), decodeURIComponent(value.join('=')));
  }
  return parameters;
}

function schemaOf(schema: string | null, options: string | null): string | null {
  const inOptions = options === null ? null : SEARCH_PATH.exec(options)?.[1];
  if (inOptions === undefined)
    throw new Refusal(
      'Its options are more than a schema.',
      'Write options=-csearch_path%3DSCHEMA, or set other options on the role: alter role USER set NAME = VALUE.',
    );
  const name = schema ?? inOptions;
  if (name !== null && !SCHEMA_NAME.test(name))
    throw new Refusal(
      'The schema in it has a name that is not supported.',
      'Use one schema, named in small letters, digits and underscores.',
    );
  if (schema !== null && inOptions !== null && schema !== inOptions)
    throw new Refusal('It names two schemas.', 'Keep one of schema and options.');
  return name;
}

function tlsOf(mode: string | null, files: Omit<TlsSetting, 'mode'>): TlsSetting | null {
  switch (mode) {
    case null:
    case 'disable':
      if (Object.values(files).some((file) => file !== null))
        throw new Refusal(
          'It names certificates for a connection that is not encrypted.',
          'Write sslmode=verify-full with them, or leave them out.',
        );
      return null;
    case 'require':
    case 'verify-ca':
    case 'verify-full':
      break;
    case 'allow':
    case 'prefer':
      throw new Refusal(
        `With sslmode=${mode} nobody knows whether a connection is encrypted.`,
        'Write sslmode=disable, require or verify-full.',
      );
    default:
      throw new Refusal(
        'There is no such sslmode.',
        'Write sslmode=disable, require (encrypted, to whomever), verify-ca or verify-full.',
      );
  }
  if ((files.certificate === null) !== (files.key === null))
    throw new Refusal('Of sslcert and sslkey one is missing.', 'Name both, or neither.');
  if (mode !== 'require' && (files.rootCertificate ?? 'system') === 'system')
    throw new Refusal(`For sslmode=${mode} it names no authority.`, NO_AUTHORITY);
  // As libpq does: with an authority at hand its word is taken.
  const isVerified = mode === 'require' && files.rootCertificate !== null;
  return { mode: isVerified ? 'verify-ca' : mode, ...files };
}
