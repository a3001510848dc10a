import { Box, Button, Checkbox, Field, Flex, Grid, Radio, Typography } from '@strapi/design-system';
import { isFetchError } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import type { KeyKind } from '../../../../keys/key';

const KINDS: readonly { readonly kind: KeyKind; readonly label: string }[] = [
  { kind: 'site', label: 'Site: sees what is public' },
  { kind: 'preview', label: 'Preview: sees drafts too' },
];

const EMPTY = {
  name: '',
  kind: 'site' as string,
  expiresOn: '',
  rateLimit: '',
  queryCostLimit: '',
  registeredOnly: false,
};

type Problems = Readonly<Record<string, string>>;

/** Asks what a key is to be. */
export function KeyForm({ onMake }: { onMake: (key: object) => Promise<void> }) {
  const [form, setForm] = useState(EMPTY);
  const [problems, setProblems] = useState<Problems>({});
  const [isSending, setIsSending] = useState(false);
  const set = (change: Partial<typeof EMPTY>) => setForm((before) => ({ ...before, ...change }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsSending(true);
    setProblems({});
    try {
      await onMake(keyOf(form));
      setForm(EMPTY);
    } catch (error) {
      setProblems(problemsOf(error));
    } finally {
      setIsSending(false);
    }
  };

  return (
    <Box
      tag="form"
      aria-labelledby="new-key"
      onSubmit={(event: FormEvent) => void submit(event)}
      background="neutral0"
      padding={6}
      hasRadius
      shadow="tableShadow"
      // What is wrong is told by us, in the same words as over HTTP.
      noValidate
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h2" id="new-key">
          Make a key
        </Typography>
        <Grid.Root gap={4}>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root
              name="name"
              required
              error={problems.name}
              hint="The frontend that will hold it. The key that replaces it may have the same name."
            >
              <Field.Label>Name</Field.Label>
              <Field.Input
                value={form.name}
                maxLength={64}
                onChange={(event) => set({ name: event.target.value })}
              />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
            <Typography id="key-kind" variant="pi" fontWeight="bold" textColor="neutral800">
              Kind
            </Typography>
            <Radio.Group
              aria-labelledby="key-kind"
              name="kind"
              value={form.kind}
              onValueChange={(kind) => set({ kind })}
            >
              {KINDS.map(({ kind, label }) => (
                <Radio.Item key={kind} value={kind}>
                  {label}
                </Radio.Item>
              ))}
            </Radio.Group>
          </Grid.Item>
          <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
            <Field.Root
              name="expiresOn"
              error={problems.expiresAt}
              hint="The last day on which it is honoured. Empty: it does not expire."
            >
              <Field.Label>Expires after</Field.Label>
              <Field.Input
                type="date"
                value={form.expiresOn}
                onChange={(event) => set({ expiresOn: event.target.value })}
              />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
            <Field.Root name="rateLimit" error={problems.rateLimit} hint="Empty: any number.">
              <Field.Label>Requests a minute</Field.Label>
              <Field.Input
                inputMode="numeric"
                value={form.rateLimit}
                onChange={(event) => set({ rateLimit: event.target.value })}
              />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
            <Field.Root
              name="queryCostLimit"
              error={problems.queryCostLimit}
              hint="What one operation may cost. Empty: as for everybody."
            >
              <Field.Label>Query cost limit</Field.Label>
              <Field.Input
                inputMode="numeric"
                value={form.queryCostLimit}
                onChange={(event) => set({ queryCostLimit: event.target.value })}
              />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
        </Grid.Root>
        <Checkbox
          checked={form.registeredOnly}
          onCheckedChange={(checked) => set({ registeredOnly: checked === true })}
        >
          Answer registered operations only
        </Checkbox>
        <Typography role="alert" textColor="danger600">
          {problems[''] ?? ''}
        </Typography>
        <Flex>
          <Button type="submit" loading={isSending}>
            Make the key
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}

function keyOf(form: typeof EMPTY): object {
  return {
    name: form.name,
    kind: form.kind,
    // To the end of that day, where the administrator is.
    expiresAt:
      form.expiresOn === '' ? null : new Date(`${form.expiresOn}T23:59:59.999`).toISOString(),
    rateLimit: limitOf(form.rateLimit),
    queryCostLimit: limitOf(form.queryCostLimit),
    registeredOnly: form.registeredOnly,
  };
}

/** What is no number goes as it was typed, to be refused with a reason. */
function limitOf(typed: string): number | string | null {
  if (typed.trim() === '') return null;
  const limit = Number(typed);
  return Number.isNaN(limit) ? typed : limit;
}

/** What was wrong, by field; under the empty name what concerns none. */
function problemsOf(error: unknown): Problems {
  if (!isFetchError(error)) return { '': 'The key could not be made. Try again.' };
  const details = error.response?.data.error?.details as
    { readonly errors?: readonly { path: string[]; message: string }[] } | undefined;
  if (!details?.errors) return { '': error.message };
  return Object.fromEntries(details.errors.map(({ path, message }) => [path[0] ?? '', message]));
}
