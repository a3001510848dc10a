import { ours } from './ours';
import { variablesOf } from './question';

const fewest = { clinicians: 5, faqs: 8 };

describe('A cold question', () => {
  it('has never been asked before', () => {
    const question = ours.ONE(3);
    const all = 3 * 93 * 96;
    const asked = new Set<string>();
    for (let n = 0; n < all; n += 1) asked.add(JSON.stringify(variablesOf(question, fewest, n)));
    expect(asked.size).toBe(all);
    expect(() => variablesOf(question, fewest, all)).toThrow('would not be new');
  });

  it('asks for no fewer than there are, so that all answers about a service are alike', () => {
    const question = ours.ONE(3);
    for (let n = 0; n < 20_000; n += 7) {
      const { clinicians, faqs } = variablesOf(question, fewest, n);
      expect(clinicians).toBeGreaterThanOrEqual(fewest.clinicians);
      expect(faqs).toBeGreaterThanOrEqual(fewest.faqs);
    }
  });
});
