import { GraphQLDateTime, GraphQLISO8601Duration } from 'graphql-scalars';
import { Field, ID, InterfaceType, Int } from 'type-graphql';
import { Node } from '../node/node.type';
import { Attribution } from '../sharing/attribution.type';
import { Alternate } from '../site/alternate.type';
import { Sharing } from '../sharing/sharing.type';
import { Author } from './author.type';
import { DocumentStatus } from './document-status';

/** What every content type has. `safety` and `references` are in the resolver beside it. */
@InterfaceType({
  implements: Node,
  description: 'A document in one language: a public one, or with a preview key also a draft.',
})
export abstract class ContentDocument {
  @Field(() => ID, { description: 'Unique among all documents, and the same for ever.' })
  readonly id!: string;

  @Field(() => String, {
    description: 'Names the document in addresses; unique within its type and language.',
  })
  readonly slug!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The language of the text; null for a type that is the same in all of them.',
  })
  readonly locale!: string | null;

  @Field(() => [String], { description: 'The languages in which the document is public.' })
  readonly availableLocales!: readonly string[];

  @Field(() => Boolean, { description: 'Whether the text is in another language than asked for.' })
  readonly isFallback!: boolean;

  @Field(() => DocumentStatus, { description: 'How the document stands to the public.' })
  readonly status!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Counts the publications of this text, from 1; null of a draft of which nothing is public.',
  })
  readonly revision!: number | null;

  @Field(() => String, {
    description: 'SHA-256 of what the editor wrote, over its canonical JSON (RFC 8785).',
  })
  readonly contentHash!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When this revision was published; null of a draft of which nothing is public.',
  })
  readonly publishedAt!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the first revision was published; null where it never was.',
  })
  readonly firstPublishedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its page on the practice’s site; of a reference, the source itself.',
  })
  readonly url!: string | null;

  @Field(() => [Alternate], {
    description:
      'Its pages on the practice’s site, one for each language that it is public in, and the default one.',
  })
  readonly alternates!: readonly Alternate[];

  @Field(() => [Author], { description: 'Who wrote it.' })
  readonly authors!: readonly Author[];

  @Field(() => [String], { description: 'Free keywords.' })
  readonly tags!: readonly string[];

  @Field(() => Sharing, { nullable: true, description: 'On what terms others may show it.' })
  readonly sharing!: Sharing | null;

  @Field(() => Attribution, { nullable: true, description: 'What a copy must say of its origin.' })
  readonly attribution!: Attribution | null;

  @Field(() => GraphQLISO8601Duration, {
    nullable: true,
    description: 'Within how long after fetching it a copy must be fetched again: P7D.',
  })
  readonly refreshBy!: string | null;
}
