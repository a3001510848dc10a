import { Field, InputType } from 'type-graphql';
import type { ConditionFilter, DocumentMatch, TextMatch } from '../../catalogue/filter-input';
import { EditorialFilterInput, type Whole } from '../filter/content-filter';
import { DocumentMatchInput, TextMatchInput } from '../filter/match';

@InputType('ConditionFilter', {
  description:
    'Narrows a list. Every field given must hold; one that is absent or null does not narrow.',
})
export class ConditionFilterInput extends EditorialFilterInput implements Whole<ConditionFilter> {
  @Field(() => TextMatchInput, { nullable: true, description: 'Within the name.' })
  readonly name: TextMatch | null | undefined;

  @Field(() => DocumentMatchInput, { nullable: true, description: 'Treated by this service.' })
  readonly service: DocumentMatch | null | undefined;

  @Field(() => [ConditionFilterInput], { nullable: true, description: 'All of these hold.' })
  readonly and: readonly ConditionFilter[] | null | undefined;

  @Field(() => [ConditionFilterInput], {
    nullable: true,
    description: 'One of these holds at least.',
  })
  readonly or: readonly ConditionFilter[] | null | undefined;

  @Field(() => ConditionFilterInput, { nullable: true, description: 'This does not hold.' })
  readonly not: ConditionFilter | null | undefined;
}
