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
  const isClinical = clinicalTypes.has(type);
  // Beside most texts of an answer stand the same ones.
  const notices = isClinical ? reading.clinicalNotices : reading.otherNotices;
  return notices.get(own.join(' '), () => presented(own, isClinical, reading));
}

function presented(
  own: readonly string[],
  isClinical: boolean,
  reading: Reading,
): readonly SafetyNotice[] {
  const everywhere = isClinical ? (reading.view.practice?.content.safetyNotices ?? []) : [];
  const notices = reading.view.targets('safety-notice', together(own, everywhere));
  const sorted: SafetyNotice[] = [];
  // Severity by severity, since there are few of both, and this beside every text of every answer.
  for (let place = severities.length - 1; place >= 0; place -= 1) {
    for (const notice of notices) {
      if (notice.content.severity === severities[place]) sorted.push(reading.present(notice));
    }
  }
  return sorted;
}

/** Each once, wherever it is named how often. */
function together(own: readonly string[], everywhere: readonly string[]): readonly string[] {
  return own.concat(everywhere).filter((id, place, all) => all.indexOf(id) === place);
}
