import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port';
import type { PostgresCluster } from './postgres-cluster';
import { until } from './until';

const PROGRAM = '/usr/sbin/pgbouncer';
export const hasPgBouncer = existsSync(PROGRAM);

/** A PgBouncer in front of a server, which hands out a session for one transaction each. */
export class PgBouncer {
  private constructor(
    private readonly folder: string,
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  static async start(cluster: PostgresCluster): Promise<PgBouncer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'kap-pgbouncer-'));
    await chmod(folder, 0o755);
    const port = await freePort();
    await writeFile(path.join(folder, 'users'), '"postgres" ""\n');
    const settings = [
      '[databases]',
      `* = host=127.0.0.1 port=${cluster.port}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = trust',
      `auth_file = ${path.join(folder, 'users')}`,
      'pool_mode = transaction',
    ];
    const file = path.join(folder, 'pgbouncer.ini');
    await writeFile(file, settings.join('\n'));
    // Like PostgreSQL it refuses to run as root.
    const command =
      process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', PROGRAM] : [PROGRAM];
    const [program = PROGRAM, ...args] = command;
    const child = spawn(program, [...args, file], { cwd: folder, stdio: 'ignore' });
    await until(() => isOpen(port));
    return new PgBouncer(folder, child, port);
  }

  url(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
    await rm(this.folder, { recursive: true });
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
