import type { StoredFile } from '../../../publications/content/image';
import type { MediaDetails } from '../../../publications/publication';
import { mediaUrl, renditionName, renditionUrl, typedName } from '../../media-url';
import { renditionsOffered } from '../../renditions/rendition';
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
    return mediaUrl(this.publicUrl, this.file.sha256, typedName(this.file.name, this.file.mime));
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
    const { name } = this.file;
    const copied = (this.media[this.file.sha256]?.renditions ?? []).map(
      ({ sha256, mime, width, height }) => ({
        url: mediaUrl(this.publicUrl, sha256, renditionName(name, width, mime)),
        mime,
        width,
        height,
      }),
    );
    const isMoving = this.media[this.file.sha256]?.isMoving ?? false;
    const made = renditionsOffered(this.file, isMoving).map(
      ({ name: named, mime, width, height }) => ({
        url: renditionUrl(this.publicUrl, this.file.sha256, width, named),
        mime,
        width,
        height,
      }),
    );
    // Sorting keeps the order of equals.
    return [...copied, ...made].sort((a, b) => a.width - b.width);
  }
}
