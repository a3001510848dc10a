import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What must stay in view when a picture is cropped.' })
export class FocalPoint {
  @Field(() => Float, { description: 'Percent from the left.' })
  readonly x!: number;

  @Field(() => Float, { description: 'Percent from the top.' })
  readonly y!: number;
}
