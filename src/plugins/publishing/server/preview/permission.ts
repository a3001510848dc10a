import { contentTypeNames } from '../../../../publications/content';
import { uidOf } from '../record/content-model';

/** What Strapi's panel knows of who asks, as far as it is looked at here. */
interface PanelState {
  readonly userAbility?: { can(action: string, subject: string): boolean };
}

const READ = 'plugin::content-manager.explorer.read';

/**
 * Whether somebody may read the drafts of every content type, as a preview shows them. Strapi itself asks for a login
 * only before it hands out a preview's address.
 */
export function mayReadDrafts(state: PanelState | undefined): boolean {
  const ability = state?.userAbility;
  return ability !== undefined && contentTypeNames.every((type) => ability.can(READ, uidOf(type)));
}
