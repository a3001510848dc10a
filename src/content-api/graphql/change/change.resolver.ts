import { Args, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import { ApiError } from '../../errors';
import { changeCursor, endCursor, sequenceBehind } from '../../syndication/change-cursor';
import { entriesAfter, type ChangeSelection } from '../../syndication/change-selection';
import type { RequestContext } from '../context';
import { ChangedArguments, ChangesArguments } from './change.arguments';
import { Change, ChangePage } from './change.type';

const DEFAULT_FIRST = 20;
const MAXIMUM_FIRST = 100;

/** What a subscription's source gives here: not the changes, but which of them are wanted. */
export class WantedChanges implements AsyncIterable<never> {
  constructor(readonly selection: ChangeSelection) {}

  /** GraphQL takes only an iterable for a source. Ours is the publication log, which every stream reads for itself. */
  [Symbol.asyncIterator](): AsyncIterator<never> {
    return { next: () => Promise.resolve({ done: true, value: undefined }) };
  }
}

@Resolver()
export class ChangeResolver {
  @Query(() => ChangePage, {
    description:
      'Every publication and every withdrawal behind a cursor, none left out and none twice: what a copy of the content is kept in step by.',
  })
  changes(
    @Args(() => ChangesArguments) args: ChangesArguments,
    @Ctx() context: RequestContext,
  ): ChangePage {
    const catalogue = context.edition.whole;
    const most = args.first ?? DEFAULT_FIRST;
    if (most < 1 || most > MAXIMUM_FIRST) throw outOfRange(most);
    const selection = selectionOf(args, context);
    const sequence =
      args.since == null ? 0 : sequenceBehind(args.since, catalogue, 'Argument "since"');
    if (sequence instanceof ApiError) throw sequence;

    const { entries, end, hasMore } = entriesAfter(catalogue, sequence, selection, most);
    const last = hasMore ? catalogue.history.at(end) : null;
    return {
      changes: entries.map((entry) => new Change(entry, context.edition)),
      nextSince: last ? changeCursor(last) : endCursor(catalogue),
      hasMore,
    };
  }

  @Subscription(() => Change, {
    subscribe: ({ args, context }: { args: ChangedArguments; context: RequestContext }) =>
      new WantedChanges(selectionOf(args, context)),
    description:
      'Each publication and each withdrawal, as it happens: over server-sent events, at /graphql/stream.',
  })
  changed(@Args(() => ChangedArguments) _: ChangedArguments, @Root() change: Change): Change {
    return change;
  }
}

/** @throws ApiError `UNKNOWN_LOCALE`. */
export function selectionOf(
  { types, locales }: ChangedArguments,
  { edition }: RequestContext,
): ChangeSelection {
  for (const locale of locales ?? []) edition.in(locale);
  return { types: types ?? null, locales: locales ?? null };
}

function outOfRange(first: number): ApiError {
  return new ApiError('BAD_USER_INPUT', {
    where: 'Argument "first"',
    what: `${first} is not a number of changes that can be had at once.`,
    remedy: `Ask for 1 to ${MAXIMUM_FIRST}, and go on from nextSince.`,
  });
}
