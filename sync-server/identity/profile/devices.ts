import { readScope } from '../../../domain/access/bucket.ts';
import { toInstant } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { DeviceRecords } from '../../../domain/protocol/endpoints/account/account.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { COLLECTION_NAMES } from '../../../domain/record/collection-names.ts';
import type { AccountReader, PlacedSession } from '../../storage/contract/accounts.ts';
import { TO_THE_END } from '../../storage/contract/storage.ts';
import { actorOf } from '../../school/actor.ts';
import { mayAct } from '../proofs/target-of.ts';
import type { SignedIn } from '../accounts/authenticate.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { changeOwnAccount } from '../accounts/account-change.ts';
import { noSuchAccount, ownProfile } from '../accounts/own-account.ts';
import { isSameDevice } from '../accounts/sessions-of-device.ts';

/** What the owner of a profile can do about its devices (D40). */
export interface Devices {
  /** Signs a device out from elsewhere, whichever of its sessions is named. */
  end(actor: SignedIn, session: string): Promise<Result<null, Failure>>;
  /** What could be on a device. */
  records(actor: SignedIn, session: string): Promise<Result<DeviceRecords, Failure>>;
}

/**
 * The devices of a profile: sessions of its own accounts alone; those of others are as if they did not exist. Those of the other accounts
 * of a portfolio are for a session that has proved something of the whole profile.
 */
export function createDevices(context: IdentityContext): Devices {
  const { storage, snapshots, now } = context;
  return {
    end: async (actor, session) => {
      const whole = await mayAct(context, actor, 'ruleProfile');
      const seen = whole.ok ? whole.value : undefined;
      return await changeOwnAccount(context, actor, seen, async (transaction, after) => {
        const found = await ownSession(transaction, actor, session);
        if (!found || !isReached(found, actor, whole.ok)) return fail(noSuchAccount);
        if (found.endReason !== null) return ok(null);
        // The computer is signed out, not one of its sessions: what it left behind at an earlier start would let it in as well.
        const left = (await transaction.sessionsOf([found.username])).filter(
          (each) => each.endReason === null && isSameDevice(each, found),
        );
        for (const { id } of left) await transaction.endSession(id, 'remote');
        after.ended(left);
        const { school, username, deviceName } = found;
        const details = { device: deviceName };
        const act = 'sessionEnded';
        await transaction.addEvent({ at: now(), school, username, by: actor.username, act, details });
        return ok(null);
      });
    },

    async records(actor, id) {
      const session = await storage.accounts.read((reader) => ownSession(reader, actor, id));
      const { ok: isWhole } = await mayAct(context, actor, 'ruleProfile');
      if (!session || !isReached(session, actor, isWhole)) return fail(noSuchAccount);
      return ok(
        await storage.read(session.school, async (reader) => {
          const reading = actorOf(await snapshots.at(session.school, reader), session, now());
          const buckets = reading ? readScope(reading) : [];
          const readableNow: DeviceRecords['readableNow'][number][] = [];
          for (const collection of COLLECTION_NAMES) {
            const seen = new Set<number>();
            for (const bucket of buckets) {
              const all = { collection, bucket, after: 0, limit: TO_THE_END };
              await reader.bucketRange(all, ({ sequence }) => seen.add(sequence).size > 0);
            }
            if (seen.size > 0) readableNow.push({ collection, records: seen.size });
          }
          const lastUsedAt = toInstant(session.lastUsedAt);
          return { session: id, lastUsedAt, readableNow, buckets: [...buckets] };
        }),
      );
    },
  };
}

/** Whether a session is of the actor's own account, or what was proved is about all accounts of the profile. */
export function isReached({ username }: PlacedSession, actor: SignedIn, isWhole: boolean): boolean {
  return isWhole || username === actor.username;
}

async function ownSession(
  reader: AccountReader,
  actor: SignedIn,
  id: string,
): Promise<PlacedSession | undefined> {
  const own = await ownProfile(reader, actor.username);
  if (!own) return undefined;
  const accounts = await reader.accountsOfProfile(own.profile.id);
  const sessions = await reader.sessionsOf(accounts.map(({ username }) => username));
  return sessions.find((session) => session.id === id);
}
