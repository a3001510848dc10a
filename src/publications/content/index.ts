import type { z } from 'zod';
import { clinician } from './clinician';
import { condition } from './condition';
import { faq } from './faq';
import { location } from './location';
import { practice } from './practice';
import { reference } from './reference';
import { safetyNotice } from './safety-notice';
import { service } from './service';
import { therapyPhase } from './therapy-phase';

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

/**
 * The version of the shapes above, written into each entry. Raise it with every change that an older entry would not
 * parse under, and teach `upcast` the way from the version before.
 */
export const SCHEMA_VERSION = 1;

/** Parses an entry's content, of any schema version there has been, into today's shape. */
export function parseContent<Type extends ContentTypeName>(
  type: Type,
  version: number,
  content: unknown,
): ContentOf<Type> {
  if (version > SCHEMA_VERSION) {
    throw new Error(
      `This ${type} was logged with schema version ${version}, but this program knows versions up to ${SCHEMA_VERSION}. Run the newer release.`,
    );
  }
  contentSchemas[type].parse(content);
  // And not the copy that zod makes: `JSON.parse` lays an object out in one piece, which takes a third less memory and
  // is read faster. The shapes neither default nor transform anything, so that what has passed is what they describe.
  return content as ContentOf<Type>;
}
