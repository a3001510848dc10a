const SECOND = 1000;
const UNITS = {
  weeks: 7 * 24 * 3600 * SECOND,
  days: 24 * 3600 * SECOND,
  hours: 3600 * SECOND,
  minutes: 60 * SECOND,
  seconds: SECOND,
} as const;
const DURATION =
  /^P(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?$/;

/** What an answer says about the documents in it. */
export interface AnswerFacts {
  readonly documentIds: readonly string[];
  /** The shortest `refreshBy` in it, in milliseconds; null where none is told. */
  readonly refreshWithin: number | null;
}

/** Reads them, wherever in the answer they are. */
export function factsOf(data: unknown): AnswerFacts {
  const ids = new Set<string>();
  let refreshWithin = Infinity;
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, part] of Object.entries(value)) {
      if (typeof part === 'object') walk(part);
      else if (name === 'id' && typeof part === 'string') ids.add(part);
      else if (name === 'refreshBy' && typeof part === 'string') {
        refreshWithin = Math.min(refreshWithin, millisecondsOf(part));
      }
    }
  };
  walk(data);
  return {
    documentIds: [...ids],
    refreshWithin: refreshWithin === Infinity ? null : refreshWithin,
  };
}

/**
 * The documents of an earlier answer that a later one no longer has. What was only part of such a document is not named:
 * it may well be there still.
 */
export function goneFrom(earlier: unknown, later: ReadonlySet<string>): Set<string> {
  const gone = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const id = 'id' in value && typeof value.id === 'string' ? value.id : null;
    if (id !== null && !later.has(id)) gone.add(id);
    else Object.values(value).forEach(walk);
  };
  walk(earlier);
  return gone;
}

/** A duration that is not understood is none: what it limits is not served. */
function millisecondsOf(duration: string): number {
  const parts = DURATION.exec(duration)?.groups;
  if (!parts) return 0;
  return Object.entries(UNITS).reduce(
    (sum, [unit, length]) => sum + Number(parts[unit] ?? 0) * length,
    0,
  );
}
