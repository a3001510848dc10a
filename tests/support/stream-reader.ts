import {
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';

/** One event as it came. */
export interface StreamEvent {
  readonly event: string | null;
  readonly id: string | null;
  readonly data: string | null;
}

/** Reads a stream of server-sent events as a plain socket sees it: heartbeats, ids and all. */
export class StreamReader {
  readonly events: StreamEvent[] = [];
  heartbeats = 0;
  /** Events that have data: counted, since to read them all again for each look takes longer than to send them. */
  dataCount = 0;
  isClosed = false;
  #text = '';

  private constructor(private readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (text: string) => this.#read(text));
    response.on('close', () => (this.isClosed = true));
    response.on('error', () => undefined);
  }

  static open(
    url: string,
    query: string,
    {
      lastEventId,
      variables = {},
      headers = {},
    }: { lastEventId?: string | null; variables?: object; headers?: OutgoingHttpHeaders } = {},
  ): Promise<StreamReader> {
    return new Promise((resolve, reject) => {
      const body = JSON.stringify({ query, variables });
      const sent = request(
        `${url}/graphql/stream`,
        {
          method: 'POST',
          agent: false,
          headers: {
            Accept: 'text/event-stream',
            'Content-Type': 'application/json',
            ...headers,
            ...(lastEventId && { 'Last-Event-ID': lastEventId }),
          },
        },
        (response) => resolve(new StreamReader(response)),
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  get status(): number {
    return this.response.statusCode ?? 0;
  }

  get headers(): IncomingHttpHeaders {
    return this.response.headers;
  }

  /** What is left of the text, where it is no stream. */
  get text(): string {
    return this.#text;
  }

  /** The id of the last event, by which a stream is resumed. */
  get lastEventId(): string | null {
    return this.events.findLast(({ id }) => id !== null)?.id ?? null;
  }

  /** What each event with data says. */
  data<Data>(): Data[] {
    return this.events.flatMap(({ data }) => (data === null ? [] : [JSON.parse(data) as Data]));
  }

  /** Stops taking what comes, as a reader does that is stuck. */
  pause(): void {
    this.response.pause();
  }

  cut(): void {
    this.response.destroy();
  }

  #read(text: string): void {
    this.#text += text;
    const blocks = this.#text.split('\n\n');
    this.#text = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block === ':') this.heartbeats += 1;
      else {
        const data = field(block, 'data');
        this.events.push({ event: field(block, 'event'), id: field(block, 'id'), data });
        if (data !== null) this.dataCount += 1;
      }
    }
  }
}

function field(block: string, name: string): string | null {
  const line = block.split('\n').find((each) => each.startsWith(`${name}: `));
  return line?.slice(name.length + 2) ?? null;
}
