import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How a copy of a text must say where it is from.' })
export class Attribution {
  @Field(() => String, { description: 'The words to show.' })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'Where the words must link to.' })
  readonly url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'An SPDX identifier or the name of a licence; null: all rights reserved.',
  })
  readonly licence!: string | null;
}
