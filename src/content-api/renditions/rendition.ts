/** Pixels: a phone's column, a phone's screen, a tablet, a laptop's column, a laptop, a large screen. */
const WIDTHS = [320, 640, 960, 1280, 1920] as const;

/** The formats that are made, by their media type, with how their names end. */
const FORMATS = { 'image/avif': 'avif', 'image/webp': 'webp' } as const;

const MOVING_FORMATS = { 'image/webp': FORMATS['image/webp'] } as const;

export type RenditionFormat = (typeof FORMATS)[keyof typeof FORMATS];

/** Pictures of other kinds move, or scale by themselves. */
export const MADE_OF: ReadonlySet<string> = new Set([
  'image/avif',
  'image/jpeg',
  'image/png',
  'image/webp',
]);

/** A copy of a picture that is made when it is first asked for. */
export interface RenditionOffer {
  /** Ends its address. */
  readonly name: string;
  readonly mime: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/**
 * Every copy that can be had of a picture, narrowest first; never wider than the picture.
 *
 * @param isMoving whether it moves: then its copies do, in the one format in which that can be made.
 */
export function renditionsOffered(
  file: {
    readonly name: string;
    readonly mime: string;
    readonly width: number | null;
    readonly height: number | null;
  },
  isMoving: boolean,
): readonly RenditionOffer[] {
  const { name, mime, width, height } = file;
  if (width === null || height === null || !MADE_OF.has(mime)) return [];
  return WIDTHS.filter((wanted) => wanted <= width).flatMap((wanted) =>
    Object.entries(isMoving ? MOVING_FORMATS : FORMATS).map(([type, ending]) => ({
      name: `${name.replace(/(.)\.[a-z0-9]+$/i, '$1')}.${ending}`,
      mime: type,
      width: wanted,
      height: Math.max(1, Math.round((height * wanted) / width)),
    })),
  );
}

/** The copy that an address names by its width and its ending; null where there is none such. */
export function renditionAsked(
  width: string,
  name: string,
): { readonly width: number; readonly format: RenditionFormat } | null {
  const offered = WIDTHS.find((each) => String(each) === width);
  const format = Object.values(FORMATS).find((ending) => name.endsWith(`.${ending}`));
  return offered === undefined || format === undefined ? null : { width: offered, format };
}
