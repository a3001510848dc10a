import type { FollowerLog } from '../../src/content-api/log/follower';

/** For tests that look at what a follower does, not at what it tells. */
export const silentLog: FollowerLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
