/** How long and how often everything is measured. */
export interface Plan {
  /** How often each thing is measured, turn by turn with the others. */
  readonly rounds: number;
  readonly roundMilliseconds: number;
  /** Thrown away before the first round. */
  readonly warmUpMilliseconds: number;
  /** Connections that ask at once. */
  readonly connections: number;
  /** Documents of the small and the large catalogue. */
  readonly documents: { readonly few: number; readonly many: number };
  /** Publications that are waited for, for each database. */
  readonly publications: number;
  /** Documents of a small and of a large practice in which is published, and how many texts are published together. */
  readonly writing: { readonly few: number; readonly many: number; readonly texts: number };
  /** Starts of the content API alone, for each database, and how much each started process is asked. */
  readonly starts: { readonly times: number; readonly questions: number };
  /** Batches of questions between which memory is read, and how many questions each has. */
  readonly memory: { readonly batches: number; readonly questions: number };
  /** How often each question is asked that takes long, and how many are made up by chance beside them. */
  readonly loop: { readonly rounds: number; readonly randomQuestions: number };
}

/** Some fifteen minutes: numbers to decide by. */
export const fullPlan: Plan = {
  rounds: 7,
  roundMilliseconds: 2_000,
  warmUpMilliseconds: 2_000,
  connections: 16,
  documents: { few: 500, many: 50_000 },
  publications: 200,
  writing: { few: 100, many: 10_000, texts: 100 },
  starts: { times: 3, questions: 2_000 },
  memory: { batches: 20, questions: 10_000 },
  loop: { rounds: 3, randomQuestions: 60 },
};

/** A minute: shows that everything runs. Its numbers mean nothing. */
export const quickPlan: Plan = {
  rounds: 2,
  roundMilliseconds: 200,
  warmUpMilliseconds: 100,
  connections: 4,
  documents: { few: 500, many: 2_000 },
  publications: 5,
  writing: { few: 100, many: 200, texts: 5 },
  starts: { times: 1, questions: 100 },
  memory: { batches: 4, questions: 200 },
  loop: { rounds: 1, randomQuestions: 5 },
};
