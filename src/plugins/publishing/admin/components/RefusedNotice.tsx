import { Alert, Typography } from '@strapi/design-system';
import type { RefusedWriting } from '../../server/database/writing';

/** Says that the database takes nothing at present, since when, and what to do. */
export function RefusedNotice({ refused }: { refused: RefusedWriting }) {
  const { failure, since } = refused;
  return (
    <Alert variant="danger" title="Nothing can be saved." closeLabel="Close">
      <Typography>
        {failure.message} Since {new Date(since).toLocaleString()}.
      </Typography>
    </Alert>
  );
}
