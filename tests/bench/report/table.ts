import type { Rates, Sample } from '../measurements/rates';
import { spreadOf } from '../measurements/spread';
import { figures, range } from './number';
import type { Results } from './results';
import { holds, modeNames, ratio, verdictsOn, type Verdict } from './verdict';

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
        '× reference',
        'p50 ms',
        'p99 ms',
        'kB each',
        'server busy',
        'per CPU second',
      ],
      results.rates.map((rates) => rateRow(rates, results.rates)),
    ),
    '',
    'Hot: asked before, nothing changed; the reference is a bare node:http server that sends the same bytes. Cold: no',
    'question is asked twice; each has variables that were never sent before (which service or page, how many clinicians',
    'and FAQs at most); the reference is Apollo Server with type-graphql over objects in memory. 304: a GET with the',
    'ETag of the answer; the reference is a bare 304. Server busy is its share of one core: well below 100%, the server',
    'waited for those who asked or for a core, and could have answered more.',
    ...results.leftOut.map((reason) => `Left out: ${reason}`),
  ];
  return `${lines.join('\n')}\n`;
}

function verdictRow(verdict: Verdict): string[] {
  const { what, who, unit, bar, measured, spread, absence } = verdict;
  const isKept = holds(verdict);
  return [
    what,
    who,
    bar
      ? `${bar.better === 'more' ? '≥' : '≤'} ${figures(bar.value)} ${unit} ${bar.than}`.trim()
      : 'told',
    measured === null ? (absence ?? '') : `${figures(measured)} ${unit}`,
    spread ? range(spread.minimum, spread.maximum) : '',
    isKept === null ? '' : isKept ? 'yes' : 'NO',
  ];
}

function rateRow(rates: Rates, all: readonly Rates[]): string[] {
  const { samples } = rates;
  const perSecond = spreadOf(samples.map((sample) => sample.perSecond));
  const median = (value: (sample: Sample) => number) =>
    figures(spreadOf(samples.map(value)).median);
  const times = ratio(rates, all);
  return [
    `${modeNames[rates.mode]} ${rates.question}`,
    rates.contender,
    figures(perSecond.median),
    range(perSecond.minimum, perSecond.maximum),
    times ? figures(times.median) : '',
    median(({ latency }) => latency.p50),
    median(({ latency }) => latency.p99),
    median(({ bytesPerAnswer }) => bytesPerAnswer / 1_000),
    ...processor(samples),
  ];
}

/** How busy the server was, and what it would answer if it had a whole core and always someone asking. */
function processor(samples: readonly Sample[]): [busy: string, perSecond: string] {
  const known = samples.flatMap(({ busy, perSecond }) =>
    busy === null || busy === 0 ? [] : [{ busy, perSecond: perSecond / busy }],
  );
  if (known.length === 0) return ['', ''];
  const busy = spreadOf(known.map((sample) => sample.busy)).median;
  const perSecond = spreadOf(known.map((sample) => sample.perSecond)).median;
  return [`${Math.round(busy * 100)}%`, figures(perSecond)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
