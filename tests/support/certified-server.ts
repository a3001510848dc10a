import { execFile } from 'node:child_process';
import { appendFile, chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PostgresCluster } from './postgres-cluster';

const run = promisify(execFile);
const NEW_KEY = ['-newkey', 'rsa:2048', '-nodes'];

/**
 * Lets a server take encrypted connections, as `localhost`, and from one role no others.
 *
 * @returns the file of the authority that has certified it.
 */
export async function certify(cluster: PostgresCluster, role: string): Promise<string> {
  const at = (name: string) => path.join(cluster.folder, name);
  await run('openssl', [
    ...['req', '-x509', '-days', '2', '-subj', '/CN=An authority', ...NEW_KEY],
    ...['-keyout', at('ca.key'), '-out', at('ca.pem')],
  ]);
  await run('openssl', [
    ...['req', '-new', '-subj', '/CN=localhost', ...NEW_KEY],
    ...['-keyout', at('server.key'), '-out', at('server.csr')],
  ]);
  await writeFile(at('names'), 'subjectAltName=DNS:localhost');
  await run('openssl', [
    ...['x509', '-req', '-days', '2', '-in', at('server.csr'), '-out', at('server.crt')],
    ...['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-extfile', at('names')],
  ]);
  await chmod(at('server.key'), 0o600);
  if (process.getuid?.() === 0) await run('chown', ['postgres', at('server.key')]);

  const rules = path.join(cluster.folder, 'data/pg_hba.conf');
  const others = await readFile(rules, 'utf8');
  await writeFile(
    rules,
    `hostnossl all ${role} all reject\nhostssl all ${role} all scram-sha-256\n`,
  );
  await appendFile(rules, others);
  await cluster.execute(`alter system set ssl_cert_file = '${at('server.crt')}'`);
  await cluster.execute(`alter system set ssl_key_file = '${at('server.key')}'`);
  await cluster.execute('alter system set ssl = on');
  await cluster.execute('select pg_reload_conf()');
  return at('ca.pem');
}
