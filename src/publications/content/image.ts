import { z } from 'zod';

/** A stored file, named by the SHA-256 of its bytes. */
export const storedFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The file's name for a reader, as it ends its address: `session-room.webp`. */
  name: z.string(),
  mime: z.string(),
  /** Pixels; null for a drawing without a size of its own. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** What must stay in view when the picture is cropped, in percent from the left and the top. */
  focalPoint: z.object({ x: z.number(), y: z.number() }).nullable(),
});

/** A picture as used in one place and one locale: its alternative text belongs to the use, not to the file. */
export const image = z.object({
  file: storedFile.nullable(),
  alternativeText: z.string(),
});

export type StoredFile = z.infer<typeof storedFile>;
export type ImageContent = z.infer<typeof image>;
