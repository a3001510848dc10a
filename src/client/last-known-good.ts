/** An answer as it is kept for the day that the server is down. */
export interface KeptAnswer {
  readonly body: string;
  readonly edition: string | null;
  /** When the server last said that this is its answer: RFC 3339. */
  readonly confirmedAt: string;
  /** The ids of the documents in it, by which a withdrawal finds it. */
  readonly documentIds: readonly string[];
}

/** Where answers are kept. Losing them is allowed; giving back another than was kept is not. */
export interface LastKnownGood {
  get(key: string): Promise<KeptAnswer | null>;
  set(key: string, answer: KeptAnswer): Promise<void>;
  delete(key: string): Promise<void>;
  /** Deletes every answer with one of these documents in it. */
  deleteWith(documentIds: ReadonlySet<string>): Promise<void>;
}
