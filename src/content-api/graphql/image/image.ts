import type { StoredFile } from '../../../publications/content/image';
import type { MediaDetails } from '../../../publications/publication';
import { mediaUrl, renditionName } from '../../media-url';
import type { FocalPoint } from './focal-point.type';
import type { ImageRendition } from './image-rendition.type';

/** A picture in GraphQL's shape, with absolute addresses. */
export class Image {
  constructor(
    private readonly file: StoredFile,
    readonly alternativeText: string,
    private readonly media: MediaDetails,
    private readonly publicUrl: string,
  ) {}

  get url(): string {
    return mediaUrl(this.publicUrl, this.file.sha256, this.file.name);
  }

  get mime(): string {
    return this.file.mime;
  }

  get width(): number | null {
    return this.file.width;
  }

  get height(): number | null {
    return this.file.height;
  }

  get focalPoint(): FocalPoint | null {
    return this.file.focalPoint;
  }

  get placeholder(): string | null {
    return this.media[this.file.sha256]?.placeholder ?? null;
  }

  get renditions(): readonly ImageRendition[] {
    const renditions = this.media[this.file.sha256]?.renditions ?? [];
    return renditions.map(({ sha256, mime, width, height }) => ({
      url: mediaUrl(this.publicUrl, sha256, renditionName(this.file.name, width, mime)),
      mime,
      width,
      height,
    }));
  }
}
