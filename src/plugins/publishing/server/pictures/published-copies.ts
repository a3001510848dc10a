import type { Knex } from 'knex';
import { z } from 'zod';
import { storedFile } from '../../../../publications/content/image';
import type { MediaStore } from '../../../../publications/media-store';
import type { Sha256 } from '../../../../publications/publication';
import { mediaDetail } from '../../../../publications/row';
import type { PublishedPicture } from './published-picture';

/** A row of the table `published_pictures`. */
interface CopyRow {
  readonly library_id: number;
  /** The library's row as it was then, in canonical form: a replaced file is another picture. */
  readonly library_row: string;
  /** JSON. */
  readonly picture: string;
}

const picture = z.object({ file: storedFile, detail: mediaDetail });

/** What files of the media library were published as, for when an original can no longer be had. */
export interface PublishedCopies {
  /** Null where it never was published as it is now, or where the copy is gone, too. */
  find(libraryId: number, libraryRow: string): Promise<PublishedPicture | null>;
  keep(libraryId: number, libraryRow: string, published: PublishedPicture): Promise<void>;
}

/** @param store where the copies are. */
export function publishedCopies(connection: () => Knex, store: MediaStore): PublishedCopies {
  const table = () => connection()<CopyRow>('published_pictures');
  return {
    async find(libraryId, libraryRow) {
      const row = await table()
        .where({ library_id: libraryId, library_row: libraryRow })
        .first('picture');
      if (!row) return null;
      const found = picture.parse(JSON.parse(row.picture));
      return (await store.has(found.file.sha256 as Sha256)) ? found : null;
    },

    async keep(libraryId, libraryRow, published) {
      const kept = JSON.stringify(published);
      const before = await table().where({ library_id: libraryId }).first();
      if (before?.library_row === libraryRow && before.picture === kept) return;
      await table()
        .insert({ library_id: libraryId, library_row: libraryRow, picture: kept })
        .onConflict('library_id')
        .merge();
    },
  };
}
