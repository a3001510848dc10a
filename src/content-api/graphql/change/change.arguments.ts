import { ArgsType, Field, Int } from 'type-graphql';
import type { ContentTypeName } from '../../../publications/content';
import { ContentType } from '../content-document/content-type';

@ArgsType()
export class ChangedArguments {
  @Field(() => [ContentType], {
    nullable: true,
    description: 'Only changes of these types, and of the practice’s settings. Absent: all.',
  })
  readonly types?: readonly ContentTypeName[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Only changes of texts in these languages, and of what is the same in all of them. Absent: all.',
  })
  readonly locales?: readonly string[] | null;
}

@ArgsType()
export class ChangesArguments extends ChangedArguments {
  @Field(() => String, {
    nullable: true,
    description: 'A cursor: only what changed behind it. Absent: from the very beginning.',
  })
  readonly since?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many: 1 to 100. Absent: 20.' })
  readonly first?: number | null;
}
