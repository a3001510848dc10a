import { Box, Button, Flex, TextInput, Typography } from '@strapi/design-system';
import { useClipboard } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import type { MadeKey } from '../../server/keys/key-table';

interface Properties {
  readonly made: MadeKey;
  readonly onClose: () => void;
}

/** Shows a key that was just made, the only time. */
export function MadeKeyNotice({ made, onClose }: Properties) {
  const { copy } = useClipboard();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isCopied, setIsCopied] = useState(false);

  // Whoever cannot see that this has appeared is taken to it.
  useEffect(() => heading.current?.focus(), []);

  return (
    <Box
      tag="section"
      aria-labelledby="made-key"
      background="success100"
      borderColor="success200"
      padding={6}
      hasRadius
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h2" id="made-key" ref={heading} tabIndex={-1}>
          The key “{made.key.name}” is made
        </Typography>
        <Typography>
          Copy it now to where it is used. It is not kept here and cannot be shown again; if it is
          lost, revoke it and make another.
        </Typography>
        <TextInput
          aria-label="The key"
          name="token"
          value={made.token}
          readOnly
          onFocus={(event) => event.target.select()}
        />
        <Flex gap={2}>
          <Button onClick={() => void copy(made.token).then(setIsCopied)}>Copy the key</Button>
          <Button variant="tertiary" onClick={onClose}>
            I have it
          </Button>
          <Typography role="status">{isCopied ? 'Copied.' : ''}</Typography>
        </Flex>
      </Flex>
    </Box>
  );
}
