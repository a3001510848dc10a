import { Box, Flex, Main, Typography } from '@strapi/design-system';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { DeskAnswers } from '../../server/desk/routes';
import { DriftNotice } from '../components/DriftNotice';
import { EntryTable } from '../components/EntryTable';
import { RefusedNotice } from '../components/RefusedNotice';

/** What is public and since when, and whether Strapi's own rows still say the same. */
export default function PublicationLog() {
  const { get } = useFetchClient();
  const [log, setLog] = useState<DeskAnswers['log'] | null>(null);
  const [drift, setDrift] = useState<DeskAnswers['drift'] | null>(null);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    const failed = () => setHasFailed(true);
    get<DeskAnswers['log']>('/publishing/log').then(({ data }) => setLog(data), failed);
    get<DeskAnswers['drift']>('/publishing/drift').then(({ data }) => setDrift(data), failed);
  }, [get]);

  if (hasFailed) return <Page.Error />;
  if (!log) return <Page.Loading />;
  return (
    <Main>
      <Page.Title>Publication log</Page.Title>
      <Layouts.Header
        title="Publication log"
        subtitle="Every text that became public or stopped being so. Nobody can change an entry."
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {log.refused && <RefusedNotice refused={log.refused} />}
          {drift && <DriftNotice drift={drift.drift} />}
          {log.entries.length > 0 ? (
            <EntryTable entries={log.entries} />
          ) : (
            <Box background="neutral0" padding={6} hasRadius shadow="tableShadow">
              <Typography>Nothing has been published yet.</Typography>
            </Box>
          )}
        </Flex>
      </Layouts.Content>
    </Main>
  );
}
