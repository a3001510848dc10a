import { Field, InputType } from 'type-graphql';
import type {
  ClinicianFilter,
  DocumentMatch,
  Match,
  TextMatch,
} from '../../catalogue/filter-input';
import { ContentFilterInput, type Whole } from '../filter/content-filter';
import { DeliveryModeMatch } from '../filter/delivery-mode';
import { DocumentMatchInput, StringMatch, TextMatchInput, enumMatch } from '../filter/match';
import { AcceptingStatus, PracticeBasis } from './clinician.enums';

const PracticeBasisMatch = enumMatch('PracticeBasis', PracticeBasis);
const AcceptingStatusMatch = enumMatch('AcceptingStatus', AcceptingStatus);

@InputType('ClinicianFilter', {
  description:
    'Narrows a list. Every field given must hold; one that is absent or null does not narrow.',
})
export class ClinicianFilterInput extends ContentFilterInput implements Whole<ClinicianFilter> {
  @Field(() => TextMatchInput, { nullable: true, description: 'Within the name.' })
  readonly name: TextMatch | null | undefined;

  @Field(() => StringMatch, {
    nullable: true,
    description: 'By a tag; case and accents make no difference.',
  })
  readonly tag: Match<string> | null | undefined;

  @Field(() => StringMatch, {
    nullable: true,
    description: 'Who may practise in this state, by its USPS code: CO.',
  })
  readonly state: Match<string> | null | undefined;

  @Field(() => PracticeBasisMatch, {
    nullable: true,
    description: 'Who practises in some state on this basis.',
  })
  readonly practiceBasis: ClinicianFilter['practiceBasis'];

  @Field(() => StringMatch, {
    nullable: true,
    description: 'Who speaks this language, as BCP 47 names it: es.',
  })
  readonly language: Match<string> | null | undefined;

  @Field(() => AcceptingStatusMatch, { nullable: true, description: 'Who takes on these people.' })
  readonly accepting: ClinicianFilter['accepting'];

  @Field(() => DeliveryModeMatch, { nullable: true, description: 'Who meets people this way.' })
  readonly delivery: ClinicianFilter['delivery'];

  @Field(() => DocumentMatchInput, { nullable: true, description: 'Who offers this service.' })
  readonly service: DocumentMatch | null | undefined;

  @Field(() => DocumentMatchInput, { nullable: true, description: 'Who accompanies this phase.' })
  readonly phase: DocumentMatch | null | undefined;

  @Field(() => DocumentMatchInput, {
    nullable: true,
    description: 'Who sees people at this location.',
  })
  readonly location: DocumentMatch | null | undefined;

  @Field(() => StringMatch, { nullable: true, description: 'With this NUCC code: 101YP2500X.' })
  readonly taxonomyCode: Match<string> | null | undefined;

  @Field(() => [ClinicianFilterInput], { nullable: true, description: 'All of these hold.' })
  readonly and: readonly ClinicianFilter[] | null | undefined;

  @Field(() => [ClinicianFilterInput], {
    nullable: true,
    description: 'One of these holds at least.',
  })
  readonly or: readonly ClinicianFilter[] | null | undefined;

  @Field(() => ClinicianFilterInput, { nullable: true, description: 'This does not hold.' })
  readonly not: ClinicianFilter | null | undefined;
}
