import type { StoredFile } from '../../../publications/content/image';
import type { MediaDetails } from '../../../publications/publication';
import { mediaUrl, renditionName, renditionUrl } from '../../media-url';
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
    const { name } = this.file;
    const copied = (this.media[this.file.sha256]?.renditions ?? []).map(
      ({ sha256, mime, width, height }) => ({
        url: mediaUrl(this.publicUrl, sha256, renditionName(name, width, mime)),
        mime,
        width,
        height,
      }),
    );
    const made = renditionsOffered(this.file).map(({ name: named, mime, width, height }) => ({
      url: renditionUrl(this.publicUrl, this.file.sha256, width, named),
      mime,
      width,
      height,
    }));
    // Sorting keeps the order of equals.
    return [...copied, ...made].sort((a, b) => a.width - b.width);
  }
}
