import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Who wrote a text.' })
export class Author {
  @Field(() => String, { description: 'Name.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'In what role.' })
  readonly role!: string | null;

  @Field(() => String, { nullable: true, description: 'Where more is told.' })
  readonly url!: string | null;
}
