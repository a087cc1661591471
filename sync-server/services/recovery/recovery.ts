import { setTimeout } from 'node:timers/promises';
import { ok, type Result } from '../../../domain/base/result.ts';
import type { RecoveryAnswer, RecoveryRequest } from '../../../domain/protocol/account.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { maskEmailAddress, parseEmailAddress } from '../../../domain/rules/email-address.ts';
import { parseUsername } from '../../../domain/rules/username.ts';
import type { Account, AccountReader } from '../../storage/accounts.ts';
import { changeAccounts } from '../profile/account-change.ts';
import { mailFactsOf, mailTo } from '../profile/mail-facts.ts';
import { hasHadTheDaysMails } from '../profile/pending-email.ts';
import { RECOVERY_RULES } from '../session/attempt-limits.ts';
import type { IdentityContext } from '../session/session-context.ts';
import { findByLogin } from '../session/sign-in.ts';
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
  const { storage, directory, choices, now } = context;

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
      if (isTheirs) await send(found.account, address);
      return nothing;
    }
    const name = nameOf(request.name);
    const account = await storage.accounts.read((reader) => findByName(reader, name));
    const addresses = account ? await recordedAddresses(account) : undefined;
    if (request.kind === 'addresses') {
      if (!addresses) return { choices: choices.inventedFor(name) };
      const offer = (address: string) => ({
        choice: choices.nameOf(name, address),
        masked: maskEmailAddress(address),
      });
      return { choices: addresses.map(offer) };
    }
    const chosen = addresses?.find((address) => choices.isChosen(name, address, request.choice));
    if (account && chosen !== undefined) await send(account, chosen);
    return nothing;
  }

  /** The addresses that the school's record of the account's person holds; none for a blocked account. */
  async function recordedAddresses({ school, person, state }: Account): Promise<readonly string[]> {
    if (state === 'blocked') return [];
    const snapshot = await storage.read(school, (reader) => directory.at(school, reader));
    const read = (snapshot.emailsOf.get(person) ?? []).map(parseEmailAddress);
    return [...new Set(read.filter((address) => address !== undefined))];
  }

  async function send(found: Account, address: string): Promise<void> {
    const { username, school } = found;
    const facts = await mailFactsOf(context, found);
    await changeAccounts(context, async (transaction) => {
      const account = await transaction.account(username);
      if (!account || account.state === 'blocked') return;
      const { profile } = account;
      if (await hasHadTheDaysMails(transaction, profile, 'resetPassword', now())) return;
      const target = { purpose: 'resetPassword', profile, username, address } as const;
      const link = await context.links.issue(transaction, target);
      await context.postOffice.queue(transaction, {
        ...mailTo(account, address),
        kind: 'resetPassword',
        values: { ...facts, link },
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
  return parseUsername(typed)?.username ?? typed.replaceAll(/\s/g, '').toUpperCase();
}

/** The account of a username or school pass (S14, S18); never of an address. */
async function findByName(reader: AccountReader, name: string): Promise<Account | undefined> {
  return (await reader.account(name)) ?? (await reader.accountByPass(name));
}
