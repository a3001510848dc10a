import { createServer } from 'node:net';
import { CommandFailure } from './command-failure';

/**
 * Sees whether this process may listen, before the half minute that Strapi takes to find out.
 *
 * @throws CommandFailure `PORT_IN_USE`, or `CANNOT_LISTEN` for any other reason.
 */
export async function checkPort(host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
    });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new CommandFailure(
        'PORT_IN_USE',
        `Another process listens on port ${port} of ${host}.`,
        `End that process (ss -ltnp 'sport = :${port}' names it), or choose another port: PORT=${port + 1} npm start.`,
        { cause },
      );
    }
    throw new CommandFailure(
      'CANNOT_LISTEN',
      `This process may not listen on port ${port} of ${host}: ${message}.`,
      'Give an address of this machine in HOST, and in PORT a port that this user may use (1024 or above).',
      { cause },
    );
  }
}
