import type { ContentTypeName } from '../../../publications/content';
import { severities } from '../../../publications/content/safety-notice';
import type { Document } from '../../catalogue/document';
import type { Reading } from '../reading';
import type { SafetyNotice } from './safety-notice.type';

/** Types whose text is never shown without the notices that the practice wants everywhere. */
const clinicalTypes: ReadonlySet<ContentTypeName> = new Set([
  'service',
  'therapy-phase',
  'faq',
  'condition',
]);

/**
 * The notices that must stand next to a document: its own, and beside clinical text the practice's. Each once, the
 * most severe first, then as the editor put them. One that the locale lacks is shown in the language that stands in
 * for it: safety is never left out for want of a translation.
 */
export function safetyOf(document: Document, reading: Reading): readonly SafetyNotice[] {
  const { content, type } = document;
  const own = 'safetyNotices' in content ? content.safetyNotices : [];
  const everywhere = clinicalTypes.has(type)
    ? (reading.view.practice?.content.safetyNotices ?? [])
    : [];
  const notices = reading.view.targets('safety-notice', [...new Set([...own, ...everywhere])]);
  // Sorting keeps the order of equals.
  return notices.toSorted((a, b) => severityOf(b) - severityOf(a)).map(reading.present);
}

function severityOf({ content }: Document<'safety-notice'>): number {
  return severities.indexOf(content.severity);
}
