import { isOurs, type ContenderName } from '../contenders/contender';
import type { Mode, Rates } from '../measurements/rates';
import { spreadOf, type Spread } from '../measurements/spread';
import type { QuestionName } from '../questions/question';

/** Whom the content API is held against: another contender, asked the same in the same rounds. */
export interface Reference {
  readonly contender: ContenderName;
  /** How many times the reference's answers are promised; null where the number is only told. */
  readonly bars: Readonly<Record<QuestionName, number>> | null;
}

/** The first of each is the one against which something is promised. */
export const references: Readonly<Record<Mode, readonly [Reference, ...Reference[]]>> = {
  hot: [
    { contender: 'bare node:http, same head', bars: { LIST: 0.7, ONE: 0.7 } },
    { contender: 'bare node:http, few headers', bars: null },
  ],
  cold: [{ contender: 'Apollo + type-graphql', bars: { LIST: 2, ONE: 2 } }],
  unchanged: [
    { contender: 'bare node:http, same head', bars: { LIST: 0.55, ONE: 0.55 } },
    { contender: 'bare node:http, few headers', bars: null },
  ],
};

/**
 * What a cell answers for a second of its server's processor time, as times what the reference answers for one, round
 * by round: unlike answers a second, it does not tell of who asks, nor of what else the machine does.
 *
 * @returns null where the reference was not measured, or the system does not tell processor time.
 */
export function ratio(cell: Rates, reference: Reference, all: readonly Rates[]): Spread | null {
  const other = all.find(
    ({ mode, question, contender }) =>
      mode === cell.mode && question === cell.question && contender === reference.contender,
  );
  const ratios = cell.samples.flatMap(({ perProcessorSecond }, round) => {
    const theirs = other?.samples[round]?.perProcessorSecond;
    return perProcessorSecond && theirs ? [perProcessorSecond / theirs] : [];
  });
  return ratios.length > 0 ? spreadOf(ratios) : null;
}

/** Answers for each second of processor time; null where the system does not tell. */
export function perProcessorSecond({ samples }: Rates): Spread | null {
  const told = samples.flatMap((sample) => sample.perProcessorSecond ?? []);
  return told.length > 0 ? spreadOf(told) : null;
}

/** How many answers for a second of processor time are promised of a cell, in this run; null where none are. */
export function promised(cell: Rates, all: readonly Rates[]): number | null {
  const [reference] = references[cell.mode];
  const times = ratio(cell, reference, all);
  const own = perProcessorSecond(cell);
  if (!isOurs(cell.contender) || !reference.bars || !times || !own) return null;
  return (own.median * reference.bars[cell.question]) / times.median;
}
