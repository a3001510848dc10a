import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../src/content-api/access/caller';
import { rightsOf } from '../../../src/content-api/access/rights';
import { ApiError } from '../../../src/content-api/errors';
import { Keyring } from '../../../src/content-api/access/keyring';
import { CONFIRMED_MILLISECONDS, POLL_MILLISECONDS } from '../../../src/keys/preview-token';
import { silentLog } from '../../support/follower';
import { TestKeys } from '../../support/keys';
import { ManualScheduler } from '../../support/manual-scheduler';
import { until } from '../../support/until';

describe('a keyring', () => {
  let keys: TestKeys;
  let scheduler: ManualScheduler;
  let keyring: Keyring;

  beforeEach(() => {
    keys = new TestKeys();
    scheduler = new ManualScheduler();
  });
  afterEach(() => keyring.close());

  function open(isAnonymousAllowed = true): void {
    keyring = new Keyring({ reader: keys.reader, scheduler, log: silentLog, isAnonymousAllowed });
  }
  async function opened(isAnonymousAllowed = true): Promise<void> {
    open(isAnonymousAllowed);
    await until(() => scheduler.pendingTimers === 1);
  }
  async function atTheNextLook(): Promise<void> {
    scheduler.fire();
    await until(() => scheduler.pendingTimers === 1);
  }
  function ask(authorization: string | undefined): Caller | string {
    const caller = keyring.callerOf(authorization);
    return caller instanceof ApiError ? caller.code : caller;
  }

  it('knows who sends a key, by what is written of it', async () => {
    const token = keys.make('north', {
      kind: 'preview',
      name: 'North site',
      query_cost_limit: 500,
      rate_limit: 60,
      registered_only: 1,
    });
    await opened();
    expect(ask(`Bearer ${token}`)).toEqual({
      keyId: 'north',
      name: 'North site',
      rateLimit: 60,
      rights: rightsOf({
        kind: 'preview',
        drafts: 'all',
        queryCostLimit: 500,
        registeredOnly: true,
        registry: 'North site',
      }),
    });
    // RFC 9110: the scheme's case does not matter.
    expect(ask(`bearer  ${token}`)).toBe(ask(`Bearer ${token}`));
  });

  it('gives a key without limits of its own the cost of an anonymous caller, at any rate', async () => {
    const token = keys.make('north');
    await opened();
    expect(ask(`Bearer ${token}`)).toMatchObject({
      rateLimit: 0,
      rights: {
        kind: 'site',
        drafts: 'none',
        queryCostLimit: (ask(undefined) as Caller).rights.queryCostLimit,
        registeredOnly: false,
      },
    });
  });

  it('refuses whatever is not a key of ours', async () => {
    const token = keys.make('north');
    const partner = keys.make('later', { kind: 'of-a-later-release' });
    await opened();
    const others = ['', 'Bearer', 'Bearer ', token, `Basic ${token}`, `Bearer ${token}0`];
    others.push(`Bearer ${token.slice(0, -1)}`, `Bearer ${token.slice(0, -1)}1`);
    others.push(`Bearer ${token} ${token}`, `Bearer ${partner}`, 'Bearer undefined');
    for (const other of others) expect([other, ask(other)]).toEqual([other, 'UNAUTHENTICATED']);
  });

  it('refuses a request without a key where the practice wants one', async () => {
    const token = keys.make('north');
    await opened(false);
    expect(ask(undefined)).toBe('UNAUTHENTICATED');
    expect(ask(`Bearer ${token}`)).toHaveProperty('rights.kind', 'site');
  });

  it('honours a key at the next look after it was made, and stops at the next one after it was revoked', async () => {
    await opened();
    const token = keys.make('north');
    await atTheNextLook();
    expect(ask(`Bearer ${token}`)).toHaveProperty('keyId', 'north');
    keys.revoke('north');
    await atTheNextLook();
    expect(ask(`Bearer ${token}`)).toBe('UNAUTHENTICATED');
    expect(new Set(scheduler.pauses)).toEqual(new Set([POLL_MILLISECONDS]));
  });

  it('stops honouring a key in the instant at which it expires', async () => {
    const expires_at = new Date(scheduler.time + 60_000).toISOString();
    const token = keys.make('north', { expires_at });
    await opened();
    scheduler.time += 59_999;
    expect(ask(`Bearer ${token}`)).toHaveProperty('keyId', 'north');
    scheduler.time += 1;
    expect(ask(`Bearer ${token}`)).toBe('UNAUTHENTICATED');
  });

  it('goes on honouring the keys that it knows while the database is down, and says so', async () => {
    const token = keys.make('north');
    await opened();
    keys.failWith(new Error('connection refused'));
    await atTheNextLook();
    expect(ask(`Bearer ${token}`)).toHaveProperty('keyId', 'north');
    expect(keyring.status()).toEqual({
      state: 'disconnected',
      count: 1,
      lagSeconds: POLL_MILLISECONDS / 1_000,
      problem: 'connection refused',
    });
    keys.failWith(null);
    await atTheNextLook();
    expect(keyring.status()).toEqual({
      state: 'following',
      count: 1,
      lagSeconds: 0,
      problem: null,
    });
  });

  it('says that it is not ready, not that a key is wrong, before it has read the keys', async () => {
    const token = keys.make('north');
    keys.failWith(new Error('starting'));
    await opened();
    expect(ask(`Bearer ${token}`)).toBe('NOT_READY');
    expect(ask('Bearer nonsense')).toBe('UNAUTHENTICATED');
    expect(ask(undefined)).toHaveProperty('rights.kind', 'anonymous');
    expect(keyring.status().state).toBe('loading');
  });

  it('ends what goes on with a key that is revoked or has expired, and nothing else', async () => {
    const ended: string[] = [];
    const expires_at = new Date(scheduler.time + 1.5 * POLL_MILLISECONDS).toISOString();
    const tokens = [
      keys.make('revoked'),
      keys.make('expiring', { expires_at }),
      keys.make('staying'),
      keys.make('gone'),
    ];
    await opened();
    const forget = tokens.map((token) => {
      const caller = ask(`Bearer ${token}`) as Caller;
      return keyring.whileHonoured(caller, () => ended.push(caller.name));
    });
    keyring.whileHonoured(ask(undefined) as Caller, () => ended.push('anonymous'));
    forget[3]?.();
    keys.revoke('gone');
    keys.revoke('revoked');
    await atTheNextLook();
    expect(ended).toEqual(['revoked']);
    keys.failWith(new Error('down'));
    await atTheNextLook();
    expect(ended).toEqual(['revoked', 'expiring']);
  });

  describe('that knows a token for a preview', () => {
    const subject = { type: 'faq', documentId: 'cost', locale: 'en' } as const;
    let token: string;

    beforeEach(async () => {
      await opened();
      token = keys.makePreviewToken('token', subject);
      await atTheNextLook();
    });

    it('lets its holder see the draft of one document in one locale, and nothing else of drafts', () => {
      const open = ask(undefined) as Caller;
      expect(ask(`Bearer ${token}`)).toEqual({
        ...open,
        keyId: 'token',
        name: 'preview',
        rights: rightsOf({ ...open.rights, kind: 'preview', drafts: subject }),
      });
    });

    it('refuses it at the next look after it was ended', async () => {
      keys.revoke('token');
      await atTheNextLook();
      expect(ask(`Bearer ${token}`)).toBe('UNAUTHENTICATED');
      expect(ask(`Bearer ${token.slice(0, -1)}1`)).toBe('UNAUTHENTICATED');
    });

    it('refuses it in the instant at which it expires', async () => {
      const expires_at = new Date(scheduler.time + POLL_MILLISECONDS + 100).toISOString();
      const short = keys.makePreviewToken('short', subject, expires_at);
      await atTheNextLook();
      scheduler.time += 99;
      expect(ask(`Bearer ${short}`)).toHaveProperty('keyId', 'short');
      scheduler.time += 1;
      expect(ask(`Bearer ${short}`)).toBe('UNAUTHENTICATED');
      expect(ask(`Bearer ${token}`)).toHaveProperty('keyId', 'token');
    });

    it('stops honouring it within two seconds of when it was confirmed last, and goes on when it is again', async () => {
      keys.isWatched = false;
      // The look that has just been found may have happened right after the read before it.
      const confirmedAt = scheduler.time - POLL_MILLISECONDS;
      await atTheNextLook();
      scheduler.time = confirmedAt + CONFIRMED_MILLISECONDS - 1;
      expect(ask(`Bearer ${token}`)).toHaveProperty('keyId', 'token');
      scheduler.time += 1;
      expect(ask(`Bearer ${token}`)).toBe('NOT_READY');
      await atTheNextLook();
      expect(ask(`Bearer ${token}`)).toBe('NOT_READY');
      expect(CONFIRMED_MILLISECONDS).toBeLessThan(2_000);

      keys.isWatched = true;
      await atTheNextLook();
      expect(ask(`Bearer ${token}`)).toHaveProperty('keyId', 'token');
    });

    it('stops likewise while the database is away, and believes no old news once it is back', async () => {
      const key = keys.make('north');
      await atTheNextLook();
      keys.failWith(new Error('connection refused'));
      for (let look = 0; look < 5; look += 1) await atTheNextLook();
      expect(ask(`Bearer ${token}`)).toBe('NOT_READY');
      expect(ask(`Bearer ${key}`)).toHaveProperty('keyId', 'north');
      keys.failWith(null);
      // It was confirmed at some time since the last read, nobody knows when.
      await atTheNextLook();
      expect(ask(`Bearer ${token}`)).toBe('NOT_READY');
      await atTheNextLook();
      expect(ask(`Bearer ${token}`)).toHaveProperty('keyId', 'token');
    });

    it('does not honour it longer where the clock is set back', () => {
      scheduler.time -= 60 * 60_000;
      expect(ask(`Bearer ${token}`)).toBe('NOT_READY');
    });

    it('honours none that it has not seen confirmed since it began', async () => {
      const others = new ManualScheduler();
      const other = new Keyring({
        reader: keys.reader,
        scheduler: others,
        log: silentLog,
        isAnonymousAllowed: true,
      });
      await until(() => others.pendingTimers === 1);
      expect(other.callerOf(`Bearer ${token}`)).toHaveProperty('code', 'NOT_READY');
      others.fire();
      await until(() => others.pendingTimers === 1);
      expect(other.callerOf(`Bearer ${token}`)).toHaveProperty('keyId', 'token');
      await other.close();
    });

    it('ends what goes on with it once it is ended, or no longer confirmed', async () => {
      const ended: string[] = [];
      const second = keys.makePreviewToken('second', subject);
      await atTheNextLook();
      for (const one of [token, second]) {
        const caller = ask(`Bearer ${one}`) as Caller;
        keyring.whileHonoured(caller, () => ended.push(String(caller.keyId)));
      }
      await atTheNextLook();
      expect(ended).toEqual([]);
      keys.revoke('token');
      await atTheNextLook();
      expect(ended).toEqual(['token']);
      keys.isWatched = false;
      for (let look = 0; look < 5; look += 1) await atTheNextLook();
      expect(ended).toEqual(['token', 'second']);
    });
  });

  it('leaves no timer and no connection behind', async () => {
    await opened();
    await keyring.close();
    expect([scheduler.pendingTimers, keys.isClosed]).toEqual([0, true]);
  });
});
