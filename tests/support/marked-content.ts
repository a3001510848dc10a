import {
  contentSchemas,
  type ContentOf,
  type ContentTypeName,
} from '../../src/publications/content';

/** The content with a word at the end of each of its texts; what may not be just any text stays as it is. */
export function marked<Type extends ContentTypeName>(
  type: Type,
  content: ContentOf<Type>,
  word: string,
): ContentOf<Type> {
  const whole = structuredClone(content) as Record<string, unknown>;
  const mark = (holder: Record<string, unknown>, key: string) => {
    const value = holder[key];
    if (typeof value === 'string') {
      holder[key] = `${value} ${word}`;
      if (!contentSchemas[type].safeParse(whole).success) holder[key] = value;
    } else if (Array.isArray(value)) {
      // A list of texts names other documents; their names stay.
      for (const item of value) if (typeof item === 'object') markAll(item);
    } else if (typeof value === 'object') {
      markAll(value);
    }
  };
  const markAll = (value: unknown) => {
    if (value === null) return;
    for (const key of Object.keys(value as object)) mark(value as Record<string, unknown>, key);
  };
  markAll(whole);
  return contentSchemas[type].parse(whole) as ContentOf<Type>;
}
