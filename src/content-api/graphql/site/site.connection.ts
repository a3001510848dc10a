import { connectionType } from '../connection/connection.type';
import { Redirect } from './redirect.type';
import { SitemapEntry } from './sitemap-entry.type';

export const SitemapConnection = connectionType('SitemapEntry', () => SitemapEntry);
export const RedirectConnection = connectionType('Redirect', () => Redirect);
