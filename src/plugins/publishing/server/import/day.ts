import { z } from 'zod';

const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1000;

const relativeDay = z.union([
  z.strictObject({ daysAgo: z.number().int().min(0) }),
  z.strictObject({ daysAhead: z.number().int().min(0) }),
]);

/**
 * A day as a file may write it, as `2026-11-24`: that form itself, or `{ daysAgo: 20 }` and `{ daysAhead: 700 }`,
 * counted from the UTC day of `now`. Returns null for anything else.
 */
export function resolveDay(written: unknown, now: Date): string | null {
  if (typeof written === 'string') return isCalendarDay(written) ? written : null;
  const relative = relativeDay.safeParse(written);
  if (!relative.success) return null;
  const days = 'daysAgo' in relative.data ? -relative.data.daysAgo : relative.data.daysAhead;
  return dayOf(new Date(now.getTime() + days * MILLISECONDS_PER_DAY));
}

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // The thirtieth of February rolls over into March instead of failing.
  return !Number.isNaN(date.getTime()) && dayOf(date) === text;
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
