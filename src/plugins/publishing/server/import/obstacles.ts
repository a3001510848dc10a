import type { Core } from '@strapi/strapi';
import type { ImportPlan, PlannedDocument, PlannedVersion } from './plan';
import { formatPath, type ImportProblem, type ImportProblemCode, type Path } from './problem';
import { contentUid } from './uid';

/** The part of Strapi's i18n plugin that an import uses; the plugin exports no types of its services. */
interface LocaleService {
  find(): Promise<{ code: string }[]>;
  getDefaultLocale(): Promise<string>;
}

/** What in Strapi stands in the way of a plan: languages that are not set up, slugs that are taken. */
export async function findObstacles(
  plan: ImportPlan,
  strapi: Core.Strapi,
): Promise<ImportProblem[]> {
  const obstacles = await localeObstacles(plan, strapi);
  if (obstacles.length > 0) return obstacles;
  for (const document of plan.documents) {
    for (const version of document.versions) {
      const obstacle = await slugObstacle(document, version, strapi);
      if (obstacle !== null) obstacles.push(obstacle);
    }
  }
  return obstacles;
}

/** A problem with a version of a document, at the place where the value at `path` was written. */
export function problemIn(
  version: PlannedVersion,
  path: Path,
  code: ImportProblemCode,
  message: string,
): ImportProblem {
  const origin = version.origin(path);
  return { code, message, path: formatPath(origin.path), ...origin.place };
}

async function localeObstacles(plan: ImportPlan, strapi: Core.Strapi): Promise<ImportProblem[]> {
  const service = strapi.plugin('i18n').service<LocaleService>('locales');
  const known = new Set((await service.find()).map(({ code }) => code));
  const defaultLocale = await service.getDefaultLocale();
  const obstacles: ImportProblem[] = [];
  if (plan.defaultLocale !== defaultLocale) {
    const message = `The import's default language is "${plan.defaultLocale}", but Strapi's is "${defaultLocale}".`;
    const place = plan.defaultLocalePlace;
    obstacles.push({ code: 'LOCALE_NOT_SET_UP', message, path: 'defaultLocale', ...place });
  }
  for (const locale of plan.locales.filter((code) => !known.has(code))) {
    const version = plan.documents
      .flatMap(({ versions }) => versions)
      .find((candidate) => candidate.locale === locale);
    if (version === undefined) continue;
    const message = `Strapi has no language "${locale}". Add it in Settings, Internationalization, and import again.`;
    obstacles.push(problemIn(version, [], 'LOCALE_NOT_SET_UP', message));
  }
  return obstacles;
}

async function slugObstacle(
  document: PlannedDocument,
  version: PlannedVersion,
  strapi: Core.Strapi,
): Promise<ImportProblem | null> {
  const { content } = version;
  const locale = version.locale === null ? {} : { locale: version.locale };
  const service = strapi.documents(contentUid(document.type));
  if (!('slug' in content)) {
    const existing = await service.findFirst({ ...locale, status: 'draft' });
    if (existing === null) return null;
    const message = 'Strapi has a practice already. Edit it there, or leave it out of the import.';
    return problemIn(version, [], 'PRACTICE_EXISTS', message);
  }
  const existing = await service.findFirst({
    ...locale,
    status: 'draft',
    filters: { slug: content.slug },
  });
  if (existing === null) return null;
  const language = version.locale === null ? '' : ` in "${version.locale}"`;
  const message = `Strapi has a ${document.type} with the slug "${content.slug}"${language} already. Choose another slug, or edit that one.`;
  return problemIn(version, ['slug'], 'SLUG_TAKEN', message);
}
