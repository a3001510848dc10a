import type { ContenderName } from '../contenders/contender';
import type { Rates } from '../measurements/rates';
import { quickPlan } from '../plan';
import { plot } from './plot';
import type { Results } from './results';
import { report } from './table';
import { holds, verdictsOn } from './verdict';

/** Half a second of processor time is what each second of answers takes. */
function rates(contender: ContenderName, perSecond: readonly number[]): Rates {
  return {
    mode: 'hot',
    question: 'ONE',
    contender,
    samples: perSecond.map((each) => ({
      perSecond: each,
      latency: { p50: 1, p99: 2 },
      bytesPerAnswer: 1_000,
      busy: 0.5,
      perProcessorSecond: each * 2,
    })),
  };
}

const results: Results = {
  startedAt: '2026-11-24T00:00:00.000Z',
  machine: { processor: 'A & B', cores: 2, node: '20.20.2', memoryGigabytes: 8 },
  plan: quickPlan,
  isQuick: false,
  leftOut: [],
  rates: [
    rates('bare node:http, same head', [10_000, 20_000, 10_000]),
    rates('bare node:http, few headers', [20_000, 40_000, 20_000]),
    rates('content API alone', [7_000, 14_000, 6_000]),
    rates("content API in Strapi's process", [5_000, 10_000, 5_000]),
  ],
  growth: null,
  visibility: [],
  writing: [],
  starts: [],
  memory: null,
  loops: [],
};

describe('The report', () => {
  it('compares rates of the same round, and says which promises are kept', () => {
    const hotOne = verdictsOn(results).filter(({ bar }) => bar);
    expect(hotOne.map(({ measured }) => measured)).toEqual([0.7, 0.5]);
    expect(hotOne.map(holds)).toEqual([true, false]);
  });

  it('compares what servers answer for the same processor time, however long they waited', () => {
    const halfAsked = results.rates.map((cell) =>
      cell.contender === 'content API alone'
        ? { ...cell, samples: cell.samples.map((each) => ({ ...each, perSecond: 1, busy: 0.01 })) }
        : cell,
    );
    const [alone] = verdictsOn({ ...results, rates: halfAsked });
    expect(alone?.measured).toBe(0.7);
  });

  it('tells the times of a server that sends few headers, and promises nothing of them', () => {
    expect(report(results)).toMatch(
      /\| hot ONE +\| content API alone +\| told, × bare node:http, few headers +\| 0\.35 × +\|.*\| +\|$/m,
    );
  });

  it('says that a system does not tell processor time instead of giving a number', () => {
    const untold = results.rates.map((cell) => ({
      ...cell,
      samples: cell.samples.map((each) => ({ ...each, busy: null, perProcessorSecond: null })),
    }));
    expect(report({ ...results, rates: untold })).toMatch(
      /\| hot ONE +\| content API alone +\| ≥ 0\.70 × bare node:http, same head +\| this system does not tell/,
    );
  });

  it('tells a rate by the processor time that it took', () => {
    expect(report(results)).toMatch(
      /\| hot ONE +\| bare node:http, same head +\| 10,000 .*\| 50% +\| 20,000/,
    );
  });
});

describe('How long one request holds up others', () => {
  const held = (question: string, milliseconds: readonly number[]) => ({
    question,
    cost: 1,
    bytes: 1_000,
    answered: [500, 500, 500],
    held: milliseconds,
    taken: milliseconds,
  });
  const held50And120 = {
    ...results,
    loops: [
      {
        documents: 880,
        alone: [2, 3, 4],
        asked: [held('a short one', [40, 50, 900]), held('a long one', [110, 120, 130])],
      },
    ],
  };

  it('is told by the question that does so longest, by the median of the rounds', () => {
    const [verdict] = verdictsOn(held50And120).filter(({ what }) => what.startsWith('event loop'));
    expect(verdict).toMatchObject({ measured: 120, bar: { value: 100, better: 'less' } });
    expect(verdict?.what).toContain('a long one');
    expect(verdict && holds(verdict)).toBe(false);
  });

  it('is told of each question, the worst first, and of none', () => {
    expect(report(held50And120)).toMatch(
      /^\| a long one .*\| 120 .*\n\| a short one .*\| 50\.0 .*\n\| nothing .*\| 3\.00 /m,
    );
  });
});

describe('The plot', () => {
  it('has a name and says in words what it shows', () => {
    const drawing = plot(results);
    expect(drawing).toContain('role="img" aria-labelledby="title description"');
    expect(drawing).toContain('<title id="title">');
    expect(drawing).toMatch(/<desc id="description">.*content API alone 14,000\/s.*missed/);
  });
});
