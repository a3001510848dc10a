import type { Catalogue } from '../catalogue';
import type { Touched } from './touches';

/**
 * What the entries between two editions are about.
 *
 * @returns null where the second edition is not made from the first, or the practice's settings changed: then nothing
 * that was answered before can be relied on.
 */
export function stepBetween(before: Catalogue, after: Catalogue): readonly Touched[] | null {
  const { sequence, id } = before.edition;
  if (sequence > 0 && after.history.at(sequence)?.chainHash !== id) return null;
  const touched: Touched[] = [];
  for (const { kind, type, documentId } of after.history.after(sequence)) {
    if (kind === 'Configured') return null;
    if (type !== null && documentId !== null) touched.push({ type, documentId });
  }
  return touched;
}
