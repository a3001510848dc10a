/** One request that a client sent, as far as its way to the answer shows. */
export interface SentRequest {
  readonly method: string;
  /** Whether the query's text was sent, or its hash alone. */
  readonly isTextSent: boolean;
  readonly status: number;
  readonly cacheStatus: string | null;
}

/** `fetch`, that writes down what it sends. */
export class RecordedFetch {
  readonly sent: SentRequest[] = [];

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const response = await fetch(input, init);
    const body = typeof init?.body === 'string' ? init.body : '{}';
    this.sent.push({
      method: init?.method ?? 'GET',
      isTextSent: url.searchParams.has('query') || 'query' in (JSON.parse(body) as object),
      status: response.status,
      cacheStatus: response.headers.get('cache-status'),
    });
    return response;
  };

  /** What was sent since this was last asked. */
  take(): SentRequest[] {
    return this.sent.splice(0);
  }
}
