import { createHash } from 'node:crypto';
import { jsonOf, Written, type Asked } from './asked';

/** One thing that a request can mean: servers may choose where it says a thing twice. */
export interface Meaning {
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Texts by their hash: whatever was ever sent, or registered. */
export class KnownTexts {
  readonly #texts = new Map<string, string>();

  /** @returns its hash. */
  add(text: string): string {
    const hash = createHash('sha256').update(text).digest('hex');
    this.#texts.set(hash, text);
    return hash;
  }

  get(hash: string): string | undefined {
    return this.#texts.get(hash.toLowerCase());
  }
}

/** Everything that a request can mean, whatever else is wrong with it. */
export function meaningsOf(asked: Asked, known: KnownTexts): Meaning[] {
  const inBody = new Map<string, unknown[]>();
  for (const [name, value] of asked.members ?? []) add(inBody, name, valueOf(value));
  // As it is read by who takes the bytes for UTF-8.
  if (asked.encoding === 'latin1') addMembers(inBody, Buffer.from(jsonOf(asked) ?? '', 'latin1'));
  const inAddress = new Map<string, unknown[]>();
  for (const [name, value] of asked.parameters) {
    const isJson = name === 'variables' || name === 'extensions';
    add(inAddress, name, isJson ? (parsed(value) ?? value) : value);
  }
  const all = (name: string) => [...(inBody.get(name) ?? []), ...(inAddress.get(name) ?? [])];
  const isEverywhere = (name: string, isMeant: (value: unknown) => boolean) =>
    [inBody, ...(inAddress.size > 0 ? [inAddress] : [])].every(
      (where) => where.has(name) && where.get(name)?.every(isMeant),
    );

  const hashes = [
    ...all('documentId').flatMap((id) => (isText(id) ? [id.replace(/^sha256:/i, '')] : [])),
    ...all('extensions').flatMap((extensions) => hashIn(extensions)),
  ];
  const texts = new Set([
    ...all('query').filter(isText),
    ...hashes.flatMap((hash) => known.get(hash) ?? []),
  ]);
  for (const text of texts) known.add(text);
  const names = new Set<string | null>(all('operationName').filter(isName));
  if (!isEverywhere('operationName', isName)) names.add(null);
  const variables = all('variables').flatMap((value) => {
    const read = isText(value) ? parsed(value) : value;
    return isObject(read) ? [read] : [];
  });
  if (!isEverywhere('variables', isObject)) variables.push({});
  return [...texts].flatMap((text) =>
    [...names].flatMap((operationName) =>
      variables.map((values) => ({ text, operationName, variables: values })),
    ),
  );
}

function add(to: Map<string, unknown[]>, name: string, value: unknown): void {
  to.set(name, [...(to.get(name) ?? []), value]);
}

function addMembers(to: Map<string, unknown[]>, body: Buffer): void {
  const read = parsed(body.toString());
  for (const each of Array.isArray(read) ? (read as unknown[]) : [read]) {
    if (isObject(each)) for (const [name, value] of Object.entries(each)) add(to, name, value);
  }
}

function valueOf(value: unknown): unknown {
  return value instanceof Written ? parsed(value.json) : value;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function hashIn(extensions: unknown): string[] {
  if (!isObject(extensions) || !isObject(extensions.persistedQuery)) return [];
  const { sha256Hash } = extensions.persistedQuery;
  return isText(sha256Hash) ? [sha256Hash] : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isName(value: unknown): value is string {
  return isText(value) && value !== '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
