import { toInstant } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { AccountView } from '../../../domain/protocol/endpoints/account/account.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import { mustHaveSecondFactor, policiesOf } from '../accounts/sign-in-policies.ts';
import { mayAct } from '../proofs/target-of.ts';
import { recordDataOf } from '../proofs/record-data.ts';
import { digestOf, newsOf } from '../proofs/record-trust.ts';
import type { SignedIn } from '../accounts/authenticate.ts';
import { identityOf } from '../accounts/identity.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { DEFAULT_LANGUAGE } from '../../mail/message.ts';
import { isReached } from './devices.ts';
import { noSuchAccount, ownProfile } from '../accounts/own-account.ts';
import { pendingEmailOf } from '../accounts/pending-email.ts';
import { sessionsByDevice, type DeviceSessions } from '../accounts/sessions-of-device.ts';

/** What the owner of an account sees of it. */
export type ViewAccount = (actor: SignedIn) => Promise<Result<AccountView, Failure>>;

/** Sessions that ended longer ago are not listed. */
const ENDED_SHOWN_MS = 90 * 86_400_000;
const DEVICES_SHOWN = 200;

/** Reads what the owner of an account sees of it: address, second factor, devices of all accounts of the profile (D40). */
export function createViewAccount(context: IdentityContext): ViewAccount {
  const { storage, now } = context;
  return async (actor) => {
    const found = await storage.accounts.read(async (reader) => {
      const own = await ownProfile(reader, actor.username);
      if (!own) return undefined;
      const accounts = await reader.accountsOfProfile(own.profile.id);
      return {
        ...own,
        pending: await pendingEmailOf(reader, own.profile, now()),
        picture: await reader.picture(actor.username),
        sessions: await reader.sessionsOf(accounts.map(({ username }) => username)),
      };
    });
    const identity = found && (await identityOf(context, found.account));
    if (!found || !identity) return fail(noSuchAccount);
    const { account, profile, pending, picture } = found;
    const { ok: isWhole } = await mayAct(context, actor, 'ruleProfile');
    const sessions = found.sessions.filter((session) => isReached(session, actor, isWhole));
    const { email, secondFactor, password } = profile;
    const isEnabled = secondFactor?.confirmedAt !== undefined;
    const required = mustHaveSecondFactor(await policiesOf(context, account), identity);
    return ok({
      username: account.username,
      kind: account.kind,
      schoolPass: account.schoolPass,
      ...(email && { email: { address: email.address, confirmedAt: toInstant(email.confirmedAt) } }),
      ...(pending && {
        pendingEmail: {
          address: pending.address,
          since: toInstant(pending.since),
          expiresAt: toInstant(pending.expiresAt),
          resendAt: toInstant(pending.resendAt),
        },
      }),
      passwordSetAt: toInstant(password.setAt),
      secondFactor: {
        enabled: isEnabled,
        required,
        recoveryCodesLeft: isEnabled ? secondFactor.recoveryCodes.length : 0,
      },
      language: profile.language ?? DEFAULT_LANGUAGE,
      ...(await recordChangeOf(context, account)),
      hasPicture: picture !== undefined,
      devices: sessionsByDevice(sessions, actor.session)
        .filter(({ shown, lastUsedAt }) => shown.endReason === null || lastUsedAt > now() - ENDED_SHOWN_MS)
        .slice(0, DEVICES_SHOWN)
        .map((device) => deviceOf(device, actor.session)),
    });
  };
}

/** What of the school's record waits for the owner's word. */
async function recordChangeOf(
  context: Pick<IdentityContext, 'storage' | 'snapshots'>,
  { school, person }: Account,
): Promise<Pick<AccountView, 'recordChange'>> {
  const change = await context.storage.accounts.read((reader) => reader.recordChange(school, person));
  if (!change) return {};
  const news = newsOf(change, await recordDataOf(context, { school, person }));
  const { fiscalCode, emails } = news;
  const code = fiscalCode === undefined ? {} : { fiscalCode };
  const digest = digestOf(change, news);
  return { recordChange: { at: toInstant(change.at), digest, ...code, emails: [...emails] } };
}

function deviceOf(
  { shown: { id, deviceName, username, createdAt, endReason }, lastUsedAt }: DeviceSessions,
  current: string,
): AccountView['devices'][number] {
  return {
    session: id,
    name: deviceName,
    username,
    signedInAt: toInstant(createdAt),
    lastUsedAt: toInstant(lastUsedAt),
    current: id === current,
    ...(endReason === null ? {} : { ended: endReason }),
  };
}
