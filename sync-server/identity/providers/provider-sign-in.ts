import { randomBytes, randomInt } from 'node:crypto';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type {
  FinishProviderRequest,
  JourneyPurpose,
  ProviderStart,
  SignInAnswer,
} from '../../../domain/protocol/endpoints/session/session.ts';
import { BROWSER_CODE_LENGTH, plainBrowserCode } from '../../../domain/base/browser-code.ts';
import { digestOf } from '../../secrets/digest.ts';
import type { Sealer } from '../../secrets/sealing.ts';
import { advance, wrongCredentials } from '../sessions/advance.ts';
import { CODE_RULES } from '../tries/attempt-limits.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import type { Proof } from '../../storage/contract/session.ts';
import { addressMark, fiscalCodeMark } from '../proofs/marks.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { accountsOf, type OfferedAccount } from './vouched-accounts.ts';
import type { JourneySecrets, SignInProvider, VouchedIdentity } from './sign-in-provider.ts';

/** From the app's first question to the code that is typed into it. */
const LIFETIME_MS = 10 * 60_000;
const FLOW_BYTES = 32;
const FLOW = /^[A-Za-z0-9_-]{43}$/;
/** Nothing that can be taken for something else. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Why a browser gets no further. */
export type JourneyFault = 'expired' | 'unreachable' | 'refused' | 'noAccount' | 'noneBlocked';

/** An account that may be chosen, with what stands for the choice. */
export interface OfferedChoice extends OfferedAccount {
  readonly choice: string;
}

/** Where a browser has got to: what the journey is for, and what is shown. */
export interface Stage<T> {
  readonly purpose: JourneyPurpose;
  readonly shown: T;
}

/** Signing in by a provider of digital identities, in a browser beside the app (docs/adr/0010). */
export interface ProviderSignIn {
  readonly providerName: string;
  /** The app asks: gets a secret of its own and an address for the browser. */
  start(purpose: JourneyPurpose): ProviderStart;
  /** The browser departs: where to, and what it has to keep. */
  depart(ticket: string): Promise<Result<{ readonly url: string; readonly kept: string }, JourneyFault>>;
  /** The browser is back: the accounts of whom the provider vouches for. */
  arrive(arrival: URL, kept: string): Promise<Result<Stage<readonly OfferedChoice[]>, JourneyFault>>;
  /** An account was chosen: the code that the person types into the app. */
  choose(choice: string): Promise<Result<Stage<string>, JourneyFault>>;
  /** The app has the code: together with its secret it opens the account, once. */
  finish(request: FinishProviderRequest, address: string): Promise<Result<SignInAnswer, Failure>>;
  /**
   * The account whose owner has consented, by secret and code of a journey for handing over; undefined where they are not right. They
   * open nothing, and hold for their ten minutes: what waits may go in several requests.
   */
  consentOf(proof: Pick<FinishProviderRequest, 'flow' | 'code'>): Promise<Account | undefined>;
}

/** What a browser does next with what it was given. */
type Step = 'depart' | 'arrive' | 'choose';

/** What is sealed into the steps: more from step to step. */
interface Journey {
  readonly flow: string;
  readonly purpose: JourneyPurpose;
  readonly until: number;
  /** What the browser will show: one code for a journey, however often somebody chooses. */
  readonly code: string;
  /** On the way to the provider. */
  readonly secrets?: JourneySecrets;
  /** After it: the account that is offered. */
  readonly username?: string;
  readonly proof?: Proof;
}

/** What signing in by a provider works with. */
export interface ProviderParts {
  readonly identity: IdentityContext;
  readonly provider: SignInProvider;
  readonly sealer: Sealer;
  readonly publicUrl: () => string;
  /** Told why the provider's answer was not taken. */
  readonly onRefused: (cause: unknown) => void;
}

/** Keeps nothing between the steps but what it seals into them, so that any process of the server can go on. */
export function createProviderSignIn(parts: ProviderParts): ProviderSignIn {
  const { identity, provider, sealer, publicUrl, onRefused } = parts;
  const { storage, now } = identity;
  const seal = (journey: Journey, step: Step) => sealer.seal(JSON.stringify(journey), step);
  const base = () => publicUrl().replace(/\/+$/, '');

  /** What was sealed for a step, unless its time is over. What was sealed for one step is worth nothing at another. */
  function open(sealed: string, step: Step): Journey | undefined {
    const text = sealer.open(sealed, step);
    // Sealed here, and nowhere else.
    const journey = text === undefined ? undefined : (JSON.parse(text) as Journey);
    return journey && now() <= journey.until ? journey : undefined;
  }

  /** The provider's word: about one person, and of now. */
  function proofOf({ fiscalCode, email, isStrong }: VouchedIdentity): Proof {
    const whom = [
      ...(fiscalCode === undefined ? [] : [fiscalCodeMark(fiscalCode)]),
      ...(email === undefined ? [] : [addressMark(email)]),
    ];
    return { by: 'provider', name: provider.name, whom, isStrong, at: now() };
  }

  return {
    providerName: provider.name,

    start(purpose) {
      const flow = randomBytes(FLOW_BYTES).toString('base64url');
      const until = now() + LIFETIME_MS;
      const journey: Journey = { flow: digestOf(flow), purpose, until, code: newCode() };
      return { flow, url: `${base()}/provider/depart/${seal(journey, 'depart')}` };
    },

    async depart(ticket) {
      const journey = open(ticket, 'depart');
      if (!journey) return fail('expired');
      const begun = await provider.begin(`${base()}/provider/arrive`);
      if (!begun.ok) {
        onRefused(begun.failure.cause);
        return fail(begun.failure.kind);
      }
      const { url, secrets } = begun.value;
      return ok({ url, kept: seal({ ...journey, secrets }, 'arrive') });
    },

    async arrive(arrival, kept) {
      const journey = open(kept, 'arrive');
      if (!journey?.secrets) return fail('expired');
      // The address as the provider knows it, whatever a proxy in between has made of it.
      const seen = new URL(`${base()}/provider/arrive${arrival.search}`);
      const vouched = await provider.complete(seen, journey.secrets);
      if (!vouched.ok) {
        onRefused(vouched.failure.cause);
        return fail(vouched.failure.kind);
      }
      const { secrets: _used, ...onwards } = journey;
      const { purpose } = journey;
      const offered = await accountsOf(identity, vouched.value, purpose);
      if (offered.length === 0) return fail(purpose === 'handOver' ? 'noneBlocked' : 'noAccount');
      const proof = proofOf(vouched.value);
      const shown = offered.map((account) => {
        const chosen: Journey = { ...onwards, proof, username: account.username };
        return { ...account, choice: seal(chosen, 'choose') };
      });
      return ok({ purpose, shown });
    },

    async choose(choice) {
      const chosen = open(choice, 'choose');
      if (chosen?.username === undefined) return fail('expired');
      const { flow, purpose, until, username, code, proof } = chosen;
      const outcome = await storage.accounts.transaction(
        async (transaction): Promise<JourneyFault | undefined> => {
          const account = await transaction.account(username);
          if (!account) return 'noAccount';
          const hash = linkHash(flow, code);
          // One code for a journey: choosing again shows it again, for the account that is chosen now, and not once it was used.
          if ((await transaction.link(hash))?.closedAt !== undefined) return 'expired';
          const linked = purpose === 'handOver' ? 'handOver' : 'provider';
          const { profile } = account;
          const link = {
            hash,
            purpose: linked,
            profile,
            username,
            address: '',
            ...(proof && { proof }),
          } as const;
          await transaction.saveLink({ ...link, createdAt: now(), expiresAt: until });
          return undefined;
        },
      );
      const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
      return outcome === undefined ? ok({ purpose, shown }) : fail(outcome);
    },

    finish: async ({ flow, code, device }, address) => {
      if (!FLOW.test(flow)) return fail(wrongCredentials);
      const name = digestOf(flow);
      return await identity.tries({ name, address, rules: CODE_RULES }, async () => {
        const found = await storage.accounts.transaction(async (transaction) => {
          const link = await transaction.link(linkHash(name, plainBrowserCode(code)));
          const isOpen = link?.purpose === 'provider' && link.closedAt === undefined;
          if (!link || !isOpen || now() > link.expiresAt) return undefined;
          await transaction.saveLink({ ...link, closedAt: now() });
          const account = await transaction.account(link.username);
          const profile = account && (await transaction.profile(account.profile));
          return account && profile && link.proof ? { account, profile, proof: link.proof } : undefined;
        });
        if (!found) return fail({ kind: 'wrongCode', message: 'Wrong code' });
        const { account, profile, proof } = found;
        return await advance(identity, { account, profile, device, proofs: [proof] });
      });
    },

    consentOf: async ({ flow, code }) => {
      if (!FLOW.test(flow)) return undefined;
      return await storage.accounts.read(async (reader) => {
        const link = await reader.link(linkHash(digestOf(flow), plainBrowserCode(code)));
        if (link?.purpose !== 'handOver' || link.closedAt !== undefined || now() > link.expiresAt)
          return undefined;
        return await reader.account(link.username);
      });
    },
  };
}

function newCode(): string {
  return Array.from({ length: BROWSER_CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join(
    '',
  );
}

/** Found only by those who have both the app's secret and the code from the browser. */
function linkHash(flow: string, code: string): string {
  return digestOf(`provider ${flow} ${code}`);
}
