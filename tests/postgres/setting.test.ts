import { describe, expect, it } from '@jest/globals';
import { isProblem, parsePostgresUrl } from '../../src/postgres/setting';

const BASE = 'postgres://kap:secret@db.example.org/hub';

describe('The address of a PostgreSQL', () => {
  it('names host, port, user, password and database', () => {
    expect(parsePostgresUrl('postgresql://kap:p%25w%2F%3F@db.example.org:6432/my%20hub')).toEqual({
      host: 'db.example.org',
      port: 6432,
      user: 'kap',
      password: 'p%w/?',
      database: 'my hub',
      schema: null,
      tls: null,
      applicationName: 'kap-content-hub',
    });
  });

  it.each([
    ['postgres://kap@[::1]:5433/hub', { host: '::1', port: 5433, password: null }],
    ['postgres://kap@%2Fvar%2Frun%2Fpostgresql/hub', { host: '/var/run/postgresql', port: 5432 }],
    ['postgres://kap@/hub?host=/run/pg&port=5433', { host: '/run/pg', port: 5433 }],
    ['postgres://kap:a+b@db/hub', { password: 'a+b' }],
    [`${BASE}?application_name=site`, { applicationName: 'site' }],
  ])('may be %s', (url, expected) => {
    expect(parsePostgresUrl(url)).toMatchObject(expected);
  });

  it.each([
    ['', null],
    ['?sslmode=disable', null],
    ['?sslmode=require', { mode: 'require', rootCertificate: null }],
    // As libpq has it: an authority that is there is asked.
    ['?sslmode=require&sslrootcert=/ca.pem', { mode: 'verify-ca', rootCertificate: '/ca.pem' }],
    ['?sslmode=verify-ca&sslrootcert=/ca.pem', { mode: 'verify-ca' }],
    [
      '?sslmode=verify-full&sslrootcert=/path/to/ca.pem&sslcert=/c.pem&sslkey=/k.pem',
      {
        mode: 'verify-full',
        rootCertificate: '/path/to/ca.pem',
        certificate: '/c.pem',
        key: '/k.pem',
      },
    ],
  ])('says with "%s" how it is encrypted', (query, tls) => {
    expect(parsePostgresUrl(BASE + query)).toMatchObject({
      tls: tls === null ? null : expect.objectContaining(tls),
    });
  });

  it.each(['?schema=hub', '?options=-csearch_path%3Dhub', '?options=--search_path%3Dhub'])(
    'names with %s a schema',
    (query) => {
      expect(parsePostgresUrl(BASE + query)).toMatchObject({ schema: 'hub' });
    },
  );

  it.each([
    ['?sslmode=no-verify', 'no such sslmode', 'require'],
    ['?sslmode=prefer', 'sslmode=prefer', 'sslmode=disable, require'],
    ['?sslmode=verify-full', 'no authority', 'sslrootcert=FILE'],
    ['?sslmode=verify-full&sslrootcert=system', 'no authority', 'sslrootcert=FILE'],
    ['?sslrootcert=/ca.pem', 'not encrypted', 'verify-full'],
    ['?sslmode=require&sslcert=/c.pem', 'sslcert and sslkey', 'both'],
    ['?sslmode=require&channel_binding=require', 'channel_binding', 'verify-full'],
    ['?ssl=true', 'parameter ssl ', 'sslmode=require'],
    ['?pgbouncer=true&connection_limit=5', 'pgbouncer', 'noticed'],
    ['?options=-cstatement_timeout%3D5', 'options', 'alter role'],
    ['?schema=Hub', 'schema', 'small letters'],
    ['?schema=pg_catalog', 'schema', 'small letters'],
    ['?schema=a&options=-csearch_path%3Db', 'two schemas', 'one'],
    ['?schema=a&schema=b', 'schema is there twice', 'one'],
    ['?statement_cache_size=0', 'statement_cache_size', 'sslmode, sslrootcert'],
  ])('is refused with %s, by name and with what to write', (query, what, whatToDo) => {
    const parsed = parsePostgresUrl(BASE + query);
    expect(isProblem(parsed) && parsed.what).toContain(what);
    expect(isProblem(parsed) && parsed.whatToDo).toContain(whatToDo);
    expect(JSON.stringify(parsed)).not.toContain('secret');
  });

  it.each([
    'postgres://kap:100%@db/hub',
    'postgres://kap:a#b@db/hub',
    'postgres://kap:a/b@db/hub',
    'postgres://kap:a?b@db/hub',
  ])('is refused as %s, with how to write a password', (url) => {
    const parsed = parsePostgresUrl(url);
    expect(isProblem(parsed) && parsed.whatToDo).toContain('% as %25');
  });

  it.each([
    ['mysql://kap@db/hub', 'not the address of a PostgreSQL'],
    ['hub', 'not an address'],
    ['postgres://db/hub', 'names no user'],
    ['postgres://kap@db', 'names no database'],
    ['postgres://kap@/hub', 'names no host'],
    ['postgres://kap@one,two/hub', 'several hosts'],
    ['postgres://kap@/hub?host=/run/pg&sslmode=require', 'not encrypted'],
  ])('is refused as %s', (url, what) => {
    const parsed = parsePostgresUrl(url);
    expect(isProblem(parsed) && parsed.what).toContain(what);
  });
});
