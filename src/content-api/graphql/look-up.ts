import { ArgsType, Field, ID } from 'type-graphql';
import type { ContentTypeName } from '../../publications/content';
import { ApiError } from '../errors';
import { LOCALE_DESCRIPTION } from './connection/list-arguments';
import type { RequestContext } from './context';
import type { ObjectOf } from './presenters';

@ArgsType()
export class LookUpArguments {
  @Field(() => String, {
    nullable: true,
    description:
      'Tried in the language asked for, then in the default one, then among former slugs.',
  })
  readonly slug?: string | null;

  @Field(() => ID, { nullable: true, description: 'Instead of the slug.' })
  readonly id?: string | null;

  @Field(() => String, { nullable: true, description: LOCALE_DESCRIPTION })
  readonly locale?: string | null;
}

/**
 * The one document of a type that a caller names.
 *
 * @throws ApiError `BAD_USER_INPUT` where it is named in no way or in two, `UNKNOWN_LOCALE`.
 */
export function lookUp<Type extends ContentTypeName>(
  type: Type,
  { id, slug, locale }: LookUpArguments,
  { edition }: RequestContext,
): ObjectOf<Type> | null {
  const reading = edition.in(locale);
  if ((id == null) === (slug == null)) throw notOneName(id != null);
  const document = id != null ? reading.view.get(type, id) : reading.view.bySlug(type, slug ?? '');
  return document && reading.present(document);
}

function notOneName(bothGiven: boolean): ApiError {
  return new ApiError('BAD_USER_INPUT', {
    where: 'Arguments "slug" and "id"',
    what: bothGiven ? 'Both were given.' : 'Neither was given.',
    remedy: 'Give one of them.',
  });
}
