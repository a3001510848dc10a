import type { RichTextSource } from '../../../../publications/content/rich-text';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { linkProblem } from './link';
import { alternativeTextProblem } from './picture';
import { textProblems } from './text-problems';

/** A node of formatted text, as far as it matters here; drafts may hold half of one. */
interface Node {
  readonly type?: unknown;
  readonly text?: unknown;
  /** Of a link. */
  readonly url?: unknown;
  readonly children?: unknown;
  readonly image?: { readonly name?: unknown; readonly alternativeText?: string | null } | null;
}

/** Whether a value is formatted text, rather than a list of components. */
export function isRichText(value: unknown): value is readonly Node[] {
  return (
    Array.isArray(value) &&
    value.some(
      (node: Node | null) =>
        typeof node?.type === 'string' && ('children' in node || 'image' in node),
    )
  );
}

/** Formatted text that every document of the type has. The editor can leave an empty paragraph that looks like text. */
export function required(field: Field<RichTextSource>, stage: Stage): FieldProblem[] {
  if (stage === 'save' || nodesOf(field.value).some(isVisible)) return [];
  return [field.problem('Write this text before publishing.')];
}

/** Pictures without words, links that lead nowhere, and tokens that name nothing. One problem for the whole text: the panel has one place. */
export function checkRichText(
  value: unknown,
  path: FieldProblem['path'],
  stage: Stage,
): FieldProblem[] {
  const nodes = nodesOf(value);
  const messages = nodes
    .flatMap(({ text, url }) => [text, url])
    .flatMap((text) => (typeof text === 'string' ? textProblems(text) : []));
  for (const { type, url } of nodes) {
    const problem = type === 'link' && typeof url === 'string' ? linkProblem(url) : null;
    if (problem !== null) messages.push(problem);
  }
  if (stage === 'publish') {
    for (const { image } of nodes) {
      const problem = image && alternativeTextProblem(image.alternativeText);
      if (!problem) continue;
      const name = typeof image.name === 'string' ? ` “${image.name}”` : '';
      messages.push(
        `The picture${name} in this text ${problem} Do so in the Media Library, then insert it again.`,
      );
    }
  }
  return messages.length === 0 ? [] : [{ path, message: messages.join(' ') }];
}

function nodesOf(value: unknown): Node[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((node: Node | null) => (node ? [node, ...nodesOf(node.children)] : []));
}

function isVisible(node: Node): boolean {
  return node.type === 'image' || (typeof node.text === 'string' && node.text.trim() !== '');
}
