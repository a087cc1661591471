import { fail, ok } from '../../../domain/base/result.ts';
import type { Bridge } from '../../../domain/protocol/bridge/bridge.ts';
import type { SignInFailure } from '../../../domain/protocol/bridge/act-failures.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import { plainBrowserCode } from '../../../domain/base/browser-code.ts';
import type { Scenario } from '../scenario.ts';

/** What each code of the harness's browser brings about; any other opens the account. */
const FAILURES: Readonly<Record<string, SignInFailure['kind']>> = {
  AAAA2222: 'wrongBrowserCode',
  BBBB2222: 'expired',
  CCCC2222: 'otherAccount',
  EEEE2222: 'accountBlocked',
};

/** Signing in by a provider without a browser: the code is any eight letters. */
export function memoryProvider(
  scenario: Scenario,
  me: () => Identity,
  onBlocked: () => void,
): Pick<Bridge, 'signInWays' | 'startProvider' | 'reopenProvider' | 'finishProvider'> {
  return {
    signInWays: () =>
      Promise.resolve(
        scenario.name === 'offline'
          ? fail({ kind: 'serverUnreachable' })
          : ok({ provider: scenario.provider ? { name: 'SPID / CIE' } : null }),
      ),
    startProvider: () => Promise.resolve(ok({ opened: scenario.name !== 'trouble' })),
    reopenProvider: () => Promise.resolve(ok({ opened: true })),
    finishProvider: ({ code }) => {
      const kind = FAILURES[plainBrowserCode(code)];
      if (kind === 'accountBlocked') onBlocked();
      if (kind) return Promise.resolve(fail({ kind }));
      const { username, givenName, surname } = me();
      const here = {
        hasData: scenario.accounts,
        unsent: scenario.accounts ? 3 : 0,
        setAside: scenario.accounts && scenario.byProvider ? 2 : 0,
        unsentMoves: scenario.keychain,
        personal: [givenName, surname],
      };
      return Promise.resolve(ok({ state: { kind: 'step', step: 'localPassword', username, here } }));
    },
  };
}
