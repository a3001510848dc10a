import type { UID } from '@strapi/strapi';
import type { ContentTypeName } from '../../../../publications/content';

/** Strapi's name for one of our content types: `api::service.service`. */
export const contentUid = (type: ContentTypeName): UID.ContentType =>
  `api::${type}.${type}` as UID.ContentType;
