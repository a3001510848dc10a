import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { ApiError } from '../../errors';
import { LOCALE_DESCRIPTION } from '../connection/list-arguments';
import type { RequestContext } from '../context';
import { Node } from './node.type';

const MAXIMUM_IDS = 100;

/** Just the id: Relay’s compiler refetches by a field that takes nothing else. */
@ArgsType()
class NodeArguments {
  @Field(() => ID, { description: 'The document’s id.' })
  readonly id!: string;
}

@ArgsType()
class NodesArguments {
  @Field(() => [ID], { description: 'The documents’ ids: 100 at most.' })
  readonly ids!: readonly string[];

  @Field(() => String, { nullable: true, description: LOCALE_DESCRIPTION })
  readonly locale?: string | null;
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Any document, by its id, in the default language; null where there is none, or no longer. For another language ask nodes.',
  })
  node(
    @Args(() => NodeArguments) { id }: NodeArguments,
    @Ctx() context: RequestContext,
  ): Node | null {
    return nodeIn(context, null, id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Documents by their ids, in the order of these, and in one language.',
  })
  nodes(
    @Args(() => NodesArguments) { ids, locale }: NodesArguments,
    @Ctx() context: RequestContext,
  ): readonly (Node | null)[] {
    if (ids.length > MAXIMUM_IDS) throw tooManyIds(ids.length);
    return ids.map((id) => nodeIn(context, locale, id));
  }
}

function nodeIn(
  { catalogue, readings }: RequestContext,
  locale: string | null | undefined,
  id: string,
): Node | null {
  const reading = readings.of(catalogue, locale);
  const document = reading.view.node(id);
  return document && reading.present(document);
}

function tooManyIds(count: number): ApiError {
  return new ApiError('BAD_USER_INPUT', {
    where: 'Argument "ids"',
    what: `It names ${count} documents; ${MAXIMUM_IDS} are the most.`,
    remedy: 'Ask in several parts.',
  });
}
