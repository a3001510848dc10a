import { Field, ObjectType } from 'type-graphql';
import { GraphQLDate } from 'graphql-scalars';
import { CredentialKind, CredentialStatus } from './clinician.enums';

@ObjectType({ description: 'A degree, licence or certification.' })
export class Credential {
  @Field(() => CredentialKind, { description: 'What kind it is.' })
  readonly kind!: string;

  @Field(() => String, { description: 'In full.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'As it follows a name: LPC.' })
  readonly abbreviation!: string | null;

  @Field(() => String, { nullable: true, description: 'Who gave it.' })
  readonly issuer!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'USPS code of the state that gave it; null where none did.',
  })
  readonly state!: string | null;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  readonly identifier!: string | null;

  @Field(() => CredentialStatus, { description: 'Whether it holds.' })
  readonly status!: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'The last day on which it holds.' })
  readonly expiresOn!: string | null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'When somebody last checked it with the issuer.',
  })
  readonly verifiedOn!: string | null;
}
