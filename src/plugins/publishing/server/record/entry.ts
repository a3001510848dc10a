import { canonicalJson, sha256 } from '../../../../publications/canonical';
import { versionOf } from '../../../../publications/content/versions';
import type {
  LocaleSettings,
  MediaDetails,
  Subject,
  WithdrawalReason,
} from '../../../../publications/publication';
import type { NewEntry } from './log';

/** An entry for text that has become public. */
export function publishedEntry(
  subject: Subject,
  revision: number,
  content: unknown,
  media: MediaDetails,
  adopted: boolean,
): NewEntry {
  const canonical = canonicalJson(content);
  return {
    ...columnsOf(subject),
    kind: 'Published',
    revision,
    schema_version: versionOf(subject.type),
    content_hash: sha256(canonical),
    content: canonical,
    detail: canonicalJson({ adopted, media }),
  };
}

/** An entry for text that has stopped being public. */
export function withdrawnEntry(subject: LoggedSubject, reason: WithdrawalReason): NewEntry {
  return {
    ...NO_TEXT,
    ...columnsOf(subject),
    kind: 'Withdrawn',
    detail: canonicalJson({ reason }),
  };
}

/** An entry for changed settings that answers depend on. */
export function configuredEntry(settings: LocaleSettings): NewEntry {
  return {
    ...NO_TEXT,
    kind: 'Configured',
    type: null,
    document_id: null,
    locale: null,
    detail: canonicalJson(settings),
  };
}

const NO_TEXT = { revision: null, schema_version: null, content_hash: null, content: null };

/** A subject as the log names it, whose content type there may be no more. */
type LoggedSubject = Omit<Subject, 'type'> & { readonly type: string };

function columnsOf(subject: LoggedSubject) {
  return { type: subject.type, document_id: subject.documentId, locale: subject.locale };
}
