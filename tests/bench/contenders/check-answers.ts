import { deepStrictEqual } from 'node:assert';
import { fewest, HOT_QUESTION } from '../measurements/rates';
import { questionNames, variablesOf } from '../questions/question';
import { ask } from './ask';
import type { Contender } from './contender';

/**
 * Sees to it that contenders with the same schema do the same work: their answers must say the same.
 *
 * @throws Error naming two that differ, and where.
 */
export async function checkAnswers(contenders: readonly Contender[]): Promise<void> {
  for (const name of questionNames) {
    const answers = await Promise.all(
      contenders.map(async (contender) => {
        const question = contender.questions?.[name];
        if (!question) throw new Error(`${contender.name} does not answer ${name}.`);
        const variables = variablesOf(question, fewest, HOT_QUESTION);
        return { contender, data: (await ask(contender, question.query, variables)).data };
      }),
    );
    const [first, ...others] = answers;
    for (const other of others) {
      try {
        deepStrictEqual(other.data, first?.data);
      } catch (cause) {
        throw new Error(
          `${other.contender.name} answers ${name} otherwise than ${first?.contender.name}, so comparing them would be unfair.`,
          { cause },
        );
      }
    }
  }
}
