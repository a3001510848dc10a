import type { Drift } from '../plugins/publishing/server/record/drift';
import { contentUid } from '../plugins/publishing/server/import/uid';

/** What each kind of drift means, and what someone can do about it. */
const MEANING: Readonly<Record<Drift['kind'], readonly [meaning: string, whatToDo: string]>> = {
  'not-in-log': [
    'Strapi has it as published, but nobody published it here: the public does not see it.',
    'Publish it in the panel to make it public, or unpublish it there.',
  ],
  'not-in-strapi': [
    'The public sees it, but Strapi has no published row for it.',
    'Publish it again in the panel, or put the log’s text back: npm run log:reconcile -- --restore',
  ],
  differs: [
    'The public sees the log’s text; Strapi’s published row says something else.',
    'Put the log’s text back: npm run log:reconcile -- --restore; or change the document in the panel and publish it.',
  ],
};

/** Tells one difference between Strapi's rows and the log in three lines. */
export function describeDrift(drift: Drift, publicUrl: string): string {
  const [meaning, whatToDo] = MEANING[drift.kind];
  const fields = drift.fields.length > 0 ? `: ${drift.fields.join(', ')}` : '';
  return [
    `${drift.kind}  ${subjectOf(drift)}${fields}`,
    `  ${meaning}`,
    `  ${whatToDo}`,
    `  ${panelAddress(drift, publicUrl)}`,
  ].join('\n');
}

/** `faq k3j2… (es)`. */
export function subjectOf({ type, documentId, locale }: Drift): string {
  return `${type} ${documentId} (${locale ?? 'every language'})`;
}

function panelAddress({ type, documentId, locale }: Drift, publicUrl: string): string {
  const place =
    type === 'practice'
      ? `single-types/${contentUid(type)}`
      : `collection-types/${contentUid(type)}/${documentId}`;
  const language = locale === null ? '' : `?plugins[i18n][locale]=${locale}`;
  return `${publicUrl}/admin/content-manager/${place}${language}`;
}
