import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where something holds.' })
export class Jurisdiction {
  @Field(() => String, { description: 'As ISO 3166 names it: US, US-CO.' })
  readonly code!: string;

  @Field(() => String, { description: 'As people name it.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What else to know.' })
  readonly note!: string | null;
}
