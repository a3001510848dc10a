import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { WithdrawalReason } from '../../../publications/publication';
import type { Entry } from '../../catalogue/history';
import { constantEnum } from '../constant-enum';

const RevisionEnd = constantEnum<WithdrawalReason | 'replaced'>(
  'RevisionEnd',
  'What ended the time in which a revision was public.',
  {
    replaced: 'The next revision was published.',
    unpublished: 'An editor took the text back.',
    deleted: 'The document was deleted.',
  },
);

@ObjectType({ description: 'A text as it was public for some time.' })
export class Revision {
  /** @param end the entry that ended it; null where it is public. */
  constructor(
    private readonly entry: Entry,
    private readonly end: Entry | null,
  ) {}

  @Field(() => Int, { description: 'Counts the publications of this text, from 1.' })
  get revision(): number {
    return this.entry.revision ?? 0;
  }

  @Field(() => String, {
    description: 'SHA-256 of what the editor wrote: two revisions with one hash say the same.',
  })
  get contentHash(): string {
    return this.entry.contentHash ?? '';
  }

  @Field(() => GraphQLDateTime, { description: 'When it became public.' })
  get publishedAt(): string {
    return this.entry.time;
  }

  @Field(() => ID, {
    description: 'The id of the edition that it appeared in: `?edition=` shows it, with all else.',
  })
  get edition(): string {
    return this.entry.chainHash;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it stopped being public; null for the one that is.',
  })
  get endedAt(): string | null {
    return this.end?.time ?? null;
  }

  @Field(() => RevisionEnd, {
    nullable: true,
    description: 'What ended it; null for the one that is public.',
  })
  get endedBy(): string | null {
    if (!this.end) return null;
    return this.end.reason ?? 'replaced';
  }
}
