import { Client } from 'pg';
import { clientOptions } from './client-options';
import type { PostgresSetting } from './setting';

const CONNECT_TIMEOUT_MILLISECONDS = 5_000;

/** Does something over a connection of its own, which is ended afterwards. */
export async function connected<Result>(
  setting: PostgresSetting,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    ...clientOptions(setting),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MILLISECONDS,
  });
  // What breaks a connection is told to the statement that it meets.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Whether a pool such as PgBouncer is between us and the server. It answers with a number of its own for the session,
 * for nobody but itself knows which of the server's sessions comes next.
 */
export async function isPooled(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  // The driver keeps the number that it was greeted with; its types do not say so.
  const { processID } = client as Client & { readonly processID?: number | null };
  return rows[0]?.pid !== processID;
}
