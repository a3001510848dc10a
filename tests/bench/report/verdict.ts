import { isOurs } from '../contenders/contender';
import type { Held } from '../measurements/loop';
import type { Mode, Rates, Sample } from '../measurements/rates';
import { percentile, spreadOf, type Spread } from '../measurements/spread';
import { questionNames } from '../questions/question';
import { figures } from './number';
import { ratio, references } from './reference';
import type { Results } from './results';

/** One promise about speed or size, and what was measured of it. */
export interface Verdict {
  readonly what: string;
  readonly who: string;
  readonly unit: '×' | 'ms' | 's' | 'MB' | 'MB per 10,000 questions';
  /** What `×` is times of, in the same rounds. */
  readonly than?: string;
  /** What must be reached; null where nothing is promised and the number is only told. */
  readonly bar: { readonly value: number; readonly better: 'more' | 'less' } | null;
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

export const modeNames: Readonly<Record<Mode, string>> = {
  hot: 'hot',
  cold: 'cold',
  unchanged: '304',
};

export function verdictsOn(results: Results): Verdict[] {
  return [
    ...rateVerdicts(results.rates),
    ...growthVerdicts(results),
    ...visibilityVerdicts(results),
    ...writingVerdicts(results),
    ...startVerdicts(results),
    ...memoryVerdicts(results),
    ...loopVerdicts(results),
  ];
}

function rateVerdicts(rates: readonly Rates[]): Verdict[] {
  const modes: readonly Mode[] = ['hot', 'cold', 'unchanged'];
  const groups = modes.flatMap((mode) =>
    references[mode].flatMap((reference) =>
      questionNames.map((question) => ({ mode, reference, question })),
    ),
  );
  return groups.flatMap(({ mode, reference, question }) =>
    rates
      .filter((cell) => cell.mode === mode && cell.question === question && isOurs(cell.contender))
      .map((cell): Verdict => {
        const spread = ratio(cell, reference, rates);
        const value = reference.bars?.[question];
        return {
          what: `${modeNames[mode]} ${question}`,
          who: cell.contender,
          unit: '×',
          than: reference.contender,
          bar: value === undefined ? null : { value, better: 'more' },
          measured: spread?.median ?? null,
          spread,
          absence: spread ? null : 'this system does not tell',
        };
      }),
  );
}

function growthVerdicts({ growth }: Results): Verdict[] {
  if (!growth) return [];
  const { few, many, firstTime } = growth;
  const spread = ratioOf(many.samples, few.samples);
  const reference = spreadOf(few.samples.map(({ perSecond }) => perSecond)).median;
  const what = `cold ONE with ${figures(many.documents)} documents`;
  const than = `its rate with ${figures(few.documents)}`;
  const common = { who: 'content API alone', unit: '×', than, absence: null } as const;
  return [
    {
      ...common,
      what,
      bar: { value: 0.75, better: 'more' },
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
        bar: limit === null ? null : { value: limit, better: 'less' },
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

function writingVerdicts({ writing }: Results): Verdict[] {
  return writing.flatMap(({ database, few, many, together }): Verdict[] => {
    const who = `Strapi with the log, ${database}`;
    const one = spreadOf(few.milliseconds).median;
    return [
      {
        what: `publishing one of ${figures(many.documents)} documents`,
        who,
        unit: '×',
        than: `one of ${figures(few.documents)}`,
        bar: { value: 1.25, better: 'less' },
        measured: spreadOf(many.milliseconds).median / one,
        spread: null,
        absence: null,
      },
      {
        what: `slowest of ${together.reads.length} reads while ${together.texts} texts are published together`,
        who,
        unit: 'ms',
        than: `(publishing one takes ${figures(one)} ms)`,
        bar: { value: 2 * one, better: 'less' },
        measured: Math.max(...together.reads),
        spread: spreadOf(together.reads),
        absence: null,
      },
    ];
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
        bar: { value: 4, better: 'less' },
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
      bar: { value: 600, better: 'less' },
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
      bar: { value: FLAT, better: 'less' },
      measured: memory.slope,
      spread: null,
      absence: null,
    },
  ];
}

/** By the question that holds the loop longest. Each is taken by its median: what the machine does meanwhile falls on all. */
function loopVerdicts({ loops }: Results): Verdict[] {
  return loops.flatMap(({ documents, asked }): Verdict[] => {
    const what = `event loop held with ${figures(documents)} documents`;
    const common = { who: 'content API alone', unit: 'ms', absence: null } as const;
    const verdicts: Verdict[] = [];
    const [worst] = worstFirst(asked);
    if (worst) {
      const spread = spreadOf(worst.held);
      const bar = { value: 100, better: 'less' } as const;
      const named = `${what}, by ${worst.question}`;
      verdicts.push({ ...common, what: named, bar, measured: spread.median, spread });
    }
    // On a machine that does other work too, it tells what is the program's own.
    const told = asked.filter(({ taken }) => taken.length > 0);
    const [dearest] = told.sort((a, b) => spreadOf(b.taken).median - spreadOf(a.taken).median);
    if (dearest) {
      const spread = spreadOf(dearest.taken);
      const named = `${what}, in processor time, by ${dearest.question}`;
      verdicts.push({ ...common, what: named, bar: null, measured: spread.median, spread });
    }
    return verdicts;
  });
}

/** What holds the loop longest, first. */
export function worstFirst(asked: readonly Held[]): Held[] {
  const median = ({ held }: Held) => spreadOf(held).median;
  return [...asked].sort((a, b) => median(b) - median(a));
}

function ratioOf(samples: readonly Sample[], reference: readonly Sample[]): Spread {
  const ratios = samples.flatMap(({ perSecond }, round) => {
    const other = reference[round]?.perSecond;
    return other ? [perSecond / other] : [];
  });
  return spreadOf(ratios);
}
