import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How people meet.' })
export class Delivery {
  @Field(() => Boolean, { description: 'At a place.' })
  readonly inPerson!: boolean;

  @Field(() => Boolean, { description: 'By video.' })
  readonly video!: boolean;

  @Field(() => Boolean, { description: 'By phone.' })
  readonly phone!: boolean;
}
