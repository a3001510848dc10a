import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { ApiError } from '../../errors';
import { LOCALE_DESCRIPTION } from '../connection/list-arguments';
import type { RequestContext } from '../context';
import { Node } from './node.type';

const MAXIMUM_IDS = 100;

@ArgsType()
class NodeArguments {
  @Field(() => ID, { description: 'The document’s id.' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: LOCALE_DESCRIPTION })
  readonly locale?: string | null;
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
    description: 'Any document, by its id; null where there is none, or no longer.',
  })
  node(
    @Args(() => NodeArguments) { id, locale }: NodeArguments,
    @Ctx() { edition }: RequestContext,
  ): Node | null {
    const reading = edition.in(locale);
    const document = reading.view.node(id);
    return document && reading.present(document);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The same for several, in the order of their ids.',
  })
  nodes(
    @Args(() => NodesArguments) { ids, locale }: NodesArguments,
    @Ctx() context: RequestContext,
  ): readonly (Node | null)[] {
    if (ids.length > MAXIMUM_IDS) throw tooManyIds(ids.length);
    return ids.map((id) => this.node({ id, locale: locale ?? null }, context));
  }
}

function tooManyIds(count: number): ApiError {
  return new ApiError('BAD_USER_INPUT', {
    where: 'Argument "ids"',
    what: `It names ${count} documents; ${MAXIMUM_IDS} are the most.`,
    remedy: 'Ask in several parts.',
  });
}
