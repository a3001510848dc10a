import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Anything that has an id, by which it can be fetched again.' })
export abstract class Node {
  @Field(() => ID, { description: 'Unique among all documents, and the same for ever.' })
  readonly id!: string;
}
