/** Where defects are told; pino's logger fits. */
export interface DefectLog {
  error(details: object, message: string): void;
}

/** What went wrong on our side while questions were answered: each is logged whole, once, and counted. */
export class Defects {
  #count = 0;
  readonly #noted = new WeakSet();

  constructor(private readonly log: DefectLog) {}

  get count(): number {
    return this.#count;
  }

  note(error: unknown): void {
    // One that passes through several hands is told of by each of them.
    if (typeof error === 'object' && error !== null) {
      if (this.#noted.has(error)) return;
      this.#noted.add(error);
    }
    this.#count += 1;
    this.log.error({ err: error }, 'A question could not be answered');
  }
}
