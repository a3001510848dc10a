import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { contentTypeNames, type ContentTypeName } from '../../../../publications/content';
import { clinician } from './clinician';
import { componentViews } from './components';
import { condition } from './condition';
import { appliedView, withView, type AppliedView, type Configuration } from './configuration';
import { faq } from './faq';
import { location } from './location';
import { practice } from './practice';
import { reference } from './reference';
import { safetyNotice } from './safety-notice';
import { service } from './service';
import { therapyPhase } from './therapy-phase';
import type { TypeView } from './view';

/** The form and the list of every content type. */
export const typeViews: Readonly<Record<ContentTypeName, TypeView<never>>> = {
  service,
  'therapy-phase': therapyPhase,
  clinician,
  faq,
  condition,
  'safety-notice': safetyNotice,
  reference,
  location,
  practice,
};

/** The part of the content manager's services that this needs; Strapi types plugins' services as anything. */
interface ConfigurationService {
  findConfiguration(model: { uid: string }): Promise<Configuration>;
  updateConfiguration(model: { uid: string }, configuration: Configuration): Promise<unknown>;
}

/**
 * Gives the panel's forms their labels, descriptions and layout. What an administrator has changed in the panel is
 * left alone. To be called in `bootstrap`, after Strapi's content manager has generated its configurations.
 */
export async function applyEditViews(strapi: Core.Strapi): Promise<void> {
  const place = { type: 'plugin', name: 'publishing', key: 'edit-views' };
  const before = (await strapi.store.get(place)) as Record<string, AppliedView> | null;
  const applied: Record<string, AppliedView> = {};

  const apply = async (kind: 'content-types' | 'components', uid: string, view: AppliedView) => {
    const manager = strapi.plugin('content-manager').service<ConfigurationService>(kind);
    const stored = await manager.findConfiguration({ uid });
    const configuration = withView(stored, view, before?.[uid] ?? null);
    applied[uid] = view;
    if (!isDeepStrictEqual(configuration, pickConfiguration(stored)))
      await manager.updateConfiguration({ uid }, configuration);
  };

  for (const type of contentTypeNames)
    await apply('content-types', `api::${type}.${type}`, appliedView(typeViews[type]));
  for (const [uid, view] of Object.entries(componentViews))
    await apply('components', uid, appliedView(view));
  if (!isDeepStrictEqual(applied, before)) await strapi.store.set({ ...place, value: applied });
}

function pickConfiguration({ settings, metadatas, layouts }: Configuration): Configuration {
  return { settings, metadatas, layouts: { edit: layouts.edit, list: layouts.list } };
}
