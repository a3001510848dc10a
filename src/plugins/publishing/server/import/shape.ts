import { z } from 'zod';
import { storedFile } from '../../../../publications/content/image';
import { richText } from '../../../../publications/content/rich-text';
import { day, target } from '../../../../publications/content/shared';
import { resolveDay } from './day';
import type { IssueDetails } from './issue';
import { blocksFromMarkdown } from './markdown';
import type { PictureResult } from './picture';
import { targetTypes } from './target-types';

/** What a shape must know of the rest of the import to judge a value. */
export interface ShapeContext {
  readonly now: Date;
  readonly readPicture: (name: string) => Promise<PictureResult>;
  /** What is wrong with naming this key in a field that leads to the type; null: nothing. */
  readonly judgeTarget: (
    key: string,
    type: string,
  ) => (IssueDetails & { readonly message: string }) | null;
}

/** zod's schemas as found inside other schemas, which promise less than those that one makes. */
type Schema = z.core.$ZodType;

/**
 * The shape in which a file writes what `schema`, a shape of the publication log, holds: the same fields, where formatted
 * text is Markdown, a day may be relative, a stored file is a path and a relation target is a key; what may be empty
 * may be left out; an object with a single field may be written as that field's value. Parsing gives the log's form,
 * keys aside. It reads pictures, so parse with `safeParseAsync`.
 */
export function importShape(schema: Schema, context: ShapeContext, field = ''): z.ZodType {
  if (schema === target) return targetShape(context, field);
  if (schema === day) return dayShape(context);
  if (schema === richText) return markdownShape;
  if (schema === storedFile) return pictureShape(context);
  if (schema instanceof z.ZodNullable)
    return importShape(schema.def.innerType, context, field).nullable().default(null);
  if (schema instanceof z.ZodArray) return listShape(schema.def.element, context, field);
  if (schema instanceof z.ZodObject) return objectShape(schema.def.shape, context);
  if (schema instanceof z.ZodString) return text;
  if (schema instanceof z.ZodType) return schema;
  throw new Error(
    `The field "${field}" has a shape that files cannot write: ${schema._zod.def.type}.`,
  );
}

const text = z
  .string()
  .trim()
  .min(1, 'The text is empty. Leave the field out if it may be missing.');

function objectShape(fields: Readonly<Record<string, Schema>>, context: ShapeContext): z.ZodType {
  const entries = Object.entries(fields);
  const shapes = entries.map(([name, field]) => [name, importShape(field, context, name)] as const);
  const object = z.strictObject(Object.fromEntries(shapes));
  const only = entries[0]?.[0];
  if (only === undefined || entries.length > 1) return object;
  return z.preprocess(
    (value) => (isObject(value) || value === undefined ? value : { [only]: value }),
    object,
  );
}

function listShape(element: Schema, context: ShapeContext, field: string): z.ZodType {
  const list = z.array(importShape(element, context, field));
  if (element !== target) return list.default([]);
  const distinct = list.superRefine((keys, issues) => {
    for (const [index, key] of keys.entries()) {
      if (keys.indexOf(key) === index) continue;
      refuse(issues, { code: 'DUPLICATE_TARGET' }, `"${String(key)}" is named twice.`, [index]);
    }
  });
  return z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    distinct.default([]),
  );
}

function targetShape(context: ShapeContext, field: string): z.ZodType {
  const type = targetTypes[field];
  if (type === undefined)
    throw new Error(`The relation "${field}" has no entry in the table of target types.`);
  return z.string().superRefine((key, issues) => {
    const verdict = context.judgeTarget(key, type);
    if (verdict !== null) refuse(issues, verdict, verdict.message);
  });
}

const dayShape = (context: ShapeContext): z.ZodType =>
  z.unknown().transform((written, issues) => {
    const resolved = resolveDay(written, context.now);
    if (resolved !== null) return resolved;
    const message = 'A day is written as "2026-11-24", { daysAgo: 20 } or { daysAhead: 700 }.';
    return refuse(
      issues,
      { code: written === undefined ? 'MISSING_FIELD' : 'INVALID_VALUE' },
      message,
    );
  });

const markdownShape: z.ZodType = z.string().transform((markdown, issues) => {
  const result = blocksFromMarkdown(markdown);
  if (result.ok) return result.blocks;
  for (const { line, message } of result.problems)
    refuse(issues, { code: 'UNSUPPORTED_MARKDOWN', line }, message);
  return z.NEVER;
});

const pictureShape = (context: ShapeContext): z.ZodType =>
  z.string().transform(async (name, issues) => {
    const result = await context.readPicture(name);
    return result.ok ? result.file : refuse(issues, { code: result.code }, result.message);
  });

function refuse(
  issues: z.RefinementCtx,
  { code, line }: IssueDetails,
  message: string,
  path: (string | number)[] = [],
): never {
  issues.addIssue({
    code: 'custom',
    message,
    path,
    params: { code, ...(line === undefined ? {} : { line }) },
  });
  return z.NEVER;
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
