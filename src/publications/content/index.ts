import type { z } from 'zod';
import { fillAbsent } from './absent';
import { clinician } from './clinician';
import { condition } from './condition';
import { faq } from './faq';
import { location } from './location';
import { practice } from './practice';
import { reference } from './reference';
import { safetyNotice } from './safety-notice';
import { service } from './service';
import { therapyPhase } from './therapy-phase';
import { inCurrentVersion } from './versions';

/** Every content type, under the name it has in Strapi (`api::NAME.NAME`), in tables and in addresses. */
export const contentSchemas = {
  service,
  'therapy-phase': therapyPhase,
  clinician,
  faq,
  condition,
  'safety-notice': safetyNotice,
  reference,
  location,
  practice,
} as const;

export type ContentTypeName = keyof typeof contentSchemas;

/** What an editor wrote, as the log keeps it: relation targets are document ids, pictures are named by their hash. */
export type ContentOf<Type extends ContentTypeName> = z.infer<(typeof contentSchemas)[Type]>;

export const contentTypeNames = Object.keys(contentSchemas) as readonly ContentTypeName[];

/** Content types that are the same in every language. */
export const unlocalizedTypes: ReadonlySet<ContentTypeName> = new Set(['reference', 'location']);

export function isContentType(name: string): name is ContentTypeName {
  return Object.hasOwn(contentSchemas, name);
}

/**
 * Parses a content, of any version that its type has had, into today's shape.
 *
 * @param content as `JSON.parse` returned it; it is the result, with what is wanting filled in, where no step copies it.
 * @throws Error where it is not what that version was.
 */
export function parseContent<Type extends ContentTypeName>(
  type: Type,
  version: number,
  content: unknown,
): ContentOf<Type> {
  const schema = contentSchemas[type];
  const current = inCurrentVersion(type, version, content);
  if (!schema.safeParse(current).success) {
    fillAbsent(schema, current);
    schema.parse(current);
  }
  // And not the copy that zod makes: `JSON.parse` lays an object out in one piece, which takes a third less memory and
  // is read faster. The shapes neither default nor transform anything, so that what has passed is what they describe.
  return current as ContentOf<Type>;
}
