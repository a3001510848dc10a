import type { Core } from '@strapi/strapi';
import type { ContentTypeName } from '../../../../publications/content';
import { uidOf, type Model, type Row } from '../record/content-model';
import { documentRows } from '../record/published-rows';
import type { FieldProblem } from '../validation/field-problem';
import { filesByHash, filesById } from './library-files';
import { namedFiles, type NamedFile } from './named-files';
import type { ReadyPictures } from './ready-pictures';

/** What Strapi's blocks validator asks of a picture, all of it the media library's own words. */
const LIBRARY_FIELDS = [
  'name',
  'url',
  'caption',
  'width',
  'height',
  'formats',
  'hash',
  'ext',
  'mime',
  'size',
  'previewUrl',
  'provider',
  'provider_metadata',
  'createdAt',
  'updatedAt',
] as const;

/** PostgreSQL's largest integer: it refuses to compare with a larger one. */
const LARGEST_ID = 2 ** 31 - 1;

/** The pictures of documents, before they are written. */
export interface DocumentPictures {
  /**
   * Lets every picture block of a client's data say of its file what the media library says, in place. The alternative
   * text stays: it belongs to the text round it.
   *
   * @returns a problem for each block that names no file of the library.
   */
  resolve(type: ContentTypeName, data: unknown): Promise<FieldProblem[]>;
  /** Makes ready what documents show, with the data that is about to be saved. Never within a transaction. */
  prepare(type: ContentTypeName, documentIds: readonly string[], data?: unknown): Promise<void>;
  /** The same for rows that were read already. */
  prepareRows(type: ContentTypeName, rows: readonly Row[]): Promise<void>;
}

export function documentPictures(strapi: Core.Strapi, ready: ReadyPictures): DocumentPictures {
  const modelOf = (type: ContentTypeName) => strapi.getModel(uidOf(type)) as Model;

  async function prepareNamed(named: readonly NamedFile[]): Promise<void> {
    const byHash = await filesByHash(strapi, hashesOf(named));
    const values = named.flatMap((one) => (one.kind === 'media' ? [one.value] : []));
    const byId = await filesById(strapi, values.flatMap(idsIn));
    await ready.prepare([...byHash.values(), ...byId]);
  }

  return {
    async resolve(type, data) {
      const named = [...namedFiles(strapi, modelOf(type), data)];
      const files = await filesByHash(strapi, hashesOf(named));
      return named.flatMap((one) => {
        if (one.kind !== 'block') return [];
        const { block, path } = one;
        const { hash, name, alternativeText } = block.image ?? {};
        const file = files.get(hash);
        if (file === undefined) return [{ path, message: notInLibrary(name) }];
        const image = Object.fromEntries(LIBRARY_FIELDS.map((field) => [field, file[field]]));
        block.image = { ...image, alternativeText };
        return [];
      });
    },

    async prepare(type, documentIds, data) {
      const named = [...namedFiles(strapi, modelOf(type), data)];
      for (const documentId of documentIds) {
        const { published, drafts } = await documentRows(strapi, type, documentId);
        for (const row of [...published, ...drafts]) {
          named.push(...namedFiles(strapi, modelOf(type), row));
        }
      }
      await prepareNamed(named);
    },

    async prepareRows(type, rows) {
      await prepareNamed(rows.flatMap((row) => [...namedFiles(strapi, modelOf(type), row)]));
    },
  };
}

/** What to do about a picture block that names no file of the media library. */
export function notInLibrary(name: unknown): string {
  const called = typeof name === 'string' && name !== '' ? `“${name}”` : 'in this text';
  return `The picture ${called} is not in the Media Library. Remove it from the text, or insert it again from there.`;
}

function hashesOf(named: readonly NamedFile[]): unknown[] {
  return named.flatMap((one) => (one.kind === 'block' ? [one.block.image?.hash] : []));
}

/** The ids in the forms in which Strapi takes the value of a media field, or gives it in a row. */
function idsIn(value: unknown): number[] {
  const { connect, set } = (value ?? {}) as { connect?: unknown; set?: unknown };
  return [value, connect, set].flat().flatMap((one) => {
    const id = Number((one as { id?: unknown } | null)?.id ?? one);
    return Number.isInteger(id) && id > 0 && id <= LARGEST_ID ? [id] : [];
  });
}
