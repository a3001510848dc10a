import { ContentError } from './content-error.js';
import { readEvents } from './event-stream.js';
import {
  Changed,
  Changes,
  type ChangeFieldsFragment,
  type ChangedSubscription,
  type ContentType,
} from './generated/operations.js';
import type { Surroundings } from './transport.js';
import type { ContentClient } from './content-client.js';

export type Change = ChangeFieldsFragment;

export interface ChangesOptions {
  /** The cursor of the last change that was seen; without one, from the first change of all. */
  readonly since?: string;
  readonly types?: readonly ContentType[];
  readonly locales?: readonly string[];
  /** `stream` (the default) keeps a connection open and polls when it breaks; `poll` only asks again and again. */
  readonly by?: 'stream' | 'poll';
  /** The pause between two questions; 30 seconds. */
  readonly pollMilliseconds?: number;
  /** Ends the iteration. */
  readonly signal?: AbortSignal;
}

export interface ChangesSource {
  readonly ask: ContentClient['ask'];
  readonly streamAddress: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly surroundings: Surroundings;
}

/**
 * Every change behind `since`, in order, each once, until the signal is aborted. A connection that breaks is taken up
 * behind the last change; a server that cannot be reached is asked again.
 *
 * @throws ContentError that another attempt would not help: a cursor or a key that the server refuses.
 */
export async function* followChanges(
  source: ChangesSource,
  options: ChangesOptions,
): AsyncGenerator<Change> {
  const { signal, by = 'stream', pollMilliseconds = 30_000 } = options;
  let since = options.since;
  try {
    for (;;) {
      for await (const page of pages(source, options, since)) {
        yield* page.changes;
        since = page.nextSince;
      }
      if (by === 'stream' && since !== undefined) {
        for await (const change of streamed(source, options, since)) {
          yield change;
          since = change.cursor;
        }
        // Not all at once, when a server comes back that many were listening to.
        await source.surroundings.sleep(source.surroundings.random() * 2000, signal);
      } else {
        await source.surroundings.sleep(pollMilliseconds, signal);
      }
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

async function* pages(source: ChangesSource, options: ChangesOptions, start: string | undefined) {
  const { signal, types, locales, pollMilliseconds = 30_000 } = options;
  let since = start;
  for (;;) {
    try {
      const variables = { since, types, locales, first: 100 };
      const { data } = await source.ask(Changes, variables, signal && { signal });
      yield data.changes;
      since = data.changes.nextSince;
      if (!data.changes.hasMore) return;
    } catch (error) {
      const isPassing = error instanceof ContentError && (error.status ?? 503) >= 429;
      if (!isPassing) throw error;
      await source.surroundings.sleep(pollMilliseconds, signal);
    }
  }
}

/** The changes of one connection; ends where it breaks or cannot be made. */
async function* streamed(
  { streamAddress, headers, surroundings }: ChangesSource,
  { signal, types, locales }: ChangesOptions,
  since: string,
): AsyncGenerator<Change> {
  try {
    const response = await surroundings.fetch(streamAddress, {
      method: 'POST',
      headers: {
        ...headers,
        Accept: 'text/event-stream',
        'Content-Type': 'application/json',
        'Last-Event-ID': since,
      },
      body: JSON.stringify({ query: Changed.text, variables: { types, locales } }),
      ...(signal && { signal }),
    });
    if (!response.ok || !response.body) return;
    for await (const { event, data } of readEvents(response.body)) {
      if (event === 'complete') return;
      if (event !== 'next') continue;
      const answer = JSON.parse(data) as { data?: ChangedSubscription | null };
      if (!answer.data) return;
      yield answer.data.changed;
    }
  } catch (error) {
    // A broken connection is no news: what it would have told is asked for next.
    if (signal?.aborted) throw error;
  }
}
