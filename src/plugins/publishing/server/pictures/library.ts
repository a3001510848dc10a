import type { Core } from '@strapi/strapi';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { canonicalJson } from '../../../../publications/canonical';
import type { StoredFile } from '../../../../publications/content/image';
import type { MediaStore } from '../../../../publications/media-store';
import type { Sha256 } from '../../../../publications/publication';
import type { Row } from '../record/content-model';
import { FILES } from './library-files';
import { addressName } from './published-picture';
import type { ReadyPictures } from './ready-pictures';

/** The parts of Strapi's upload plugin that are used here; the plugin exports no types of its services. */
interface UploadPlugin {
  service(name: 'upload'): {
    upload(request: { data: { fileInfo: object }; files: object }): Promise<Row[]>;
    remove(file: Row): Promise<void>;
  };
  service(name: 'provider'): { upload(file: object): Promise<void> };
}

/** Strapi's media library, asked for published pictures. */
export interface PictureLibrary {
  /**
   * The row of a file that is this picture to the last byte, with its name, size and focal point. Where the library
   * has none, because it was deleted or replaced, the published copy is uploaded. Null where that is gone too.
   */
  rowOf(file: StoredFile): Promise<Row | null>;
  /** Deletes again what was uploaded since the last call of this or of `keep`: what it was for was refused. */
  takeBack(): Promise<void>;
  keep(): void;
}

/** @param store where the published copies are. */
export function pictureLibrary(
  strapi: Core.Strapi,
  ready: ReadyPictures,
  store: MediaStore,
): PictureLibrary {
  const plugin = strapi.plugin('upload') as unknown as UploadPlugin;
  const known = new Map<string, Promise<Row | null>>();
  const uploaded = new Map<string, Row>();
  return {
    rowOf(file) {
      const key = canonicalJson(file);
      const row = known.get(key) ?? find(file).then((found) => found ?? upload(file));
      known.set(key, row);
      return row;
    },

    async takeBack() {
      for (const [key, row] of uploaded) {
        known.delete(key);
        await plugin.service('upload').remove(row);
      }
      uploaded.clear();
    },

    keep: () => uploaded.clear(),
  };

  async function find(file: StoredFile): Promise<Row | null> {
    const { mime, width, height } = file;
    const where = { mime, width, height };
    const rows = (await strapi.db.query(FILES).findMany({ where })) as Row[];
    // To know a file's bytes is to publish a copy of it, so only those are looked at that look the same.
    const alike = rows.filter((other) => addressName(String(other.name)) === file.name);
    await ready.prepare(alike);
    const isTheSame = (row: Row) => {
      const readiness = ready.of(row);
      return readiness.ok && canonicalJson(readiness.picture.file) === canonicalJson(file);
    };
    return alike.find(isTheSame) ?? null;
  }

  async function upload(file: StoredFile): Promise<Row | null> {
    const stored = await store.open(file.sha256 as Sha256);
    if (stored === null) return null;
    const bytes = await buffer(stored.stream);
    const folder = await mkdtemp(path.join(tmpdir(), 'kap-picture-'));
    try {
      const filepath = path.join(folder, file.name);
      await writeFile(filepath, bytes);
      const [row] = await plugin.service('upload').upload({
        data: { fileInfo: { name: file.name, focalPoint: file.focalPoint } },
        files: {
          filepath,
          originalFilename: file.name,
          mimetype: file.mime,
          size: bytes.length,
        },
      });
      if (row === undefined)
        throw new Error(`Strapi's upload took "${file.name}" and gave nothing back.`);
      uploaded.set(canonicalJson(file), row);
      // Strapi may have compressed it again on its way in, and then it is another picture.
      await plugin.service('provider').upload({ ...row, getStream: () => Readable.from([bytes]) });
      const { width, height } = file;
      const put = (await strapi.db.query(FILES).update({
        where: { id: row.id },
        data: { width, height, size: bytes.length / 1000, sizeInBytes: bytes.length },
      })) as Row;
      await ready.prepare([put]);
      return put;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
