import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readRemote } from '../../../../src/plugins/publishing/server/pictures/remote-original';
import { fileHost, type FileHost } from '../../../support/file-host';

describe('A remote original', () => {
  let host: FileHost;
  const never = new AbortController().signal;

  beforeEach(async () => {
    host = await fileHost();
    host.answer = (_, response) => response.end('bytes');
  });
  afterEach(() => host.close());

  const read = (address: string, limits: object = {}, signal = never) =>
    readRemote(
      address,
      { origin: host.origin, timeLimitSeconds: 60, sizeLimitBytes: 1_000, ...limits },
      signal,
    );

  it('is read from the host that is configured', async () => {
    expect((await read(`${host.origin}/a.png`)).toString()).toBe('bytes');
  });

  it('is read from no other', async () => {
    const { port } = new URL(host.origin);
    for (const address of [
      `https://127.0.0.1:${port}/a.png`,
      `http://localhost:${port}/a.png`,
      `http://127.0.0.1:${Number(port) - 1}/a.png`,
      'file:///etc/passwd',
    ]) {
      await expect(read(address)).rejects.toThrow('lies on another host');
    }
    await expect(read('http://x/a', { origin: null })).rejects.toThrow('lies on another host');
    expect(host.asked).toEqual([]);
  });

  it('is not read where the host’s name turns out to be this machine or its neighbour', async () => {
    const { port } = new URL(host.origin);
    const origin = `http://localhost:${port}`;
    await expect(read(`${origin}/a.png`, { origin })).rejects.toThrow('cannot be reached');
    expect(host.asked).toEqual([]);
  });

  it('is not waited for beyond its time, be it the first byte or the last', async () => {
    const limits = { timeLimitSeconds: 0.05 };
    host.answer = () => undefined;
    await expect(read(`${host.origin}/a`, limits)).rejects.toThrow('within 0.05 seconds');
    host.answer = (_, response) => response.write('byt');
    await expect(read(`${host.origin}/b`, limits)).rejects.toThrow('within 0.05 seconds');
  });

  it('is not read beyond its size', async () => {
    host.answer = (_, response) => response.end('b'.repeat(1_001));
    await expect(read(`${host.origin}/a.png`)).rejects.toThrow('larger than the 1000 bytes');
  });

  it('is given up where it is wanted no longer, with the reason', async () => {
    const batch = new AbortController();
    host.answer = () => batch.abort(new Error('The host is down.'));
    await expect(read(`${host.origin}/a.png`, {}, batch.signal)).rejects.toThrow('host is down');
  });
});
