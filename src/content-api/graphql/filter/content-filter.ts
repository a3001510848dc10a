import { Field, InputType } from 'type-graphql';
import type { DocumentMatch, Match, ServiceFilter, TextMatch } from '../../catalogue/filter-input';
import { DocumentMatchInput, IdMatch, StringMatch, TextMatchInput } from './match';

/** Makes the compiler ask for every field of a filter, so that none of the catalogue's is forgotten here. */
export type Whole<Filter> = { readonly [Field in keyof Required<Filter>]: Filter[Field] };

/** What every content type can be narrowed by. */
@InputType()
export abstract class ContentFilterInput implements Whole<
  Pick<ServiceFilter, 'id' | 'slug' | 'text'>
> {
  @Field(() => IdMatch, { nullable: true, description: 'By id.' })
  readonly id: Match<string> | null | undefined;

  @Field(() => StringMatch, { nullable: true, description: 'By slug, in the language asked for.' })
  readonly slug: Match<string> | null | undefined;

  @Field(() => TextMatchInput, {
    nullable: true,
    description: 'Anywhere in the words of the document: title, summary, formatted text.',
  })
  readonly text: TextMatch | null | undefined;
}

/** What types with text of their own can be narrowed by besides. */
@InputType()
export abstract class EditorialFilterInput
  extends ContentFilterInput
  implements Whole<Pick<ServiceFilter, 'tag' | 'safetyNotice' | 'reference'>>
{
  @Field(() => StringMatch, {
    nullable: true,
    description: 'By a tag; case and accents make no difference.',
  })
  readonly tag: Match<string> | null | undefined;

  @Field(() => DocumentMatchInput, {
    nullable: true,
    description: 'That names this safety notice itself.',
  })
  readonly safetyNotice: DocumentMatch | null | undefined;

  @Field(() => DocumentMatchInput, { nullable: true, description: 'That cites this reference.' })
  readonly reference: DocumentMatch | null | undefined;
}
