import type { z } from 'zod';
import type { ImportProblem, ImportProblemCode, Path } from './problem';
import type { SourceFile } from './source-file';

type Issue = z.core.$ZodIssue;

/** What a shape's own checks tell about a value, beside zod's kinds of issues. */
export interface IssueDetails {
  readonly code: ImportProblemCode;
  /** Of a text of several lines, from 1. */
  readonly line?: number;
}

/**
 * Parses data against a schema, unknown keys left out, so that one stray key does not hide what else is wrong or right.
 * `data` is null where more than stray keys is wrong.
 */
export function parseAround<Schema extends z.ZodType>(schema: Schema, data: unknown) {
  const strict = schema.safeParse(data, { reportInput: true });
  if (strict.success) return { data: strict.data, issues: [] };
  const { issues } = strict.error;
  if (issues.some((issue) => issue.code !== 'unrecognized_keys')) return { data: null, issues };
  const pruned = structuredClone(data);
  for (const issue of issues)
    if (issue.code === 'unrecognized_keys') removeKeys(pruned, issue.path, issue.keys);
  const lenient = schema.safeParse(pruned);
  return { data: lenient.success ? lenient.data : null, issues };
}

function removeKeys(data: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  let value = data;
  for (const step of path) value = (value as Record<PropertyKey, unknown>)[step];
  for (const key of keys) delete (value as Record<string, unknown>)[key];
}

/**
 * Tells a zod issue as import problems with their places. `pathInFile` turns the issue's path, which begins at the
 * value that was parsed, into one from the root of the file.
 */
export function describeIssue(
  issue: Issue,
  source: SourceFile,
  pathInFile: (path: Path) => Path,
): ImportProblem[] {
  const path = pathInFile(issue.path.filter((step) => typeof step !== 'symbol'));
  const name = path.at(-1);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const parent = pathInFile([...(issue.path as Path), key]).slice(0, -1);
        const isType = parent.length === 1 && parent[0] === 'documents';
        const message = `There is no ${isType ? 'content type' : 'field'} "${key}" here.`;
        const place = source.placeOfKey(parent, key);
        return source.problem(
          isType ? 'UNKNOWN_TYPE' : 'UNKNOWN_FIELD',
          message,
          [...parent, key],
          place,
        );
      });
    case 'invalid_type':
    case 'invalid_value':
      if (issue.input === undefined)
        return [source.problem('MISSING_FIELD', `"${name}" is missing.`, path)];
      return [source.problem('INVALID_VALUE', `${issue.message}.${hint(issue)}`, path)];
    case 'invalid_key':
      return issue.issues.map((inner) => source.problem('INVALID_VALUE', inner.message, path));
    case 'custom': {
      const details = issue.params as IssueDetails | undefined;
      const place =
        details?.line === undefined ? source.place(path) : source.placeOfLine(path, details.line);
      return [source.problem(details?.code ?? 'INVALID_VALUE', issue.message, path, place)];
    }
    default:
      return [source.problem('INVALID_VALUE', issue.message, path)];
  }
}

function hint(issue: Issue): string {
  const isText = issue.code === 'invalid_type' && issue.expected === 'string';
  const isScalar = ['number', 'boolean'].includes(typeof issue.input);
  return isText && isScalar ? ' Put the value in quotes.' : '';
}
