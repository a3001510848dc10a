import { Box, Flex, Main, Typography } from '@strapi/design-system';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { MadeKey } from '../../server/keys/key-table';
import { MANAGE_KEYS } from '../../server/keys/permission';
import type { KeyAnswers } from '../../server/keys/routes';
import { KeyForm } from '../components/KeyForm';
import { KeyTable } from '../components/KeyTable';
import { MadeKeyNotice } from '../components/MadeKeyNotice';

/** Who may ask the content API with rights or limits of their own: keys are made here, and revoked. */
export default function ProtectedKeys() {
  return (
    <Page.Protect permissions={[{ action: MANAGE_KEYS, subject: null }]}>
      <Keys />
    </Page.Protect>
  );
}

function Keys() {
  const { get, post } = useFetchClient();
  const [list, setList] = useState<KeyAnswers['list'] | null>(null);
  const [made, setMade] = useState<MadeKey | null>(null);
  const [hasFailed, setHasFailed] = useState(false);

  const load = useCallback(async () => {
    try {
      setList((await get<KeyAnswers['list']>('/publishing/keys')).data);
    } catch {
      setHasFailed(true);
    }
  }, [get]);
  useEffect(() => void load(), [load]);

  const make = async (key: object) => {
    setMade((await post<KeyAnswers['make']>('/publishing/keys', key)).data);
    await load();
  };
  const revoke = async (id: string) => {
    await post<KeyAnswers['revoke']>(`/publishing/keys/${id}/revoke`);
    if (made?.key.id === id) setMade(null);
    await load();
  };

  if (hasFailed) return <Page.Error />;
  if (!list) return <Page.Loading />;
  return (
    <Main>
      <Page.Title>Keys</Page.Title>
      <Layouts.Header
        title="Keys"
        subtitle="A key lets a frontend ask the content API with limits of its own, or see drafts."
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {made && <MadeKeyNotice key={made.key.id} made={made} onClose={() => setMade(null)} />}
          <KeyForm onMake={make} />
          {list.keys.length > 0 ? (
            <KeyTable keys={list.keys} onRevoke={revoke} />
          ) : (
            <Box background="neutral0" padding={6} hasRadius shadow="tableShadow">
              <Typography>No key has been made yet.</Typography>
            </Box>
          )}
        </Flex>
      </Layouts.Content>
    </Main>
  );
}
