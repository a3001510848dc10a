interface Node {
  readonly type?: string;
  readonly text?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** Everything that a reader of a content can read, one block or field to a line; keys of other documents left out. */
export function textOf(value: unknown, field = ''): string {
  if (
    ['references', 'safetyNotices', 'services', 'phases', 'locations', 'condition'].includes(field)
  )
    return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item) => textOf(item, field)).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  if ('children' in value && 'type' in value) return blockText(value as Node);
  return Object.entries(value)
    .map(([name, child]) => textOf(child, name))
    .join('\n');
}

function blockText({ type, children = [] }: Node): string {
  if (type === 'list') return children.map(blockText).join('\n');
  return children.map((child) => child.text ?? blockText(child)).join('');
}

/** The sentences of a text; headings and list items are sentences of their own. */
export const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+|\n+/);

export const wordsIn = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
