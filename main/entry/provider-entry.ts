import { toSchoolId, type SchoolId } from '../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { SignInFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type { SignInProgress } from '../../domain/protocol/bridge/session-state.ts';
import type { ProviderRequest, SignInWays } from '../../domain/protocol/endpoints/session/session.ts';
import { toBrowserCode } from '../../domain/base/browser-code.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import { isProviderPage } from '../security/navigation.ts';
import type { Completion, CompletionParts } from './complete-sign-in.ts';
import type { HeldJourney } from './pending-sign-in.ts';
import { toJourneyFailure } from '../network/server-failures.ts';
import { SHORT_WAIT, type UnlockParts } from './unlock.ts';

/** What the way in by a provider works with. */
export interface ProviderEntryParts extends CompletionParts, Pick<UnlockParts, 'noteBlocked'> {
  readonly completion: Completion;
  /** Hands an address to the system's browser. */
  readonly openOutside: (url: string) => Promise<void>;
}

/** After these no other code of the journey helps. */
const ENDS_JOURNEY: ReadonlySet<SignInFailure['kind']> = new Set(['expired', 'accountBlocked', 'noAccess']);

/** The way in by a provider of digital identities (docs/adr/0010): a browser beside the app, and a code from it. */
export interface ProviderEntry {
  /** How people sign in at a school beside the password, where it can be asked. */
  signInWays(school: string): Promise<Result<SignInWays, SignInFailure>>;
  /** Opens the browser; `opened` is false where the system has none that takes the address. */
  startProvider(request: ProviderRequest): Promise<Result<{ readonly opened: boolean }, SignInFailure>>;
  /** Opens the browser's page once more. */
  reopenProvider(): Promise<Result<{ readonly opened: boolean }, SignInFailure>>;
  /** The code that the browser has shown. Not for concurrent callers. */
  finishProvider(code: string): Promise<Result<SignInProgress, SignInFailure>>;
}

const NONE: SignInWays = { provider: null };

/** Creates the way in. The secret of a journey and the address of its page stay in this process. */
export function createProviderEntry(parts: ProviderEntryParts): ProviderEntry {
  const { accounts, transport, servers, admission, pending, completion } = parts;

  /** The known school by which the server of a school is reached: another one, where this computer has an account from there. */
  async function reach(school: string): Promise<SchoolId> {
    const own = toSchoolId(school);
    if (servers.of({ school: own }) !== undefined) return own;
    const all = await accounts.list();
    return all.find(({ identity, via }) => identity.school === school && via)?.via ?? own;
  }

  async function open(url: string): Promise<boolean> {
    return await parts.openOutside(url).then(
      () => true,
      (error: unknown) => {
        parts.onError('browserNotOpened', error);
        return false;
      },
    );
  }

  function journey(): HeldJourney | undefined {
    const held = pending.current();
    return held?.kind === 'journey' ? held : undefined;
  }

  return {
    signInWays: async (school) => {
      const server = servers.of({ school: await reach(school) });
      if (server === undefined) return ok(NONE);
      const answer = await transport.ways(server, SHORT_WAIT);
      if (answer.ok) return answer;
      // A server that does not know the question has no provider.
      return answer.failure.kind === 'badRequest' ? ok(NONE) : fail(toJourneyFailure(answer.failure));
    },
    startProvider: async ({ school, only, purpose = 'signIn' }) => {
      pending.forget();
      const reachedBy = await reach(school);
      const server = servers.of({ school: reachedBy });
      if (server === undefined) return fail({ kind: 'internal' });
      const given = pending.given();
      const answer = await transport.startProvider(server, purpose, SHORT_WAIT);
      // Cancelled or locked meanwhile: no page opens that nobody waits for.
      if (pending.given() !== given) return fail({ kind: 'expired' });
      if (!answer.ok) {
        const failure = toJourneyFailure(answer.failure);
        return fail({ ...failure, kind: failure.kind === 'internal' ? 'providerOff' : failure.kind });
      }
      const { flow, url } = answer.value;
      if (!isProviderPage(url, server)) {
        parts.onError('foreignPage', new Error('The server names a page that is not its own'));
        return fail({ kind: 'internal' });
      }
      pending.hold({ kind: 'journey', purpose, flow, url, reachedBy, ...(only !== undefined && { only }) });
      return ok({ opened: await open(url) });
    },
    reopenProvider: async () => {
      const held = journey();
      return held === undefined ? fail({ kind: 'expired' }) : ok({ opened: await open(held.url) });
    },
    finishProvider: async (typed) => {
      const held = journey();
      const server = held && servers.of({ school: held.reachedBy });
      if (held?.purpose !== 'signIn' || server === undefined) return fail({ kind: 'expired' });
      const code = toBrowserCode(typed);
      if (code === undefined) return fail({ kind: 'wrongBrowserCode' });
      const { flow, reachedBy, only } = held;
      const answer = await transport.finishProvider(server, { flow, code, device: parts.device() });
      if (pending.current() !== held) {
        if (answer.ok && answer.value.tokens) await admission.refuse(answer.value.tokens, reachedBy);
        return fail({ kind: 'expired' });
      }
      if (!answer.ok) {
        const failure = toJourneyFailure(answer.failure);
        if (ENDS_JOURNEY.has(failure.kind)) pending.forget();
        await parts.noteBlocked(answer.failure, server);
        const { account } = answer.failure;
        if (failure.kind === 'accountBlocked' && account && only && !isSameAccount(account, only))
          return fail({ kind: 'otherAccount' });
        return fail(failure);
      }
      pending.take();
      return await completion.goOn(answer.value, { typed: '', reachedBy, ...(only && { only }) });
    },
  };
}
