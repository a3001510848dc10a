import type { Sequence, Sha256 } from '../../publications/publication';
import type { LogHead } from '../../publications/reader';
import { damagedBackup } from './damaged-backup';
import type { Manifest } from './manifest';

/** Where the log in a backup ends, as its manifest says. */
export function headIn({ head }: Manifest): LogHead {
  return { sequence: head.sequence as Sequence, chainHash: head.chainHash as Sha256 };
}

/** Stops where a restored log does not end where the backup says. */
export function requireHead(found: LogHead, wanted: LogHead): void {
  if (found.sequence === wanted.sequence && found.chainHash === wanted.chainHash) return;
  throw damagedBackup(
    `its log ends at entry ${found.sequence} (${found.chainHash}), ` +
      `but its manifest says entry ${wanted.sequence} (${wanted.chainHash})`,
  );
}
