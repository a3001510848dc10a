import { z } from 'zod';
import { canonicalJson, sha256 } from '../canonical';
import { richText } from './rich-text';

/** Enough of a hash that two shapes of formatted text are told apart. */
const HASH_LENGTH = 16;

/**
 * What a shape allows, as plain data to keep and to compare, in which a person sees what has changed: fields by name, a
 * list as a list of its one element, the rest in JSON Schema's words.
 */
export function shapeOf(schema: z.core.$ZodType): unknown {
  // The same wherever it stands, and long.
  if (schema === richText) {
    const described = canonicalJson(z.toJSONSchema(schema));
    return `formatted text ${sha256(described).slice(0, HASH_LENGTH)}`;
  }
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape);
      return Object.fromEntries(fields.map(([name, part]) => [name, shapeOf(part)]));
    }
    case 'array':
      return [shapeOf(def.element)];
    case 'nullable': {
      const inner = shapeOf(def.innerType);
      return typeof inner === 'string' ? `${inner} or null` : { 'or null': inner };
    }
    default:
      return leaf(z.toJSONSchema(schema));
  }
}

function leaf({ type, ...limits }: z.core.JSONSchema.JSONSchema): string {
  delete limits.$schema;
  const words = Object.entries(limits).map(([name, limit]) => `${name} ${JSON.stringify(limit)}`);
  return [type, ...words].join(', ');
}
