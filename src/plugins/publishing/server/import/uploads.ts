import type { Core } from '@strapi/strapi';
import type { Row } from '../record/content-model';
import type { Picture } from './plan';

/** The part of Strapi's upload plugin that an import uses; the plugin exports no types of its services. */
interface UploadPlugin {
  readonly service: (name: 'upload') => {
    upload(request: { data: { fileInfo: object }; files: object }): Promise<Row[]>;
    remove(file: Row): Promise<void>;
  };
}

/** The pictures that one import puts into Strapi's media library, and can take back. */
export class Uploads {
  private readonly plugin: UploadPlugin;
  private readonly bySha256 = new Map<string, Row>();

  constructor(strapi: Core.Strapi) {
    this.plugin = strapi.plugin('upload');
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

  /** The rows of all that was uploaded. */
  files(): Row[] {
    return [...this.bySha256.values()];
  }

  fileId(sha256: string): number {
    const file = this.bySha256.get(sha256);
    if (file === undefined) throw new Error(`The picture ${sha256} has not been uploaded.`);
    return file.id;
  }

  /** Deletes what was uploaded, rows and bytes. */
  async takeBack(): Promise<void> {
    for (const file of this.bySha256.values()) await this.plugin.service('upload').remove(file);
    this.bySha256.clear();
  }
}
