import { Field, InputType } from 'type-graphql';
import type { DocumentMatch, TextMatch, TherapyPhaseFilter } from '../../catalogue/filter-input';
import { EditorialFilterInput, type Whole } from '../filter/content-filter';
import { DocumentMatchInput, TextMatchInput, enumMatch } from '../filter/match';
import { PhaseKind } from './therapy-phase.enums';

const PhaseKindMatch = enumMatch('PhaseKind', PhaseKind);

@InputType('TherapyPhaseFilter', {
  description:
    'Narrows a list. Every field given must hold; one that is absent or null does not narrow.',
})
export class TherapyPhaseFilterInput
  extends EditorialFilterInput
  implements Whole<TherapyPhaseFilter>
{
  @Field(() => TextMatchInput, { nullable: true, description: 'Within the title.' })
  readonly title: TextMatch | null | undefined;

  @Field(() => PhaseKindMatch, { nullable: true, description: 'Of this kind.' })
  readonly kind: TherapyPhaseFilter['kind'];

  @Field(() => DocumentMatchInput, { nullable: true, description: 'A phase of this service.' })
  readonly service: DocumentMatch | null | undefined;

  @Field(() => DocumentMatchInput, {
    nullable: true,
    description: 'Accompanied by this clinician.',
  })
  readonly clinician: DocumentMatch | null | undefined;

  @Field(() => [TherapyPhaseFilterInput], { nullable: true, description: 'All of these hold.' })
  readonly and: readonly TherapyPhaseFilter[] | null | undefined;

  @Field(() => [TherapyPhaseFilterInput], {
    nullable: true,
    description: 'One of these holds at least.',
  })
  readonly or: readonly TherapyPhaseFilter[] | null | undefined;

  @Field(() => TherapyPhaseFilterInput, { nullable: true, description: 'This does not hold.' })
  readonly not: TherapyPhaseFilter | null | undefined;
}
