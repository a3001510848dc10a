import { z } from 'zod';
import { contentSchemas, type ContentTypeName } from '../../../../publications/content';
import { storedFile, type StoredFile } from '../../../../publications/content/image';
import { richText } from '../../../../publications/content/rich-text';
import { target } from '../../../../publications/content/shared';
import type { PlannedVersion } from './plan';

/** What Strapi calls the things that a plan names in its own way. */
export interface StrapiNames {
  /** The document id of a key. */
  readonly documentId: (key: string) => string;
  /** The upload's id of a picture. */
  readonly fileId: (sha256: string) => number;
}

type Schema = z.core.$ZodType;

/** A version's content as Strapi's document service takes it. */
export function strapiData<Type extends ContentTypeName>(
  type: Type,
  version: PlannedVersion<Type>,
  names: StrapiNames,
): Record<string, unknown> {
  return translate(contentSchemas[type], version.content, names) as Record<string, unknown>;
}

function translate(schema: Schema, value: unknown, names: StrapiNames): unknown {
  if (value === null || schema === richText) return value;
  // The long form: the short one takes an id that begins with a digit for the number of a row.
  if (schema === target) return { documentId: names.documentId(value as string) };
  if (schema === storedFile) return names.fileId((value as StoredFile).sha256);
  if (schema instanceof z.ZodNullable) return translate(schema.def.innerType, value, names);
  if (schema instanceof z.ZodArray) {
    return (value as unknown[]).map((item) => translate(schema.def.element, item, names));
  }
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, Schema>> = schema.def.shape;
    const fields = value as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(shape).map(([name, field]) => [name, translate(field, fields[name], names)]),
    );
  }
  return value;
}
