import { equalJson } from '../../../domain/base/canonical-json.ts';
import { toInstant } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { ok, fail, type Result } from '../../../domain/base/result.ts';
import type { NotPossibleReason } from '../../../domain/protocol/endpoints/account/account-reasons.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type {
  HandOverAnswer,
  HandOverConsent,
  HandOverRequest,
} from '../../../domain/protocol/endpoints/session/hand-over.ts';
import { DEFAULT_POLICIES } from '../../../domain/kinds/school/record.ts';
import { whenBlocked } from '../../../domain/kinds/when-blocked.ts';
import { digestOf } from '../../secrets/digest.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import { busy, passwordOff, wrongCredentials } from '../../identity/sessions/advance.ts';
import { CODE_RULES, PASSWORD_RULES } from '../../identity/tries/attempt-limits.ts';
import { deviceLabel } from '../../identity/accounts/authenticate.ts';
import { isPasswordOff } from '../../identity/accounts/sign-in-policies.ts';
import type { IdentityContext } from '../../identity/accounts/identity-context.ts';
import { loginName, noteFailure } from '../../identity/sessions/sign-in.ts';
import type { ProviderSignIn } from '../../identity/providers/provider-sign-in.ts';
import { createRoom, isTooDeep } from './room.ts';

/** Puts entries of a blocked account aside for the office; opens no session and reads nothing out (docs/adr/0009). */
export type ReceiveHandOver = (
  request: HandOverRequest,
  address: string,
) => Promise<Result<HandOverAnswer, Failure>>;

/** What receiving works with. */
export interface ReceiveContext extends Pick<
  IdentityContext,
  'storage' | 'snapshots' | 'hasProvider' | 'passwords' | 'tries' | 'now'
> {
  /** Absent where the server has no provider of digital identities. */
  readonly provider?: Pick<ProviderSignIn, 'consentOf'> | undefined;
}

/**
 * Checks the consent like a sign-in, with the same limits on tries. Answers the same to a wrong password, to an unknown name and to an
 * account that is not blocked: that one signs in and sends its entries itself.
 */
export function createReceiveHandOver(context: ReceiveContext): ReceiveHandOver {
  const { storage, snapshots, passwords, tries, now, provider } = context;
  return async ({ username: typed, consent, device, entries }, address) => {
    const name = loginName(typed);
    const owner = async () =>
      'password' in consent ? await byPassword(name, consent.password) : await byProvider(name, consent);
    // Who guesses codes is counted under the secret of the app, as at a sign-in by the provider.
    const limited =
      'password' in consent
        ? { name, address, rules: PASSWORD_RULES }
        : { name: digestOf(consent.flow), address, rules: CODE_RULES };
    if (isTooDeep(entries)) return fail({ kind: 'badRequest', message: 'A record is nested too deeply' });
    return await tries(limited, async () => {
      const found = await owner();
      return found.ok ? ok(await putAside(found.value, device, entries)) : found;
    });
  };

  async function byPassword(name: string, password: string): Promise<Result<Account, Failure>> {
    const found = await storage.accounts.read(async (reader) => {
      const account = await reader.account(name);
      return account && { account, profile: await reader.profile(account.profile) };
    });
    const isRight = await passwords.verify(password, found?.profile?.password.hash);
    if (isRight === undefined) return fail(busy);
    if (isRight && found?.account.state === 'blocked')
      return (await opensNothing(found.account)) ? fail(passwordOff) : ok(found.account);
    await noteFailure(context, found?.account);
    return fail(wrongCredentials);
  }

  /** Whether the school lets this account in by the provider alone: then its password is no consent either. */
  async function opensNothing(account: Account): Promise<boolean> {
    const { school, person, kind } = account;
    const snapshot = await storage.read(school, (reader) => snapshots.at(school, reader));
    const roles = snapshot.people.get(person)?.roles ?? [];
    const appointments = snapshot.appointmentsOn(person, dayOfInstant(toInstant(context.now())));
    return isPasswordOff(context, snapshot.school?.policies ?? DEFAULT_POLICIES, {
      kind,
      roles,
      appointments,
    });
  }

  async function byProvider(
    name: string,
    proof: Extract<HandOverConsent, { readonly flow: string }>,
  ): Promise<Result<Account, Failure>> {
    const account = await provider?.consentOf(proof);
    if (!account) return fail({ kind: 'wrongCode', message: 'Wrong code' });
    // The code was right: whoever holds it may know what is the matter, and has guessed nothing.
    if (account.username !== name) return fail(notPossible('otherAccount'));
    return account.state === 'blocked' ? ok(account) : fail(notPossible('notBlocked'));
  }

  async function putAside(
    { school, username }: Account,
    device: HandOverRequest['device'],
    entries: HandOverRequest['entries'],
  ): Promise<HandOverAnswer> {
    const at = now();
    const label = deviceLabel({ deviceId: device.id, deviceName: device.name });
    return await storage.accounts.transaction(async (transaction) => {
      const taken: HandOverAnswer['taken'][number][] = [];
      const left: NonNullable<HandOverAnswer['left']>[number][] = [];
      const room = createRoom(await transaction.handedOverWeight(username, school));
      let added = 0;
      for (const { entry, collection, record, assumed } of entries) {
        const id = `${username}/${entry}`;
        const known = await transaction.handedOver(id);
        const isKnown = known !== undefined;
        // Other content under the name of what is here already must not pass for put aside.
        const isOther = isKnown && !equalJson(known.record, record);
        const bound = isOther ? 'malformed' : isKnown ? undefined : room.take({ record, assumed });
        if (bound !== undefined) {
          left.push({ entry, reason: bound });
          continue;
        }
        taken.push(entry);
        if (isKnown || whenBlocked(record['kind']) === 'dropped') continue;
        const named = { device: label, deviceId: device.id };
        const parts = { id, school, username, ...named, entry, collection, record, assumed };
        await transaction.saveHandedOver({ ...parts, at, state: 'waiting' });
        added += 1;
      }
      if (added > 0)
        await transaction.addEvent({ at, school, username, act: 'handedOver', details: { entries: added } });
      return left.length > 0 ? { taken, left } : { taken };
    });
  }
}

function notPossible(reason: Extract<NotPossibleReason, 'otherAccount' | 'notBlocked'>): Failure {
  return { kind: 'notPossible', message: 'Not this account', reason };
}
