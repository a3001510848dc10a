import { Alert, Box, Typography } from '@strapi/design-system';
import type { Drift } from '../../server/record/drift';

const ADVICE: Record<Drift['kind'], string> = {
  'not-in-log': 'has a published row here, but is not public. Publish it, or unpublish it.',
  'not-in-strapi':
    'is public, but has no published row here. Publish it again, or restore it from the log.',
  differs:
    'is public with another text than its published row has here. Publish it, or restore it from the log.',
};

/** Says whether Strapi's published rows say what the log says, which is what the public sees. */
export function DriftNotice({ drift }: { drift: readonly Drift[] }) {
  if (drift.length === 0) {
    return (
      <Alert variant="success" title="In step." closeLabel="Close">
        What is published here is what the public sees.
      </Alert>
    );
  }
  return (
    <Alert
      variant="danger"
      title={`${drift.length} texts differ from what the public sees.`}
      closeLabel="Close"
    >
      <Typography>
        They were changed without being published here: by an import, by SQL, or by deleting a
        language. The public still sees the text of the log.
      </Typography>
      <Box tag="ul" paddingTop={2}>
        {drift.map((one) => (
          <Typography tag="li" key={`${one.type} ${one.documentId} ${one.locale}`}>
            {one.type} {one.documentId} ({one.locale ?? 'every language'}) {ADVICE[one.kind]}
            {one.fields.length > 0 ? ` Fields: ${one.fields.join(', ')}.` : ''}
          </Typography>
        ))}
      </Box>
    </Alert>
  );
}
