import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../domain/base/result.ts';
import type { AccountRef, Identity } from '../../domain/protocol/endpoints/session/session.ts';
import { sampleIdentity, sampleTokens } from '../testing/samples.ts';
import { createUnfinished } from '../files/unfinished.ts';
import { createTokenBroker } from './token-broker.ts';
import type { TokenVault } from './token-vault.ts';
import type { SessionTransport } from '../network/transport.ts';

type RefreshAnswer = Awaited<ReturnType<SessionTransport['refresh']>>;

const SERVER = 'https://school.example';
const A = sampleIdentity(1);
const colleague = sampleIdentity(2);
const refOf = ({ school, username }: Identity): AccountRef => ({ school, username });
const ref = refOf(A);
const tokenOf = (token: string, account: AccountRef = A) => ({
  kind: 'token',
  token,
  account: { school: account.school, username: account.username },
  server: SERVER,
});

function memoryVault(): TokenVault & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    load: async ({ username }) => {
      const refreshToken = kept.get(username);
      return await Promise.resolve(
        refreshToken === undefined ? undefined : { refreshToken, remembered: true },
      );
    },
    save: async ({ username }, token) => await Promise.resolve(kept.set(username, token).size > 0),
    unlock: () => undefined,
    lock: () => undefined,
    ending: async ({ username }) => {
      const refreshToken = kept.get(username);
      return await Promise.resolve(refreshToken === undefined ? undefined : { refreshToken });
    },
    remove: async ({ username }) => {
      await Promise.resolve(kept.delete(username));
    },
  };
}

function setUp(answers: (token: string) => RefreshAnswer | Promise<RefreshAnswer>) {
  const asked: string[] = [];
  const signedOut: string[] = [];
  const clock = { time: 0 };
  const vault = memoryVault();
  const heard: Identity[] = [];
  const blocked: AccountRef[] = [];
  // The cast: a broker renews and signs out, and asks nothing else.
  const transport = {
    refresh: async (_server: string, token: string) => {
      asked.push(token);
      return await answers(token);
    },
    signOut: async (_server: string, session: string | { readonly refreshToken: string }) => {
      await Promise.resolve(signedOut.push(typeof session === 'string' ? session : session.refreshToken));
    },
  } as unknown as SessionTransport;
  return {
    asked,
    signedOut,
    clock,
    vault,
    heard,
    blocked,
    broker: createTokenBroker(
      vault,
      transport,
      { now: () => clock.time, random: () => 0 },
      { onIdentity: (identity) => heard.push(identity), onBlocked: (account) => blocked.push(account) },
      createUnfinished(() => undefined),
    ),
  };
}

describe('token broker', () => {
  it('gives the token of the sign-in while it is good', async () => {
    const { broker, asked } = setUp(() => ok(sampleTokens(2)));
    await broker.adopt(sampleTokens(1), SERVER);
    expect(await broker.accessToken()).toEqual(tokenOf('access-1'));
    expect(asked).toEqual([]);
  });

  it('renews at once when asked to, and the token stays good until there is another', async () => {
    const answers: RefreshAnswer[] = [fail({ kind: 'unavailable', retryAfter: 30 }), ok(sampleTokens(2))];
    const { broker, asked, clock, heard } = setUp(() => answers.shift() ?? ok(sampleTokens(3)));
    await broker.adopt(sampleTokens(1), SERVER);
    await broker.renewNow('access-1');
    expect(await broker.accessToken()).toEqual(tokenOf('access-1'));
    // The server wants to be left alone, and that token is no longer the one.
    await broker.renewNow('access-1');
    expect(asked).toEqual(['refresh-1']);
    clock.time = 31_000;
    await broker.renewNow('access-0');
    await broker.renewNow('access-1');
    expect(await broker.accessToken()).toEqual(tokenOf('access-2'));
    expect(asked).toEqual(['refresh-1', 'refresh-1']);
    expect(heard).toHaveLength(1);
  });

  it('renews half a minute early, once for all who ask at the same time, and keeps the new refresh token', async () => {
    const { broker, asked, clock, vault } = setUp(() => ok(sampleTokens(2)));
    await broker.adopt(sampleTokens(1), SERVER);
    clock.time = 575_000;
    const outcomes = await Promise.all([broker.accessToken(), broker.accessToken(), broker.accessToken()]);
    expect(outcomes).toEqual(Array.from({ length: 3 }, () => tokenOf('access-2')));
    expect(asked).toEqual(['refresh-1']);
    expect(vault.kept.get(A.username)).toBe('refresh-2');
  });

  it('renews when the server calls the token expired, but not for an older token', async () => {
    const { broker, asked } = setUp(() => ok(sampleTokens(2)));
    await broker.adopt(sampleTokens(1), SERVER);
    broker.expired('access-0');
    await broker.accessToken();
    expect(asked).toEqual([]);
    broker.expired('access-1');
    expect(await broker.accessToken()).toEqual(tokenOf('access-2'));
  });

  it.each([
    'unreachable',
    'unavailable',
    'internal',
    'tooManyAttempts',
    'outdatedClient',
    'badRequest',
    'diskFull',
    'tooLarge',
  ] as const)('keeps the session when a renewal fails with %s', async (kind) => {
    const { broker, vault, clock } = setUp(() => fail({ kind }));
    await broker.adopt(sampleTokens(1, sampleIdentity(), 10), SERVER);
    expect(await broker.accessToken()).toEqual({ kind: 'unreachable' });
    expect(vault.kept.get(A.username)).toBe('refresh-1');
    clock.time = 10_000;
    expect(await broker.accessToken()).toEqual({ kind: 'unreachable' });
  });

  it.each([
    'notSignedIn',
    'tokenExpired',
    'forbidden',
    'wrongCredentials',
    'passwordExpired',
    'accountBlocked',
  ] as const)('ends the session when a renewal is refused with %s', async (kind) => {
    const { broker, vault } = setUp(() => fail({ kind }));
    await broker.adopt(sampleTokens(1, sampleIdentity(), 10), SERVER);
    expect(await broker.accessToken()).toEqual({ kind: 'signInNeeded' });
    expect(vault.kept.size).toBe(0);
    expect(broker.remembered()).toBe(false);
  });

  it('does not hammer a server in trouble, and honours its Retry-After', async () => {
    const { broker, asked, clock } = setUp(() => fail({ kind: 'unavailable', retryAfter: 20 }));
    await broker.adopt(sampleTokens(1, sampleIdentity(), 10), SERVER);
    await broker.accessToken();
    await broker.accessToken();
    clock.time = 19_000;
    await broker.accessToken();
    expect(asked).toHaveLength(1);
    clock.time = 20_001;
    await broker.accessToken();
    expect(asked).toHaveLength(2);
  });

  it('gives nothing to anybody when the user signs out while a renewal is under way', async () => {
    let answer: ((value: RefreshAnswer) => void) | undefined;
    const { broker, vault } = setUp(
      async () =>
        await new Promise<RefreshAnswer>((resolve) => {
          answer = resolve;
        }),
    );
    await broker.adopt(sampleTokens(1, sampleIdentity(), 10), SERVER);
    const pending = broker.accessToken();
    expect(await broker.end()).toEqual({ refreshToken: 'refresh-1', server: SERVER });
    answer?.(ok(sampleTokens(2)));
    expect(await pending).toEqual({ kind: 'unreachable' });
    expect(vault.kept.size).toBe(0);
    expect(await broker.accessToken()).toEqual({ kind: 'signInNeeded' });
  });

  it('takes up a kept session and knows when there is none', async () => {
    const { broker, vault } = setUp(() => ok(sampleTokens(8)));
    vault.kept.set(A.username, 'refresh-7');
    expect(await broker.resume(sampleIdentity(2), SERVER)).toBe(false);
    expect(await broker.resume(ref, SERVER)).toBe(true);
    expect(await broker.accessToken()).toEqual(tokenOf('access-8'));
  });

  it('forgets the access token in a pause and keeps a session that is in memory only', async () => {
    const { broker, asked } = setUp(() => ok(sampleTokens(2)));
    await broker.adopt(sampleTokens(1), SERVER);
    broker.pause();
    expect(await broker.resume(ref, SERVER)).toBe(true);
    await broker.accessToken();
    expect(asked).toEqual(['refresh-1']);
  });

  it('asks for the reason before it ends a session that the server does not take, and goes on where it was renewed', async () => {
    const answers = [ok(sampleTokens(2)), fail({ kind: 'accountBlocked' } as const)];
    const { broker, blocked } = setUp(() => answers.shift() ?? fail({ kind: 'notSignedIn' }));
    await broker.adopt(sampleTokens(1), SERVER);
    expect(await broker.rejected('access-0')).toBe(false);
    expect(await broker.rejected('access-1')).toBe(false);
    expect(await broker.accessToken()).toEqual(tokenOf('access-2'));
    expect(await broker.rejected('access-2')).toBe(true);
    expect(await broker.accessToken()).toEqual({ kind: 'signInNeeded' });
    expect(blocked).toEqual([ref]);
  });

  it('tells who the account is at every renewal, and takes nobody else’s tokens for one', async () => {
    const grown = { ...A, portfolio: [...A.portfolio, ...colleague.portfolio] };
    const answers = [ok(sampleTokens(2, grown)), ok(sampleTokens(3, colleague))];
    const { broker, heard, vault } = setUp(() => answers.shift() ?? fail({ kind: 'notSignedIn' }));
    await broker.adopt(sampleTokens(1, A, 10), SERVER);
    await broker.accessToken();
    expect(heard).toEqual([grown]);
    broker.expired('access-2');
    expect(await broker.accessToken()).toEqual({ kind: 'signInNeeded' });
    expect([heard.length, vault.kept.size]).toEqual([1, 0]);
  });

  it('lends the refresh token, and renews only when it is back', async () => {
    const { broker, asked } = setUp(() => ok(sampleTokens(2)));
    expect(await broker.lend(async (token) => await Promise.resolve(token))).toBeUndefined();
    await broker.adopt(sampleTokens(1, A, 10), SERVER);
    let giveBack: (() => void) | undefined;
    const lent = broker.lend(
      async (token) =>
        await new Promise<string>((resolve) => {
          giveBack = () => resolve(token);
        }),
    );
    await Promise.resolve();
    const renewed = broker.accessToken();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked).toEqual([]);
    giveBack?.();
    expect(await lent).toBe('refresh-1');
    expect(await renewed).toEqual(tokenOf('access-2'));
  });

  it('rests where the server of the account is not known (any more)', async () => {
    const { broker, vault, asked } = setUp(() => ok(sampleTokens(2)));
    vault.kept.set(A.username, 'refresh-7');
    expect(await broker.resume(ref, undefined)).toBe(true);
    expect(await broker.accessToken()).toEqual({ kind: 'unreachable' });
    expect([asked, vault.kept.size]).toEqual([[], 1]);
  });

  it('lets those who need a token wait for a sign-in under way, instead of calling for another one', async () => {
    const { broker } = setUp(() => ok(sampleTokens(9)));
    const waiting = broker.signInWith(ref, SERVER, async () => await Promise.resolve(ok(sampleTokens(5))));
    expect(await broker.accessToken()).toEqual(tokenOf('access-5'));
    expect(await waiting).toEqual(tokenOf('access-5'));
    await broker.end();
    expect(
      await broker.signInWith(
        ref,
        SERVER,
        async () => await Promise.resolve(fail({ kind: 'wrongCredentials' })),
      ),
    ).toEqual({ kind: 'signInNeeded' });
    expect(await broker.accessToken()).toEqual({ kind: 'signInNeeded' });
  });

  it('tries a sign-in again that could not reach the server, until it is answered or the account is locked', async () => {
    const { broker, clock } = setUp(() => ok(sampleTokens(9)));
    const answers = [
      fail({ kind: 'unreachable' } as const),
      fail({ kind: 'unavailable' } as const),
      ok(sampleTokens(5)),
    ];
    const ask = async () => await Promise.resolve(answers.shift() ?? fail({ kind: 'unreachable' } as const));
    expect(await broker.signInWith(ref, SERVER, ask)).toEqual({ kind: 'unreachable' });
    expect(await broker.accessToken()).toEqual({ kind: 'unreachable' });
    expect(answers).toHaveLength(2);
    clock.time += 10_000;
    expect(await broker.accessToken()).toEqual({ kind: 'unreachable' });
    clock.time += 10_000;
    expect(await broker.accessToken()).toEqual(tokenOf('access-5'));

    await broker.end();
    answers.push(fail({ kind: 'unreachable' }), ok(sampleTokens(6)));
    await broker.signInWith(ref, SERVER, ask);
    broker.pause();
    clock.time += 10_000;
    expect(await broker.accessToken()).toEqual({ kind: 'signInNeeded' });
    expect(answers).toHaveLength(1);
  });

  it('ends a session on the server that was made for somebody who has left meanwhile', async () => {
    const { broker, signedOut, vault } = setUp(() => ok(sampleTokens(9)));
    const waiting = broker.signInWith(ref, SERVER, async () => await Promise.resolve(ok(sampleTokens(5))));
    await broker.end();
    expect(await waiting).toEqual({ kind: 'unreachable' });
    expect(signedOut).toEqual(['refresh-5']);
    expect(vault.kept.size).toBe(0);
  });

  it('names the account of each token, by sign-in, renewal, and a session that was taken up again', async () => {
    const { broker, vault } = setUp((token) => ok(sampleTokens(Number(token.slice(-1)) + 1, colleague)));
    vault.kept.set(colleague.username, 'refresh-7');
    await broker.adopt(sampleTokens(1), SERVER);
    expect(await broker.accessToken()).toEqual(tokenOf('access-1'));
    await broker.resume(refOf(colleague), SERVER);
    expect(await broker.accessToken()).toEqual(tokenOf('access-8', colleague));
    await broker.adopt(sampleTokens(3, colleague), SERVER);
    expect(await broker.accessToken()).toEqual(tokenOf('access-3', colleague));
  });

  it.each(['end', 'pause', 'resume'] as const)(
    'F14: a renewal that is being kept when the session is left by %s harms nobody',
    async (way) => {
      const { broker, vault, clock } = setUp(() => ok(sampleTokens(2)));
      await broker.adopt(sampleTokens(1), SERVER);
      clock.time = 575_000;
      let saved = (): void => undefined;
      const isSaving = new Promise<void>((begun) => {
        vault.save = async () => {
          begun();
          await new Promise<void>((resolve) => {
            saved = resolve;
          });
          return true;
        };
      });
      const renewal = broker.accessToken();
      await isSaving;
      if (way === 'end') await broker.end();
      else if (way === 'pause') broker.pause();
      else await broker.resume(refOf(colleague), SERVER);
      saved();
      await expect(renewal).resolves.toBeDefined();
      expect((await broker.accessToken()).kind).toBe('signInNeeded');
    },
  );
});
