import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'On what terms others may show a text.' })
export class Sharing {
  @Field(() => Boolean, { description: 'Whether others may show it at all.' })
  readonly shareable!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'An SPDX identifier or the name of a licence; null: all rights reserved.',
  })
  readonly licence!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the licence can be read.' })
  readonly licenceUrl!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days within which a copy must be fetched again; null: no limit.',
  })
  readonly refreshWithinDays!: number | null;
}
