import { isOurs, type ContenderName } from '../contenders/contender';
import type { Mode, Rates, Sample } from '../measurements/rates';
import { percentile, spreadOf, type Spread } from '../measurements/spread';
import type { QuestionName } from '../questions/question';
import { figures } from './number';
import type { Results } from './results';

/** One promise about speed or size, and what was measured of it. */
export interface Verdict {
  readonly what: string;
  readonly who: string;
  /** What the numbers count: `×` is times another contender's rate in the same rounds. */
  readonly unit: '×' | 'ms' | 's' | 'MB' | 'MB per 10,000 questions';
  /** What must be reached; null where nothing is promised and the number is only told. */
  readonly bar: {
    readonly value: number;
    readonly better: 'more' | 'less';
    readonly than: string;
  } | null;
  readonly measured: number | null;
  /** From round to round, or from start to start. */
  readonly spread: Spread | null;
  /** Why there is no number. */
  readonly absence: string | null;
}

/** Whether a promise is kept; null where none is made or nothing was measured. */
export function holds({ bar, measured }: Verdict): boolean | null {
  if (!bar || measured === null) return null;
  return bar.better === 'more' ? measured >= bar.value : measured <= bar.value;
}

/** Growth that cannot be told from the noise of reading resident memory. */
const FLAT = 1;

/** The contender whose rate in the same round is 1. */
const references: Readonly<Record<Mode, ContenderName>> = {
  hot: 'bare node:http',
  cold: 'Apollo + type-graphql',
  unchanged: 'bare node:http',
};

const rateBars: Readonly<Record<Mode, Readonly<Record<QuestionName, number>>>> = {
  hot: { LIST: 0.6, ONE: 0.6 },
  cold: { LIST: 1.5, ONE: 2 },
  unchanged: { LIST: 0.6, ONE: 0.6 },
};

export const modeNames: Readonly<Record<Mode, string>> = {
  hot: 'hot',
  cold: 'cold',
  unchanged: '304',
};

/** How many answers a second are promised of a cell, in this run; null where none are. */
export function promisedRate(cell: Rates, all: readonly Rates[]): number | null {
  const times = ratio(cell, all);
  if (!isOurs(cell.contender) || !times) return null;
  const rate = spreadOf(cell.samples.map(({ perSecond }) => perSecond)).median;
  return (rate * rateBars[cell.mode][cell.question]) / times.median;
}

/** A cell's rate as times that of the reference, round by round; null where one of them was not measured. */
export function ratio(cell: Rates, all: readonly Rates[]): Spread | null {
  const reference = referenceOf(cell, all);
  return reference ? ratioOf(cell.samples, reference.samples) : null;
}

function referenceOf(cell: Rates, all: readonly Rates[]): Rates | undefined {
  return all.find(
    ({ mode, question, contender }) =>
      mode === cell.mode && question === cell.question && contender === references[cell.mode],
  );
}

export function verdictsOn(results: Results): Verdict[] {
  return [
    ...rateVerdicts(results.rates),
    ...growthVerdicts(results),
    ...visibilityVerdicts(results),
    ...startVerdicts(results),
    ...memoryVerdicts(results),
  ];
}

function rateVerdicts(rates: readonly Rates[]): Verdict[] {
  const ours = [...new Set(rates.map(({ contender }) => contender))].filter(isOurs);
  const modes: readonly Mode[] = ['hot', 'cold', 'unchanged'];
  return modes.flatMap((mode) =>
    (['LIST', 'ONE'] as const).flatMap((question) =>
      ours.map((contender): Verdict => {
        const cell = rates.find(
          (each) =>
            each.mode === mode && each.question === question && each.contender === contender,
        );
        const spread = cell ? ratio(cell, rates) : null;
        return {
          what: `${modeNames[mode]} ${question}`,
          who: contender,
          unit: '×',
          bar: { value: rateBars[mode][question], better: 'more', than: references[mode] },
          measured: spread?.median ?? null,
          spread,
          absence: cell ? null : 'not yet: it sends no ETag',
        };
      }),
    ),
  );
}

function growthVerdicts({ growth }: Results): Verdict[] {
  if (!growth) return [];
  const { few, many, firstTime } = growth;
  const spread = ratioOf(many.samples, few.samples);
  const reference = spreadOf(few.samples.map(({ perSecond }) => perSecond)).median;
  const what = `cold ONE with ${figures(many.documents)} documents`;
  const common = { who: 'content API alone', unit: '×', absence: null } as const;
  return [
    {
      ...common,
      what,
      bar: { value: 0.8, better: 'more', than: `its rate with ${figures(few.documents)}` },
      measured: spread.median,
      spread,
    },
    {
      ...common,
      what: `${what}, each service for the first time`,
      bar: null,
      measured: firstTime / reference,
      spread: null,
    },
  ];
}

function visibilityVerdicts({ visibility }: Results): Verdict[] {
  return visibility.flatMap(({ readers, publishing }) => {
    const database = readers[0]?.database ?? '';
    const seen = readers.map(({ reader, milliseconds }): Verdict => {
      const limit = reader === "Strapi's process" ? 50 : database === 'PostgreSQL' ? 250 : null;
      return {
        what: `from commit until answered, p99 of ${milliseconds.length}`,
        who: `${reader}, ${database}`,
        unit: 'ms',
        bar: limit === null ? null : { value: limit, better: 'less', than: '' },
        measured: percentile(milliseconds, 0.99),
        spread: spreadOf(milliseconds),
        absence: null,
      };
    });
    const publication: Verdict = {
      what: `a publish itself, median of ${publishing.length}`,
      who: `Strapi with the log, ${database}`,
      unit: 'ms',
      bar: null,
      measured: percentile(publishing, 0.5),
      spread: spreadOf(publishing),
      absence: null,
    };
    return [...seen, publication];
  });
}

function startVerdicts({ starts }: Results): Verdict[] {
  return starts.flatMap(({ database, documents, starts: each }): Verdict[] => {
    const who = `content API alone, ${database}`;
    const ready = spreadOf(each.map(({ readySeconds }) => readySeconds));
    const verdicts: Verdict[] = [
      {
        what: `ready with ${figures(documents)} documents`,
        who,
        unit: 's',
        bar: { value: 5, better: 'less', than: '' },
        measured: ready.median,
        spread: ready,
        absence: null,
      },
    ];
    const told = each.flatMap(({ residentAtMost }) => residentAtMost ?? []);
    const resident = told.length > 0 ? spreadOf(told) : null;
    verdicts.push({
      what: `most memory with ${figures(documents)} documents`,
      who,
      unit: 'MB',
      bar: { value: 700, better: 'less', than: '' },
      measured: resident?.maximum ?? null,
      spread: resident,
      absence: resident ? null : 'this system does not tell',
    });
    return verdicts;
  });
}

function memoryVerdicts({ memory }: Results): Verdict[] {
  if (!memory) return [];
  return [
    {
      what: `memory's growth over ${figures(memory.readings.at(-1)?.questions ?? 0)} new questions`,
      who: 'content API alone',
      unit: 'MB per 10,000 questions',
      bar: { value: FLAT, better: 'less', than: '' },
      measured: memory.slope,
      spread: null,
      absence: null,
    },
  ];
}

function ratioOf(samples: readonly Sample[], reference: readonly Sample[]): Spread {
  const ratios = samples.flatMap(({ perSecond }, round) => {
    const other = reference[round]?.perSecond;
    return other ? [perSecond / other] : [];
  });
  return spreadOf(ratios);
}
