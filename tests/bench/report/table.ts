import type { Loop } from '../measurements/loop';
import type { Rates, Sample } from '../measurements/rates';
import { spreadOf } from '../measurements/spread';
import { figures, range } from './number';
import type { Results } from './results';
import { perProcessorSecond, ratio, references } from './reference';
import { holds, modeNames, verdictsOn, worstFirst, type Verdict } from './verdict';

/** The whole report as Markdown. */
export function report(results: Results): string {
  const { machine, plan } = results;
  const lines = [
    `Node.js ${machine.node}, ${machine.cores} × ${machine.processor}, ${machine.memoryGigabytes} GB. ` +
      `${plan.rounds} rounds of ${plan.roundMilliseconds} ms, ${plan.connections} connections, ` +
      'those who ask on the same machine.',
    ...(results.isQuick
      ? ['', 'A quick run: it shows that everything runs, its numbers mean nothing.']
      : []),
    '',
    ...table(
      ['what', 'who', 'bar', 'measured', 'lowest to highest', 'holds'],
      verdictsOn(results).map(verdictRow),
    ),
    '',
    ...table(
      [
        'question',
        'who',
        'answers/s',
        'lowest to highest',
        'server busy',
        'per CPU second',
        '× reference',
        'p50 ms',
        'p99 ms',
        'kB each',
      ],
      results.rates.map((rates) => rateRow(rates, results.rates)),
    ),
    '',
    'Per CPU second: answers for each second of processor time that the server used, however long it waited for a core',
    'or for those who asked; the × of hot, cold and 304 are of these, taken in the same round. Server busy is its share',
    'of one core: well below 100%, it could have answered more.',
    'Hot: asked before, nothing changed. 304: a GET with the ETag of the answer. The reference of both is a bare',
    'node:http server that sends the same head and body: every name and value that the content API sends, and not a line',
    'of program besides. The same server with few headers (length and media type; for a 304 the ETag alone) tells what',
    'the head costs. Cold: no question is asked twice; each has variables that were never sent before (which service or',
    'page, how many clinicians and FAQs at most); the reference is Apollo Server with type-graphql over objects in memory.',
    ...results.loops.flatMap((loop) => ['', ...heldTable(loop)]),
    ...results.leftOut.map((reason) => `Left out: ${reason}`),
  ];
  return `${lines.join('\n')}\n`;
}

function verdictRow(verdict: Verdict): string[] {
  const { what, who, unit, measured, spread, absence } = verdict;
  const isKept = holds(verdict);
  return [
    what,
    who,
    promiseOf(verdict),
    measured === null ? (absence ?? '') : `${figures(measured)} ${unit}`,
    spread ? range(spread.minimum, spread.maximum) : '',
    isKept === null ? '' : isKept ? 'yes' : 'NO',
  ];
}

/** `≥ 0.70 × another`, `≤ 50.0 ms`, or that the number is only told. */
function promiseOf({ unit, than, bar }: Verdict): string {
  if (!bar) return than ? `told, ${unit} ${than}` : 'told';
  const promised = `${bar.better === 'more' ? '≥' : '≤'} ${figures(bar.value)} ${unit}`;
  return than ? `${promised} ${than}` : promised;
}

function rateRow(rates: Rates, all: readonly Rates[]): string[] {
  const { samples } = rates;
  const perSecond = spreadOf(samples.map((sample) => sample.perSecond));
  const median = (value: (sample: Sample) => number) =>
    figures(spreadOf(samples.map(value)).median);
  const busy = samples.flatMap((sample) => sample.busy ?? []);
  const perCpuSecond = perProcessorSecond(rates);
  const times = ratio(rates, references[rates.mode][0], all);
  return [
    `${modeNames[rates.mode]} ${rates.question}`,
    rates.contender,
    figures(perSecond.median),
    range(perSecond.minimum, perSecond.maximum),
    busy.length > 0 ? `${Math.round(spreadOf(busy).median * 100)}%` : '',
    perCpuSecond ? figures(perCpuSecond.median) : '',
    times ? figures(times.median) : '',
    median(({ latency }) => latency.p50),
    median(({ latency }) => latency.p99),
    median(({ bytesPerAnswer }) => bytesPerAnswer / 1_000),
  ];
}

/** For how long each question of one lets others wait. */
function heldTable({ documents, alone, asked }: Loop): string[] {
  const times = (values: readonly number[]) => {
    const { median, minimum, maximum } = spreadOf(values);
    return [figures(median), range(minimum, maximum)];
  };
  return [
    ...table(
      [
        `asked of ${figures(documents)} documents`,
        'points',
        'kB',
        'answered in ms',
        'held ms',
        'lowest to highest',
        'CPU ms',
      ],
      [
        ...worstFirst(asked).map(({ question, cost, bytes, answered, held, taken }) => [
          question,
          cost === null ? '' : figures(cost),
          figures(bytes / 1_000),
          times(answered)[0] ?? '',
          ...times(held),
          taken.length > 0 ? figures(spreadOf(taken).median) : '',
        ]),
        ['nothing', '', '', '', ...times(alone), ''],
      ],
    ),
    'Held: the longest that a reader of a small kept answer, who asks back to back on a connection of their own, waited',
    'for the next one meanwhile; the median of the rounds. With nothing asked, it is what the machine itself takes. CPU:',
    "the most processor time that the event loop's thread took between two of these answers.",
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
