import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import type { ClientConfig } from 'pg';
import type { PostgresSetting, TlsSetting } from './setting';

/**
 * What the driver `pg` is handed, by us or by Strapi. Nothing is left to the variables of libpq (`PGHOST`, `PGSSLMODE`
 * …) but a password that the address does not have.
 *
 * @throws where a file of certificates cannot be read.
 */
export function clientOptions(setting: PostgresSetting): ClientConfig {
  return {
    host: setting.host,
    port: setting.port,
    user: setting.user,
    ...(setting.password !== null && { password: setting.password }),
    database: setting.database,
    application_name: setting.applicationName,
    ...(setting.schema !== null && { options: `-c search_path=${setting.schema}` }),
    ssl: setting.tls === null ? false : tlsOptions(setting.tls),
    keepAlive: true,
  };
}

function tlsOptions(tls: TlsSetting): ConnectionOptions {
  return {
    rejectUnauthorized: tls.mode !== 'require',
    ...(tls.rootCertificate !== null && { ca: readFileSync(tls.rootCertificate, 'utf8') }),
    ...(tls.certificate !== null && { cert: readFileSync(tls.certificate, 'utf8') }),
    ...(tls.key !== null && { key: readFileSync(tls.key, 'utf8') }),
    // An authority that is the practice's own vouches for every server that it certified.
    ...(tls.mode === 'verify-ca' && { checkServerIdentity: () => undefined }),
  };
}
