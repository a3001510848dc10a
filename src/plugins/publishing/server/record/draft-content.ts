import type { z } from 'zod';
import {
  contentSchemas,
  type ContentOf,
  type ContentTypeName,
} from '../../../../publications/content';

/**
 * What a draft says, in the shape that published content has, so that one program shows both. What is required and
 * still lacks is an empty text, no, zero, or of a list of choices the last: each list ends with what promises least.
 * Whatever cannot be shown (a picture whose file is lost, a block that no release knows) is left out.
 */
export function draftContent<Type extends ContentTypeName>(
  type: Type,
  snapshot: unknown,
): ContentOf<Type> {
  // Whatever is put together here has gone through the schema part by part.
  return completed(contentSchemas[type], snapshot) as ContentOf<Type>;
}

function completed(schema: z.core.$ZodType, value: unknown): unknown {
  const parsed = (schema as z.ZodType).safeParse(value);
  if (parsed.success) return parsed.data;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      const given = isRecord(value) ? value : {};
      return Object.fromEntries(
        Object.entries(def.shape).map(([name, part]) => [name, completed(part, given[name])]),
      );
    }
    case 'array':
      return (Array.isArray(value) ? value : []).flatMap((item) =>
        completedItem(def.element, item),
      );
    case 'nullable':
      // A part that has no content yet is absent; one that has some is shown.
      return isShowable(def.innerType, value) ? completed(def.innerType, value) : null;
    case 'enum':
      return Object.values(def.entries).at(-1);
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'string':
      return '';
    default:
      throw new TypeError(`Content has no ${def.type} that a draft could lack.`);
  }
}

/** An item as it can be shown, or none: an item that is a choice or a name cannot be made up. */
function completedItem(schema: z.core.$ZodType, item: unknown): unknown[] {
  const parsed = (schema as z.ZodType).safeParse(item);
  if (parsed.success) return [parsed.data];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'object' && isRecord(item) ? [completed(schema, item)] : [];
}

/** Whether there is something of a part; a stored file without its hash has no address. */
function isShowable(schema: z.core.$ZodType, value: unknown): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return Array.isArray(value);
  if (def.type !== 'object' || !isRecord(value)) return false;
  const { sha256 } = def.shape;
  return sha256 === undefined || (sha256 as z.ZodType).safeParse(value.sha256).success;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
