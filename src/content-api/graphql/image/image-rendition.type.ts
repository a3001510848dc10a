import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A smaller copy of a picture.' })
export class ImageRendition {
  @Field(() => String, { description: 'Absolute; what it names never changes.' })
  readonly url!: string;

  @Field(() => String, { description: 'Media type.' })
  readonly mime!: string;

  @Field(() => Int, { description: 'Pixels.' })
  readonly width!: number;

  @Field(() => Int, { description: 'Pixels.' })
  readonly height!: number;
}
