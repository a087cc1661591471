import { setTimeout } from 'node:timers/promises';
import { ok, type Result } from '../../../domain/base/result.ts';
import type { RecoveryAnswer, RecoveryRequest } from '../../../domain/protocol/endpoints/account/account.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import {
  maskEmailAddress,
  maskWholeAddress,
  parseEmailAddress,
} from '../../../domain/people/email-address.ts';
import { plainName } from '../../../domain/people/username.ts';
import type { Account, AccountReader } from '../../storage/contract/accounts.ts';
import { changeAccounts } from '../accounts/account-change.ts';
import { mailFactsOf, mailTo } from '../../mail/mail-facts.ts';
import { secondsToNextMail } from '../accounts/pending-email.ts';
import { countingDataOf } from '../proofs/record-data.ts';
import { RECOVERY_RULES } from '../tries/attempt-limits.ts';
import { identityOf } from '../accounts/identity.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { findByLogin, firstThatOpens } from '../sessions/sign-in.ts';
import type { RecoveryChoices } from './recovery-choices.ts';

/** Asks for a new password without being signed in, from an address. */
export type Recover = (request: RecoveryRequest, from: string) => Promise<Result<RecoveryAnswer, Failure>>;

/** What recovery works with. */
export interface RecoveryContext extends IdentityContext {
  readonly choices: RecoveryChoices;
  /** No answer comes earlier: what is done for a name that exists takes far less. */
  readonly leastRecoveryMs: number;
}

const nothing: RecoveryAnswer = { choices: [] };

/**
 * A forgotten password, by a confirmed address (S16) or by one of the addresses in the school's record (S18, S19). What is answered, and
 * when, is the same whether or not there is such a name, address or choice.
 */
export function createRecover(context: RecoveryContext): Recover {
  const { storage, choices, now } = context;

  return async (request, from) => {
    const name = `recovery of ${request.kind === 'byEmail' ? addressOf(request) : nameOf(request.name)}`;
    const counts = () => true;
    return await context.tries({ name, address: from, rules: RECOVERY_RULES, counts }, async () => {
      const [answer] = await Promise.all([answerTo(request), setTimeout(context.leastRecoveryMs)]);
      return ok(answer);
    });
  };

  async function answerTo(request: RecoveryRequest): Promise<RecoveryAnswer> {
    if (request.kind === 'byEmail') {
      const address = addressOf(request);
      const found = await storage.accounts.read((reader) => findByLogin(reader, address));
      const isTheirs = found?.profile.email?.address === address;
      if (isTheirs) await send(await firstThatOpens(context, found), address);
      return nothing;
    }
    const name = nameOf(request.name);
    const account = await storage.accounts.read((reader) => findByName(reader, name));
    const addresses = account ? await recordedAddresses(account) : undefined;
    if (request.kind === 'addresses') {
      if (!addresses) return { choices: choices.inventedFor(name) };
      const offer = (address: string) => ({
        choice: choices.nameOf(name, address),
        masked: maskWholeAddress(address),
      });
      return { choices: addresses.map(offer) };
    }
    const chosen = addresses?.find((address) => choices.isChosen(name, address, request.choice));
    if (account && chosen !== undefined) await send(account, chosen);
    return nothing;
  }

  /** The addresses of the school's record that count for the account's person; none for an account that would not open. */
  async function recordedAddresses(account: Account): Promise<readonly string[]> {
    const identity = await identityOf(context, account);
    return identity ? (await countingDataOf(context, account)).emails : [];
  }

  /** Sends a link to an address, unless it would lead to an account that does not open. */
  async function send(found: Account, address: string): Promise<void> {
    const { username, school } = found;
    if (!(await identityOf(context, found))) return;
    const facts = await mailFactsOf(context, found);
    await changeAccounts(context, async (transaction) => {
      const account = await transaction.account(username);
      const profile = account && (await transaction.profile(account.profile));
      if (!profile || account.state === 'blocked') return;
      if ((await secondsToNextMail(transaction, profile.id, 'resetPassword', now())) > 0) return;
      const target = { purpose: 'resetPassword', profile: profile.id, username, address } as const;
      const link = await context.links.issue(transaction, target);
      await context.postOffice.queue(transaction, {
        ...mailTo(account, address),
        kind: 'resetPassword',
        values: { ...facts, link },
      });
      // Whoever has confirmed an address hears of it before anything happens: the other one may be wrong, or somebody else's.
      if (profile.email && profile.email.address !== address)
        await context.postOffice.queue(transaction, {
          ...mailTo(account, profile.email.address),
          kind: 'recoveryAsked',
          values: { ...facts, address: maskEmailAddress(address) },
        });
      await transaction.addEvent({ at: now(), school, username, act: 'recoveryAsked', details: {} });
    });
  }
}

function addressOf({ address }: { readonly address: string }): string {
  return parseEmailAddress(address) ?? 'no address';
}

/** The one spelling of a username or school pass. */
function nameOf(typed: string): string {
  return plainName(typed) ?? typed.trim();
}

/** The account of a username or school pass (S14, S18); never of an address. */
async function findByName(reader: AccountReader, name: string): Promise<Account | undefined> {
  return (await reader.account(name)) ?? (await reader.accountByPass(name));
}
