import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { KeptAnswer, LastKnownGood } from './last-known-good.js';

/** Keeps answers as files of a folder, so that a site that starts while the server is down has them. */
export class FileStore implements LastKnownGood {
  #written = 0;

  constructor(private readonly folder: string) {}

  get(key: string): Promise<KeptAnswer | null> {
    return this.#read(this.#file(key));
  }

  async set(key: string, answer: KeptAnswer): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const file = this.#file(key);
    // Renamed into its place, so that nobody reads half of it.
    const part = `${file}.${process.pid}.${this.#written++}.part`;
    await writeFile(part, JSON.stringify(answer));
    await rename(part, file);
  }

  delete(key: string): Promise<void> {
    return rm(this.#file(key), { force: true });
  }

  async deleteWith(documentIds: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names.filter((one) => one.endsWith('.json'))) {
      const file = path.join(this.folder, name);
      const answer = await this.#read(file);
      // A file that cannot be read may hold anything: it goes too.
      if (!answer || answer.documentIds.some((id) => documentIds.has(id))) {
        await rm(file, { force: true });
      }
    }
  }

  #file(key: string): string {
    return path.join(this.folder, `${createHash('sha256').update(key).digest('hex')}.json`);
  }

  async #read(file: string): Promise<KeptAnswer | null> {
    try {
      return JSON.parse(await readFile(file, 'utf8')) as KeptAnswer;
    } catch {
      // Absent, or cut off by a crash: either way it is not there.
      return null;
    }
  }
}
