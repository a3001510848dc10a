import { CommandFailure } from '../command-failure';

/** @param what what is wrong with it, as the end of a sentence. */
export function damagedBackup(what: string, cause?: unknown): CommandFailure {
  return new CommandFailure(
    'BACKUP_DAMAGED',
    `The backup cannot be restored: ${what}.`,
    'Nothing was changed. Use another backup.',
    { cause },
  );
}
