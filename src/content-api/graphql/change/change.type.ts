import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { isContentType } from '../../../publications/content';
import type { WithdrawalReason } from '../../../publications/publication';
import type { Entry } from '../../catalogue/history';
import { changeCursor } from '../../syndication/change-cursor';
import { ContentDocument } from '../content-document/content-document.type';
import { ContentType } from '../content-document/content-type';
import type { ObservedEdition } from '../observed-edition';
import { ChangeKind, WithdrawalReasonEnum } from './change.enums';

@ObjectType({ description: 'One publication: what changed in what the public sees.' })
export class Change {
  constructor(
    private readonly entry: Entry,
    private readonly seen: ObservedEdition,
  ) {}

  @Field(() => String, {
    description:
      'Names the change’s place: give it to `changes` as `since`, or to /graphql/stream as `Last-Event-ID`, to go on behind it.',
  })
  get cursor(): string {
    return changeCursor(this.entry);
  }

  @Field(() => ChangeKind, { description: 'What it did.' })
  get kind(): string {
    return this.entry.kind.toLowerCase();
  }

  @Field(() => GraphQLDateTime, { description: 'When it took effect; never before the one ahead.' })
  get at(): string {
    return this.entry.time;
  }

  @Field(() => ID, {
    description: 'The id of the edition that it made: `?edition=` shows everything as of then.',
  })
  get edition(): string {
    return this.entry.chainHash;
  }

  @Field(() => ContentType, {
    nullable: true,
    description: 'Of the document; null where the change is of no single one.',
  })
  get type(): Entry['type'] {
    return this.entry.type;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'Of the document; null where the change is of no single one.',
  })
  get documentId(): string | null {
    return this.entry.documentId;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The language of the text; null where it is the same in all of them.',
  })
  get locale(): string | null {
    return this.entry.locale;
  }

  @Field(() => Int, { nullable: true, description: 'Which revision was published.' })
  get revision(): number | null {
    return this.entry.revision;
  }

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of what was published, as the document’s own contentHash.',
  })
  get contentHash(): string | null {
    return this.entry.contentHash;
  }

  @Field(() => WithdrawalReasonEnum, {
    nullable: true,
    description: 'Why the text was withdrawn; null for every other kind of change.',
  })
  get reason(): WithdrawalReason | null {
    return this.entry.reason;
  }

  @Field(() => ContentDocument, {
    nullable: true,
    description:
      'The document in this language as it is now, which may be a later revision; null for a tombstone, and where the text has been withdrawn since. No other language stands in.',
  })
  get document(): ContentDocument | null {
    const { kind, type, documentId, locale } = this.entry;
    if (kind !== 'Published' || type === null || documentId === null) return null;
    if (!isContentType(type)) return null;
    if (locale !== null && !this.seen.hasLocale(locale)) return null;
    const reading = this.seen.in(locale);
    const document = reading.view.get(type, documentId);
    return document?.locale === locale ? reading.present(document) : null;
  }
}

@ObjectType({ description: 'Some changes, in the order in which they took effect.' })
export class ChangePage {
  @Field(() => [Change], { description: 'The changes, the oldest first.' })
  readonly changes!: readonly Change[];

  @Field(() => String, {
    description:
      'Where to go on: keep it, and give it as `since` the next time. There is one even where nothing has changed.',
  })
  readonly nextSince!: string;

  @Field(() => Boolean, { description: 'Whether there are more by now.' })
  readonly hasMore!: boolean;
}
