import { Field, ObjectType } from 'type-graphql';
import type { ContentTypeName } from '../../../publications/content';
import { ContentType } from '../content-document/content-type';

@ObjectType({
  description: 'A former address of a page, and where the page is now: 301 for whoever asks.',
})
export class Redirect {
  readonly key: string;

  constructor(
    private readonly ofType: ContentTypeName,
    private readonly former: { readonly slug: string; readonly url: string },
    private readonly present: { readonly slug: string; readonly url: string },
  ) {
    this.key = `${ofType} ${former.slug}`;
  }

  @Field(() => ContentType, { description: 'Of the document.' })
  get type(): ContentTypeName {
    return this.ofType;
  }

  @Field(() => String, { description: 'A slug that the document had, and that nobody has now.' })
  get formerSlug(): string {
    return this.former.slug;
  }

  @Field(() => String, { description: 'The slug that it has now.' })
  get slug(): string {
    return this.present.slug;
  }

  @Field(() => String, { description: 'The page’s former address.' })
  get from(): string {
    return this.former.url;
  }

  @Field(() => String, { description: 'The page’s present address.' })
  get to(): string {
    return this.present.url;
  }
}
