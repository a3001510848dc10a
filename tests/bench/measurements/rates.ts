import { CLINICIANS_PER_SERVICE, FAQS_PER_SERVICE } from '../practice/practice';
import { questionNames, type Fewest, type QuestionName } from '../questions/question';
import { graphqlTarget, type Contender, type ContenderName } from '../contenders/contender';
import type { Load } from '../load/load';
import type { Asking, Round, RoundResult } from '../load/round';
import type { Target } from '../load/request';
import type { Plan } from '../plan';

/** Hot: asked before, nothing changed. Cold: never asked before. Unchanged: `304` to a matching `If-None-Match`. */
export type Mode = 'hot' | 'cold' | 'unchanged';

/** One thing that is measured in every round. */
export interface Cell {
  readonly mode: Mode;
  readonly question: QuestionName;
  readonly contender: Contender;
  readonly target: Target;
  readonly asking: Asking;
}

/** One round of a cell. */
export interface Sample {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly bytesPerAnswer: number;
  /**
   * Share of one processor that the server used. Well below 1, the server waited for whoever asks, and could have
   * answered more. Null where the system does not tell.
   */
  readonly busy: number | null;
  /** Answers for each second of processor time that the server used; null where the system does not tell. */
  readonly perProcessorSecond: number | null;
}

/** What was measured of a cell, a sample a round; the n-th samples of all cells were taken one after the other. */
export interface Rates {
  readonly mode: Mode;
  readonly question: QuestionName;
  readonly contender: ContenderName;
  readonly samples: readonly Sample[];
}

export const fewest: Fewest = { clinicians: CLINICIANS_PER_SERVICE, faqs: FAQS_PER_SERVICE };

/** The question that is asked when it may have been asked before. New ones begin behind it. */
export const HOT_QUESTION = 0;

/** Hot and cold, LIST and ONE, of a contender that knows questions. */
export function questionCells(contender: Contender): Cell[] {
  const { questions } = contender;
  if (!questions) return [];
  const target = graphqlTarget(contender);
  return questionNames.flatMap((name): Cell[] => {
    const common = { question: questions[name], fewest };
    return [
      {
        mode: 'hot',
        question: name,
        contender,
        target,
        asking: { kind: 'hot', ...common, n: HOT_QUESTION },
      },
      {
        mode: 'cold',
        question: name,
        contender,
        target,
        asking: { kind: 'cold', ...common, n: HOT_QUESTION + 1 },
      },
    ];
  });
}

/**
 * Measures every cell once in every round, one after the other, so that whatever else the machine does falls on all
 * of them alike.
 */
export async function measureRates(
  load: Load,
  cells: readonly Cell[],
  plan: Plan,
  tell: (message: string) => void,
): Promise<Rates[]> {
  const nextQuestions = new Map<string, number>();
  const samples = cells.map((): Sample[] => []);
  const runCell = async (cell: Cell, milliseconds: number): Promise<Sample> => {
    // Hot and cold share no question, and all rounds of a server's cold questions go on where the last one ended.
    const key = `${cell.target.port} ${cell.question}`;
    const asking =
      cell.asking.kind === 'cold'
        ? { ...cell.asking, n: nextQuestions.get(key) ?? cell.asking.n }
        : cell.asking;
    const round: Round = {
      target: cell.target,
      asking,
      connections: plan.connections,
      until: { milliseconds },
    };
    const before = cell.contender.server.processorSeconds();
    const result = await load.run(round);
    const after = cell.contender.server.processorSeconds();
    if (asking.kind === 'cold') nextQuestions.set(key, result.nextQuestion);
    return sampleOf(result, before !== null && after !== null ? after - before : null);
  };

  tell('Warming up …');
  for (const cell of cells) await runCell(cell, plan.warmUpMilliseconds);
  for (let round = 1; round <= plan.rounds; round += 1) {
    tell(`Round ${round} of ${plan.rounds}, ${cells.length} measurements …`);
    for (const [index, cell] of cells.entries()) {
      samples[index]?.push(await runCell(cell, plan.roundMilliseconds));
    }
  }
  return cells.map(({ mode, question, contender }, index) => ({
    mode,
    question,
    contender: contender.name,
    samples: samples[index] ?? [],
  }));
}

function sampleOf(result: RoundResult, processorSeconds: number | null): Sample {
  return {
    perSecond: (result.answers / result.milliseconds) * 1_000,
    latency: result.latency,
    bytesPerAnswer: result.bytes / result.answers,
    busy: processorSeconds === null ? null : (processorSeconds / result.milliseconds) * 1_000,
    // Less than the system's clock can tell is nothing to divide by.
    perProcessorSecond: processorSeconds ? result.answers / processorSeconds : null,
  };
}
