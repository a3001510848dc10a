import type { Knex } from 'knex';
import type { LogRow } from '../../../../publications/row';

/** How many entries the panel shows: the newest ones. */
const NEWEST = 100;

/** One entry of the publication log, as the panel lists it. */
export interface ListedEntry {
  readonly sequence: number;
  /** RFC 3339. */
  readonly time: string;
  readonly kind: string;
  readonly type: string | null;
  readonly documentId: string | null;
  readonly locale: string | null;
  readonly revision: number | null;
  /** What the document is called: its name, title or question; null where the entry holds no text. */
  readonly title: string | null;
  readonly isAdopted: boolean;
}

/** The newest entries of the publication log, newest first. */
export async function newestEntries(connection: Knex): Promise<ListedEntry[]> {
  const rows = await connection<LogRow>('publications').orderBy('sequence', 'desc').limit(NEWEST);
  return rows.map((row) => ({
    sequence: Number(row.sequence),
    time: row.time,
    kind: row.kind,
    type: row.type,
    documentId: row.document_id,
    locale: row.locale,
    revision: row.revision,
    title: row.content === null ? null : titleOf(JSON.parse(row.content) as TitledContent),
    isAdopted: (JSON.parse(row.detail) as { adopted?: boolean }).adopted === true,
  }));
}

interface TitledContent {
  readonly name?: string;
  readonly title?: string;
  readonly question?: string;
}

function titleOf(content: TitledContent): string | null {
  return content.name ?? content.title ?? content.question ?? null;
}
