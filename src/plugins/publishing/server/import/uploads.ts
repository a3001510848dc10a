import type { Core } from '@strapi/strapi';
import type { Picture } from './plan';

/** The part of a row of Strapi's media library that tells where its bytes are. */
interface UploadedFile {
  readonly id: number;
  readonly formats?: Readonly<Record<string, object>> | null;
}

/** The part of Strapi's upload plugin that an import uses; the plugin exports no types of its services. */
interface UploadPlugin {
  readonly service: (name: 'upload') => {
    upload(request: { data: { fileInfo: object }; files: object }): Promise<UploadedFile[]>;
  };
  readonly provider: { delete(file: object): Promise<void> };
}

/** The pictures that one import puts into Strapi's media library, and can take back. */
export class Uploads {
  private readonly plugin: UploadPlugin;
  private readonly bySha256 = new Map<string, UploadedFile>();

  constructor(strapi: Core.Strapi) {
    this.plugin = strapi.plugin('upload') as unknown as UploadPlugin;
  }

  /** Uploads a picture, with the smaller formats that Strapi makes of it. */
  async add(picture: Picture): Promise<void> {
    const files = {
      filepath: picture.filePath,
      originalFilename: picture.name,
      mimetype: picture.mime,
      size: picture.bytes,
    };
    const fileInfo = { name: picture.name };
    const [file] = await this.plugin.service('upload').upload({ data: { fileInfo }, files });
    if (file === undefined)
      throw new Error(`Strapi's upload took "${picture.name}" and returned nothing.`);
    this.bySha256.set(picture.sha256, file);
  }

  fileId(sha256: string): number {
    const file = this.bySha256.get(sha256);
    if (file === undefined) throw new Error(`The picture ${sha256} has not been uploaded.`);
    return file.id;
  }

  /** Deletes the uploaded bytes; their rows are gone with the transaction that was rolled back. */
  async removeBytes(): Promise<void> {
    for (const file of this.bySha256.values()) {
      for (const stored of [file, ...Object.values(file.formats ?? {})])
        await this.plugin.provider.delete(stored);
    }
    this.bySha256.clear();
  }
}
