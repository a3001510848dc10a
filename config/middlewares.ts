import { currentEnvironment } from '../src/environment';

const MEGABYTE = 1024 * 1024;

/** In front of the panel and its API. The content API answers before any of them. */
export default () => [
  'strapi::logger',
  'plugin::publishing.told-failures',
  'strapi::errors',
  'strapi::security',
  // Strapi's default lets every origin send requests with an administrator's cookies.
  { name: 'strapi::cors', config: { origin: [currentEnvironment().publicUrl] } },
  'strapi::query',
  { name: 'strapi::body', config: { formidable: { maxFileSize: 20 * MEGABYTE } } },
  { name: 'strapi::favicon', config: { path: 'public/favicon.png' } },
  'strapi::public',
];
