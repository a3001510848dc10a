import { Field, InputType } from 'type-graphql';
import type { DocumentMatch, FaqFilter, TextMatch } from '../../catalogue/filter-input';
import { EditorialFilterInput, type Whole } from '../filter/content-filter';
import { DocumentMatchInput, TextMatchInput, enumMatch } from '../filter/match';
import { Audience, FaqTopic } from './faq.enums';

const FaqTopicMatch = enumMatch('FaqTopic', FaqTopic);
const AudienceMatch = enumMatch('Audience', Audience);

@InputType('FaqFilter', {
  description:
    'Narrows a list. Every field given must hold; one that is absent or null does not narrow.',
})
export class FaqFilterInput extends EditorialFilterInput implements Whole<FaqFilter> {
  @Field(() => TextMatchInput, { nullable: true, description: 'Within the question.' })
  readonly question: TextMatch | null | undefined;

  @Field(() => FaqTopicMatch, { nullable: true, description: 'On this topic.' })
  readonly topic: FaqFilter['topic'];

  @Field(() => AudienceMatch, { nullable: true, description: 'For these readers.' })
  readonly audience: FaqFilter['audience'];

  @Field(() => DocumentMatchInput, { nullable: true, description: 'About this service.' })
  readonly service: DocumentMatch | null | undefined;

  @Field(() => DocumentMatchInput, { nullable: true, description: 'About this phase.' })
  readonly phase: DocumentMatch | null | undefined;

  @Field(() => [FaqFilterInput], { nullable: true, description: 'All of these hold.' })
  readonly and: readonly FaqFilter[] | null | undefined;

  @Field(() => [FaqFilterInput], { nullable: true, description: 'One of these holds at least.' })
  readonly or: readonly FaqFilter[] | null | undefined;

  @Field(() => FaqFilterInput, { nullable: true, description: 'This does not hold.' })
  readonly not: FaqFilter | null | undefined;
}
