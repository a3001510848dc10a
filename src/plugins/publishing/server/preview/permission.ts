import type { Core, Modules, UID } from '@strapi/strapi';
import type { ContentTypeName } from '../../../../publications/content';
import type { Subject } from '../../../../publications/publication';
import { uidOf, type Row } from '../record/content-model';
import { localeOf } from '../record/published-rows';

/** What Strapi has worked out that somebody may do. It is good for the moment: permissions change. */
export interface Ability {
  can(action: string, subject: unknown, field?: string): boolean;
}

/** A document in one locale, as somebody names it. Without a locale it is the default one, as in the panel. */
export interface NamedDocument {
  readonly type: ContentTypeName;
  readonly documentId: string;
  readonly locale?: string | undefined;
}

type Populate = Modules.Documents.Params.Populate.Any<UID.ContentType>;

/** What is used of Strapi's services, which have no types of their own. */
interface PermissionChecker {
  readonly can: { read(entity: object, field?: string): boolean };
  readonly sanitizedQuery: { read(query: object): Promise<object> };
}
interface ContentManager {
  service(name: 'permission-checker'): {
    create(of: { userAbility: Ability; model: string }): PermissionChecker;
  };
  service(name: 'populate-builder'): (uid: string) => {
    populateFromQuery(query: object): { build(): Promise<Populate | undefined> };
  };
}
interface AdminContentType {
  getNestedFields(model: object, of: { components: object }): string[];
}
interface PermissionService {
  readonly engine: { generateUserAbility(person: object): Promise<Ability> };
}

/**
 * What a person may do at this moment; null where there is no such person, or they are not active.
 *
 * @param person the id that Strapi gave them.
 */
export async function abilityOf(strapi: Core.Strapi, person: number): Promise<Ability | null> {
  const found = (await strapi.db
    .query('admin::user')
    .findOne({ where: { id: person }, populate: ['roles'] })) as {
    isActive?: boolean;
    blocked?: boolean;
  } | null;
  if (found?.isActive !== true || found.blocked === true) return null;
  const { engine } = strapi.service('admin::permission') as unknown as PermissionService;
  return engine.generateUserAbility(found);
}

/**
 * The draft that a name stands for, where somebody may read it and every field of it, since a preview shows them all.
 * The entity itself is asked about, with what its conditions look at ("only what they created", the locales of a role):
 * asked about the type alone, Strapi says yes wherever some entity might be read.
 *
 * @returns null where they may not, and where there is no such draft.
 */
export async function readableDraft(
  strapi: Core.Strapi,
  userAbility: Ability,
  { type, documentId, locale }: NamedDocument,
): Promise<Subject<ContentTypeName> | null> {
  const uid = uidOf(type);
  const panel = strapi.plugin('content-manager') as unknown as ContentManager;
  const { can, sanitizedQuery } = panel
    .service('permission-checker')
    .create({ userAbility, model: uid });
  // As the panel itself finds out what to read along: whatever its conditions name.
  const query = await sanitizedQuery.read({});
  const populate = await panel.service('populate-builder')(uid).populateFromQuery(query).build();
  const draft = (await strapi.documents(uid).findOne({
    documentId,
    status: 'draft',
    ...(locale !== undefined && { locale }),
    ...(populate && { populate }),
  })) as (Row & { documentId: string }) | null;
  if (!draft) return null;
  const contentTypes = strapi.service('admin::content-type') as unknown as AdminContentType;
  const model = strapi.getModel(uid);
  const fields = contentTypes.getNestedFields(model, { components: strapi.components });
  if (!can.read(draft) || !fields.every((field) => can.read(draft, field))) return null;
  return { type, documentId: draft.documentId, locale: localeOf(draft) };
}
