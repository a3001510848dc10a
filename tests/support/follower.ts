import type { FollowerLog, Scheduler } from '../../src/content-api/follower';

/** For tests that look at what a follower does, not at what it tells. */
export const silentLog: FollowerLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Node's own clock and timers. */
export const systemScheduler: Scheduler = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
