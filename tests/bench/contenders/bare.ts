import type { Places } from '../places';
import type { Cell } from '../measurements/rates';
import { fewest, HOT_QUESTION } from '../measurements/rates';
import { getPath } from '../measurements/unchanged';
import { questionNames, variablesOf, type QuestionName } from '../questions/question';
import { ask } from './ask';
import type { Contender } from './contender';
import { ServerProcess } from './server-process';

/** Node's own HTTP server, which sends the bytes that another contender answers. */
export async function startBare(places: Places, model: Contender): Promise<Contender> {
  const server = await ServerProcess.start({
    program: places.bareProgram,
    cwd: places.project,
    env: {},
    tellsWhenReady: true,
  });
  for (const name of questionNames) {
    const question = model.questions?.[name];
    if (!question) throw new Error(`${model.name} does not answer ${name}.`);
    const { text } = await ask(model, question.query, variablesOf(question, fewest, HOT_QUESTION));
    await server.ask({ name, body: text });
  }
  return { name: 'bare node:http', server, headers: {}, questions: null };
}

/** The bare server is sent the model's questions, so that requests are the same bytes too. */
export function bareCells(bare: Contender, model: Contender): Cell[] {
  const target = (path: string) => ({ port: bare.server.port, path, headers: {} });
  const hot = (name: QuestionName): Cell[] => {
    const question = model.questions?.[name];
    if (!question) return [];
    return [
      {
        mode: 'hot',
        question: name,
        contender: bare,
        target: target(`/${name}`),
        asking: { kind: 'hot', question, fewest, n: HOT_QUESTION },
      },
      {
        mode: 'unchanged',
        question: name,
        contender: bare,
        target: { ...target(getPath('/304', question)), headers: { 'if-none-match': '"0"' } },
        asking: { kind: 'get', status: 304 },
      },
    ];
  };
  return questionNames.flatMap(hot);
}
