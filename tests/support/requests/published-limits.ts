import {
  Kind,
  Lexer,
  Source,
  TokenKind,
  visit,
  type DocumentNode,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation may be at most, as the API tells who goes beyond. */
export interface PublishedLimits {
  readonly depth: number;
  readonly aliases: number;
  readonly tokens: number;
}

/** Goes beyond each limit once, and reads it in the refusal. @param refusal of a query: its message. */
export async function publishedLimits(
  refusal: (query: string) => Promise<string>,
): Promise<PublishedLimits> {
  const most = async (query: string, told: RegExp) => {
    const message = await refusal(query);
    const [, number] = told.exec(message) ?? [];
    if (number === undefined) throw new Error(`No limit is told: ${message}`);
    return Number(number);
  };
  const names = Array.from({ length: 100 }, (_, index) => `a${index}: __typename`);
  return {
    depth: await most(`{ services(first: 1) { nodes { ${deep(30)} } } }`, /deep; (\d+) are/),
    aliases: await most(`{ ${names.join(' ')} }`, /aliases; (\d+) are/),
    tokens: await most(`{ ${'id '.repeat(5_000)} }`, /more than (\d+) words/),
  };
}

function deep(fields: number): string {
  return fields === 1 ? 'id' : `safety { ${deep(fields - 1)} }`;
}

/** Words and signs of a text; as many as can be read, where it is no GraphQL. */
export function tokensIn(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

export function aliasesIn(document: DocumentNode): number {
  let count = 0;
  visit(document, { Field: ({ alias }) => void (count += alias ? 1 : 0) });
  return count;
}

/** Fields within fields, fragments unfolded; introspection aside. For valid documents only. */
export function depthOf(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const known = new Map<string, number>();
  const below = ({ selections }: SelectionSetNode): number =>
    Math.max(
      0,
      ...selections.map((selection) => {
        if (selection.kind === Kind.INLINE_FRAGMENT) return below(selection.selectionSet);
        if (selection.kind === Kind.FRAGMENT_SPREAD) return within(selection.name.value);
        if (selection.name.value.startsWith('__')) return 0;
        return 1 + (selection.selectionSet ? below(selection.selectionSet) : 0);
      }),
    );
  const within = (name: string): number => {
    const fragment = fragments.get(name);
    const depth = known.get(name) ?? (fragment ? below(fragment.selectionSet) : 0);
    known.set(name, depth);
    return depth;
  };
  return Math.max(
    ...document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? below(definition.selectionSet) : 0,
    ),
  );
}
