import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { ListedEntry } from '../../server/desk/log-report';

const COLUMNS = ['Entry', 'When', 'What happened', 'Text', 'Type', 'Language'];
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The newest entries of the log, newest first. */
export function EntryTable({ entries }: { entries: readonly ListedEntry[] }) {
  return (
    <Table
      colCount={COLUMNS.length}
      rowCount={entries.length + 1}
      aria-label="Newest entries of the publication log"
    >
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{column}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {entries.map((entry) => (
          <Tr key={entry.sequence}>
            <Td>
              <Typography textColor="neutral800">{entry.sequence}</Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800">
                <time dateTime={entry.time}>{moment.format(new Date(entry.time))}</time>
              </Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800">{happening(entry)}</Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800">
                {entry.documentId && entry.type ? (
                  <Link to={editAddress(entry)}>{entry.title ?? 'Open'}</Link>
                ) : (
                  '—'
                )}
              </Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800">{entry.type ?? '—'}</Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800">{entry.locale ?? 'every'}</Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function happening({ kind, revision, isAdopted }: ListedEntry): string {
  if (kind === 'Configured') return 'Languages changed';
  if (kind === 'Withdrawn') return 'Withdrawn';
  if (isAdopted) return 'Was public before the log began';
  return revision === 1 ? 'Published' : `Published again, revision ${revision}`;
}

function editAddress({ type, documentId, locale }: ListedEntry): string {
  const uid = `api::${type}.${type}`;
  const language = locale ? `?plugins[i18n][locale]=${locale}` : '';
  return type === 'practice'
    ? `/content-manager/single-types/${uid}${language}`
    : `/content-manager/collection-types/${uid}/${documentId}${language}`;
}
