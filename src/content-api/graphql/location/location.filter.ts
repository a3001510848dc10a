import { Field, InputType } from 'type-graphql';
import type { DocumentMatch, LocationFilter, Match, TextMatch } from '../../catalogue/filter-input';
import { ContentFilterInput, type Whole } from '../filter/content-filter';
import { BooleanMatch, DocumentMatchInput, StringMatch, TextMatchInput } from '../filter/match';

@InputType('LocationFilter', {
  description:
    'Narrows a list. Every field given must hold; one that is absent or null does not narrow.',
})
export class LocationFilterInput extends ContentFilterInput implements Whole<LocationFilter> {
  @Field(() => TextMatchInput, { nullable: true, description: 'Within the name.' })
  readonly name: TextMatch | null | undefined;

  @Field(() => TextMatchInput, { nullable: true, description: 'Within the name of the city.' })
  readonly city: TextMatch | null | undefined;

  @Field(() => StringMatch, { nullable: true, description: 'In this state, by its USPS code: CO.' })
  readonly state: Match<string> | null | undefined;

  @Field(() => StringMatch, {
    nullable: true,
    description: 'In this country, as ISO 3166-1 names it: US.',
  })
  readonly country: Match<string> | null | undefined;

  @Field(() => BooleanMatch, { nullable: true, description: 'Whether a wheelchair gets in.' })
  readonly wheelchairAccessible: Match<boolean> | null | undefined;

  @Field(() => DocumentMatchInput, {
    nullable: true,
    description: 'Where this service is offered.',
  })
  readonly service: DocumentMatch | null | undefined;

  @Field(() => DocumentMatchInput, {
    nullable: true,
    description: 'Where this clinician sees people.',
  })
  readonly clinician: DocumentMatch | null | undefined;

  @Field(() => [LocationFilterInput], { nullable: true, description: 'All of these hold.' })
  readonly and: readonly LocationFilter[] | null | undefined;

  @Field(() => [LocationFilterInput], {
    nullable: true,
    description: 'One of these holds at least.',
  })
  readonly or: readonly LocationFilter[] | null | undefined;

  @Field(() => LocationFilterInput, { nullable: true, description: 'This does not hold.' })
  readonly not: LocationFilter | null | undefined;
}
