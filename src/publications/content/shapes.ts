import { contentSchemas, contentTypeNames, type ContentTypeName } from '.';
import { ENTRY_FORM, entryForms } from '../entry-form';
import { shapeOf } from './shape';
import { isRetiredType, stepsOf, versionOf } from './versions';

/** The shape of one version as it was released, and the first release that had it. */
export interface ReleasedShape {
  readonly release: string;
  /** See `shapeOf`; of an entry, its columns and kinds by form. */
  readonly shape: unknown;
}

/** By content type, and under `entry` for the log's own rows: the shape of version 1, of version 2 … */
export type ReleasedShapes = Readonly<Record<string, readonly ReleasedShape[]>>;

const ENTRY = 'entry';

/** What is wrong between today's shapes and those that were released, for a person to read. */
export function shapeProblems(
  released: ReleasedShapes,
  release: string,
  migrations: readonly string[],
): string[] {
  const names = [ENTRY, ...contentTypeNames];
  const gone = Object.keys(released).filter(
    (name) => !names.includes(name) && !isRetiredType(name),
  );
  return [
    ...names.flatMap((name) => problemsOf(name, released[name] ?? [], release)),
    ...gone.map((name) => `${name} is gone. Name it among the retired types.`),
    ...contentTypeNames.flatMap((type) => missingMigrations(type, migrations)),
  ];
}

/** The released shapes with those of this release. What was released before stays as it is. */
export function withShapesOf(release: string, released: ReleasedShapes): ReleasedShapes {
  const added = [ENTRY, ...contentTypeNames].flatMap((name) => {
    const before = released[name] ?? [];
    const { version, shape } = today(name);
    return version === before.length + 1 ? [[name, [...before, { release, shape }]] as const] : [];
  });
  return { ...released, ...Object.fromEntries(added) };
}

function problemsOf(name: string, released: readonly ReleasedShape[], release: string): string[] {
  const { version, shape } = today(name);
  const last = released.at(-1);
  if (version < released.length) {
    return [`${name} was released in version ${released.length}. Its steps are never taken away.`];
  }
  if (version > released.length + 1) {
    return [`${name} has more than one step that was not released. Make them one.`];
  }
  if (version === released.length + 1) {
    return last?.release === release
      ? [
          `${name} has version ${version}, and this is still release ${release}. Raise the version in package.json.`,
        ]
      : [`Version ${version} of ${name} is not recorded. Run "npm run shapes:release".`];
  }
  const isSame = JSON.stringify(last?.shape) === JSON.stringify(shape);
  return isSame
    ? []
    : [
        `The shape of ${name} is no longer that of version ${version}, which was released. It needs a step.`,
      ];
}

function today(name: string): { version: number; shape: unknown } {
  // As JSON keeps it, so that what is read from the file compares.
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  if (name === ENTRY) return { version: ENTRY_FORM, shape: plain(entryForms) };
  const type = name as ContentTypeName;
  return { version: versionOf(type), shape: plain(shapeOf(contentSchemas[type])) };
}

function missingMigrations(type: ContentTypeName, migrations: readonly string[]): string[] {
  return stepsOf(type).flatMap(({ what, migration }) =>
    migration === null || migrations.includes(migration)
      ? []
      : [`${type}: the step "${what}" names database/migrations/${migration}, which there is not.`],
  );
}
