import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { pageTypes } from '../../../publications/content/practice';
import { keyedPage, type Keyed } from '../../catalogue/keyed-page';
import { defaultOrders } from '../../catalogue/order';
import type { Document } from '../../catalogue/document';
import type { Page, PageArguments } from '../../catalogue/page';
import { ApiError } from '../../errors';
import { LOCALE_DESCRIPTION } from '../connection/list-arguments';
import { PageArgs } from '../connection/page-arguments';
import type { RequestContext } from '../context';
import { pagePatternOf, pageUrlOf, slugOf } from '../page-url';
import type { Reading } from '../reading';
import { Redirect } from './redirect.type';
import { RedirectConnection, SitemapConnection } from './site.connection';
import { SitemapEntry } from './sitemap-entry.type';
import { SortedOnce } from './sorted-once';

@ArgsType()
class SiteArguments extends PageArgs {
  @Field(() => String, { nullable: true, description: LOCALE_DESCRIPTION })
  readonly locale?: string | null;
}

/** What a site needs round its texts. */
@Resolver()
export class SiteResolver {
  readonly #pages = new SortedOnce(pagesIn);
  readonly #redirects = new SortedOnce(redirectsIn);

  @Query(() => SitemapConnection, {
    description:
      'Every page of the practice’s site in one language: what is only shown there in another’s place is left out.',
  })
  sitemap(
    @Args(() => SiteArguments) args: SiteArguments,
    @Ctx() { edition }: RequestContext,
  ): Page<SitemapEntry> {
    const reading = edition.in(args.locale);
    return paged(this.#pages.of(edition, reading), args, `sitemap ${reading.view.locale}`);
  }

  @Query(() => RedirectConnection, {
    description:
      'Every former address of a page of the practice’s site in one language, with the present one.',
  })
  redirects(
    @Args(() => SiteArguments) args: SiteArguments,
    @Ctx() { edition }: RequestContext,
  ): Page<Redirect> {
    const reading = edition.in(args.locale);
    return paged(this.#redirects.of(edition, reading), args, `redirects ${reading.view.locale}`);
  }
}

function pagesIn(reading: Reading): SitemapEntry[] {
  const { view } = reading;
  return pageTypes.flatMap((type) => {
    if (pagePatternOf(type, view) === null) return [];
    const documents: readonly Document[] = view.ordered(type, defaultOrders[type] as never);
    return documents.flatMap((document) =>
      document.isFallback || document.publishedAt === null
        ? []
        : new SitemapEntry(document, document.publishedAt, reading),
    );
  });
}

function redirectsIn({ view }: Reading): Redirect[] {
  return pageTypes.flatMap((type) =>
    view.formerSlugs(type).flatMap(({ slug, document }) => {
      const from = pageUrlOf(document, slug, view);
      const to = pageUrlOf(document, slugOf(document), view);
      if (from === null || to === null) return [];
      return [new Redirect(type, { slug, url: from }, { slug: slugOf(document), url: to })];
    }),
  );
}

function paged<Item extends Keyed>(
  items: readonly Item[],
  args: PageArguments,
  name: string,
): Page<Item> {
  const page = keyedPage(items, args, name);
  if (page instanceof ApiError) throw page;
  return page;
}
