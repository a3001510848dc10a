import type { ContentTypeName } from '.';
import type { Content, Step } from './step';

/**
 * The history of each content type's shape. Version 1 has no step; each step makes the next version. What a change of a
 * shape needs stands in the README beside this file. Entries were written in these versions, so that a step which was
 * released is never changed.
 */
const histories: Partial<Readonly<Record<ContentTypeName, readonly Step[]>>> = {};

/**
 * Content types that there were and are no more. Their entries stay in the log, and partners who kept a copy of such a
 * text are told that it was withdrawn, so that the names stay known for good.
 */
export const retiredTypes = [] as const satisfies readonly string[];

export type RetiredTypeName = (typeof retiredTypes)[number];

/** Every content type that entries of the log are about. */
// eslint-disable-next-line @typescript-eslint/no-redundant-type-constituents -- no type has been retired yet
export type LoggedTypeName = ContentTypeName | RetiredTypeName;

/** The version in which this release writes a content type. */
export function versionOf(type: ContentTypeName): number {
  return 1 + stepsOf(type).length;
}

/** The steps from version 1 to today's. */
export function stepsOf(type: ContentTypeName): readonly Step[] {
  return histories[type] ?? [];
}

/**
 * A content of an earlier version, step by step in the shape of today's.
 *
 * @throws Error where the version is later than what this release knows.
 */
export function inCurrentVersion(
  type: ContentTypeName,
  version: number,
  content: unknown,
): unknown {
  const current = versionOf(type);
  if (version > current) {
    throw new Error(
      `Version ${version} of ${type} is later than ${current}, which this release knows.`,
    );
  }
  let stepped = content as Content;
  for (const { changes } of stepsOf(type).slice(version - 1)) {
    stepped = changes.reduce((before, change) => change(before), stepped);
  }
  return stepped;
}

export function isRetiredType(name: string): name is RetiredTypeName {
  const names: readonly string[] = retiredTypes;
  return names.includes(name);
}

/** @throws Error where there never was such a content type. */
export function retiredTypeOf(name: string): RetiredTypeName {
  if (isRetiredType(name)) return name;
  throw new Error(`This release knows no content type ${name}.`);
}
