import { Button, Dialog, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import type { ListedKey } from '../../server/keys/key-table';

const COLUMNS = ['Name', 'Kind', 'Begins with', 'Made', 'State', 'Limits', 'Action'];
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

interface Properties {
  readonly keys: readonly ListedKey[];
  readonly onRevoke: (id: string) => Promise<void>;
}

/** Every key that ever was, the newest first. */
export function KeyTable({ keys, onRevoke }: Properties) {
  return (
    <Table colCount={COLUMNS.length} rowCount={keys.length + 1} aria-label="Keys">
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
        {keys.map((key) => (
          <Tr key={key.id}>
            <Cell>{key.name}</Cell>
            <Cell>{key.kind}</Cell>
            <Cell>{key.prefix}…</Cell>
            <Cell>
              {moment.format(new Date(key.createdAt))} by {key.createdBy}
            </Cell>
            <Cell>{stateOf(key)}</Cell>
            <Cell>{limitsOf(key)}</Cell>
            <Td>
              {key.state === 'honoured' ? (
                <RevokeButton of={key} onRevoke={() => onRevoke(key.id)} />
              ) : (
                <Typography textColor="neutral800">—</Typography>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Cell({ children }: { children: React.ReactNode }) {
  return (
    <Td>
      <Typography textColor="neutral800">{children}</Typography>
    </Td>
  );
}

function RevokeButton({ of, onRevoke }: { of: ListedKey; onRevoke: () => Promise<void> }) {
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant="danger-light" size="S" aria-label={`Revoke ${of.name}, ${of.prefix}`}>
          Revoke
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog title="Revoke this key?" onConfirm={onRevoke}>
        {`Whoever holds “${of.name}” (${of.prefix}…) is refused within two seconds. This cannot be undone.`}
      </ConfirmDialog>
    </Dialog.Root>
  );
}

function stateOf({ state, expiresAt, revokedAt, revokedBy }: ListedKey): string {
  if (state === 'revoked' && revokedAt) {
    return `Revoked ${moment.format(new Date(revokedAt))} by ${revokedBy}`;
  }
  if (!expiresAt) return 'Honoured';
  return `${state === 'expired' ? 'Expired' : 'Honoured until'} ${moment.format(new Date(expiresAt))}`;
}

function limitsOf({ rateLimit, queryCostLimit, registeredOnly }: ListedKey): string {
  const limits = [
    rateLimit === null ? null : `${rateLimit} requests a minute`,
    queryCostLimit === null ? null : `cost up to ${queryCostLimit}`,
    registeredOnly ? 'registered operations only' : null,
  ].filter((limit) => limit !== null);
  return limits.length > 0 ? limits.join(', ') : '—';
}
