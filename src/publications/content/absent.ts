import type { z } from 'zod';
import { richText } from './rich-text';

/**
 * Fills in, in its place, what a content lacks and nobody has to write: null where a field may be null, an empty list
 * where there are many. So a field of either kind can be added without a word on what older entries say in it. A
 * formatted text is a list, too, but one that somebody has to write.
 *
 * @returns the value, or what stands for an absent one.
 */
export function fillAbsent(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema === richText) return value;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      if (typeof value !== 'object' || value === null) return value;
      const object = value as Record<string, unknown>;
      for (const [name, part] of Object.entries(def.shape)) {
        const filled = fillAbsent(part, object[name]);
        if (filled !== undefined) object[name] = filled;
      }
      return object;
    }
    case 'array':
      if (Array.isArray(value)) for (const item of value) fillAbsent(def.element, item);
      return value ?? [];
    case 'nullable':
      return value === undefined || value === null ? null : fillAbsent(def.innerType, value);
    default:
      return value;
  }
}
