import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Everything public at one place in the publication log.' })
export class Edition {
  @Field(() => ID, {
    description: 'The chain hash of its last entry: two answers from one edition are the same.',
  })
  readonly id!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When its last entry was published; null before the first.',
  })
  readonly publishedAt!: string | null;

  @Field(() => Int, {
    description: 'Public documents, each counted once in however many languages.',
  })
  readonly documentCount!: number;
}
