import type { LogHead } from '../../publications/reader';
import { CommandFailure } from '../command-failure';

/** Stops where a restored log does not end where the backup says. */
export function requireHead(found: LogHead, wanted: LogHead): void {
  if (found.sequence === wanted.sequence && found.chainHash === wanted.chainHash) return;
  throw new CommandFailure(
    'BACKUP_DAMAGED',
    `The log in the backup ends at entry ${found.sequence} (${found.chainHash}), ` +
      `but its manifest says entry ${wanted.sequence} (${wanted.chainHash}).`,
    'Restore another backup. The database is as it was.',
  );
}
