import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../src/content-api/access/caller';
import { rightsOf } from '../../../src/content-api/access/rights';
import { ApiError } from '../../../src/content-api/errors';
import { Keyring } from '../../../src/content-api/access/keyring';
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
  async function aSecondLater(): Promise<void> {
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

  it('honours a key a second after it was made, and stops a second after it was revoked', async () => {
    await opened();
    const token = keys.make('north');
    await aSecondLater();
    expect(ask(`Bearer ${token}`)).toHaveProperty('keyId', 'north');
    keys.revoke('north');
    await aSecondLater();
    expect(ask(`Bearer ${token}`)).toBe('UNAUTHENTICATED');
    expect(new Set(scheduler.pauses)).toEqual(new Set([1_000]));
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
    await aSecondLater();
    expect(ask(`Bearer ${token}`)).toHaveProperty('keyId', 'north');
    expect(keyring.status()).toEqual({
      state: 'disconnected',
      count: 1,
      lagSeconds: 1,
      problem: 'connection refused',
    });
    keys.failWith(null);
    await aSecondLater();
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
    const expires_at = new Date(scheduler.time + 1_500).toISOString();
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
    await aSecondLater();
    expect(ended).toEqual(['revoked']);
    keys.failWith(new Error('down'));
    await aSecondLater();
    expect(ended).toEqual(['revoked', 'expiring']);
  });

  it('leaves no timer and no connection behind', async () => {
    await opened();
    await keyring.close();
    expect([scheduler.pendingTimers, keys.isClosed]).toEqual([0, true]);
  });
});
