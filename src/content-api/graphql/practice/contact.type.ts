import { Field, ObjectType } from 'type-graphql';
import { ContactKind } from './practice.enums';

@ObjectType({ description: 'A way to reach the practice.' })
export class Contact {
  @Field(() => String, { description: 'Names it for programs.' })
  readonly key!: string;

  @Field(() => String, { description: 'Names it for people.' })
  readonly label!: string;

  @Field(() => ContactKind, { description: 'What its value is.' })
  readonly kind!: string;

  @Field(() => String, { description: 'The number or address.' })
  readonly value!: string;
}
