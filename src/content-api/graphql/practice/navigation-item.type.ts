import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'An entry of a menu.' })
export class NavigationItem {
  @Field(() => String, { description: 'What it says.' })
  readonly label!: string;

  @Field(() => String, { description: 'Where it leads.' })
  readonly path!: string;
}
