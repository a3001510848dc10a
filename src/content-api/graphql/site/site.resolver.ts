import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import type { ContentTypeName } from '../../../publications/content';
import { pageTypes } from '../../../publications/content/practice';
import { keyedPage, type Keyed } from '../../catalogue/keyed-page';
import { defaultOrders, type OrderOf } from '../../catalogue/order';
import type { Page, PageArguments } from '../../catalogue/page';
import { ApiError } from '../../errors';
import { LOCALE_DESCRIPTION } from '../connection/list-arguments';
import { PageArgs } from '../connection/page-arguments';
import type { RequestContext } from '../context';
import { pageUrlOf, slugOf } from '../page-url';
import type { Reading } from '../reading';
import { Redirect } from './redirect.type';
import { RedirectConnection, SitemapConnection } from './site.connection';
import { SitemapEntry } from './sitemap-entry.type';

@ArgsType()
class SiteArguments extends PageArgs {
  @Field(() => String, { nullable: true, description: LOCALE_DESCRIPTION })
  readonly locale?: string | null;
}

/** What a site needs round its texts. */
@Resolver()
export class SiteResolver {
  @Query(() => SitemapConnection, {
    description:
      'Every page of the practice’s site in one language: what is only shown there in another’s place is left out.',
  })
  sitemap(
    @Args(() => SiteArguments) args: SiteArguments,
    @Ctx() { edition }: RequestContext,
  ): Page<SitemapEntry> {
    const reading = edition.in(args.locale);
    return paged(pagesIn(reading), args, `sitemap ${reading.view.locale}`);
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
    return paged(redirectsIn(reading), args, `redirects ${reading.view.locale}`);
  }
}

function pagesIn(reading: Reading): SitemapEntry[] {
  return pageTypes.flatMap((type) => pagesOf(type, reading));
}

function pagesOf<Type extends ContentTypeName>(type: Type, reading: Reading): SitemapEntry[] {
  const { view } = reading;
  return view.ordered(type, defaultOrders[type] as OrderOf<Type>).flatMap((document) => {
    if (document.isFallback || document.publishedAt === null) return [];
    const url = pageUrlOf(document, slugOf(document), view);
    return url === null ? [] : [new SitemapEntry(document, url, document.publishedAt, reading)];
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

function paged<Item extends Keyed>(items: Item[], args: PageArguments, name: string): Page<Item> {
  const byKey = items.sort((a, b) => (a.key < b.key ? -1 : 1));
  const page = keyedPage(byKey, args, name);
  if (page instanceof ApiError) throw page;
  return page;
}
