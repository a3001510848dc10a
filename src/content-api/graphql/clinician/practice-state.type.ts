import { Field, ObjectType } from 'type-graphql';
import { GraphQLDate } from 'graphql-scalars';
import { PracticeBasis } from './clinician.enums';

@ObjectType({ description: 'A state in which a clinician may practise.' })
export class PracticeState {
  @Field(() => String, { description: 'USPS code: CO.' })
  readonly state!: string;

  @Field(() => PracticeBasis, { description: 'What allows it.' })
  readonly basis!: string;

  @Field(() => String, { nullable: true, description: 'The number of the licence or privilege.' })
  readonly identifier!: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'The last day on which it holds.' })
  readonly expiresOn!: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'When somebody last checked it.' })
  readonly verifiedOn!: string | null;
}
