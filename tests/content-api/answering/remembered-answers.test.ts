import { beforeEach, describe, expect, it } from '@jest/globals';
import { Answer } from '../../../src/content-api/answering/answer';
import { RememberedAnswers } from '../../../src/content-api/answering/remembered-answers';
import type { Catalogue } from '../../../src/content-api/catalogue/catalogue';
import { emptyCatalogue, evolveAll } from '../../../src/content-api/catalogue/evolve';
import { stepBetween } from '../../../src/content-api/catalogue/reads/step-between';
import { wireText } from '../../../src/content-api/wire-text';
import { clinic } from '../../support/clinic';

const LIMIT = 100_000;
/** Of 30 some go and some stay. */
const LENGTH = 4_000;

const nothing = { marks: [], documents: new Set<never>(), dependencies: new Map() };
const catalogue: Catalogue = emptyCatalogue();
const now = { catalogue, isPast: false };
const answer = (length: number) => new Answer([wireText('x'.repeat(length))], nothing, 1);

describe('remembered answers', () => {
  let answers: RememberedAnswers;
  beforeEach(() => {
    answers = new RememberedAnswers(stepBetween, LIMIT);
    answers.moveTo(catalogue);
  });

  function askTwice(name: string, length = LENGTH) {
    answers.set(now, 'anybody', [name], answer(length));
    return answers.find(catalogue, 'anybody', name);
  }

  it('take no more memory than they may, and let go first what nobody asks for', () => {
    askTwice('asked for');
    for (let nth = 0; nth < 30; nth += 1) {
      askTwice(`one of many ${nth}`);
      answers.get('anybody', 'asked for');
      expect(answers.bytes).toBeLessThanOrEqual(LIMIT);
    }
    expect(answers.count).toBeLessThan(30);
    expect(answers.get('anybody', 'asked for')).not.toBeNull();
    expect(answers.get('anybody', 'one of many 0')).toBeNull();
    expect(answers.get('anybody', 'one of many 29')).not.toBeNull();
  });

  it('count a spelling once, however often it is sent', () => {
    askTwice('a question');
    answers.alias('anybody', 'spelled otherwise', 'a question');
    const { bytes } = answers;
    answers.alias('anybody', 'spelled otherwise', 'a question');
    answers.alias('anybody', 'a question', 'a question');
    expect(answers.bytes).toBe(bytes);
  });

  it('leave out one that would drive out the others', () => {
    askTwice('small');
    expect(askTwice('large', LIMIT / 4)).toBeNull();
    expect(answers.get('anybody', 'small')).not.toBeNull();
  });

  it('are for those alone for whom they were made', () => {
    askTwice('a question');
    expect(answers.find(catalogue, 'somebody else', 'a question')).toBeNull();
    answers.set(now, 'somebody else', ['another'], answer(1));
    expect(answers.find(catalogue, 'anybody', 'another')).toBeNull();
  });

  it('are of the edition that was asked for, also where another came to be served meanwhile', () => {
    const before = catalogue;
    const after = evolveAll(emptyCatalogue(), clinic().publications);
    answers.moveTo(after);
    // Made before the other came, and told after it.
    answers.set({ catalogue: before, isPast: false }, 'anybody', ['late'], answer(1));
    expect(answers.find(after, 'anybody', 'late')).toBeNull();
    answers.set({ catalogue: after, isPast: false }, 'anybody', ['new'], answer(1));
    expect(answers.find(before, 'anybody', 'new')).toBeNull();
    expect(answers.find(after, 'anybody', 'new')).not.toBeNull();
  });
});
