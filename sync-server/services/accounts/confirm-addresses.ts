import { randomBytes } from 'node:crypto';
import { toEntryId, toInstant, type PersonId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { ActReport } from '../../../domain/protocol/office-accounts.ts';
import type { PersonalData } from '../../../domain/records/personal-data.ts';
import { RosterMoved } from '../../roster/roster-store.ts';
import { createRosterStore, type RosterStoreOptions } from '../roster-store.ts';
import type { SignedIn } from '../session/authenticate.ts';
import { actOnEach } from './act-report.ts';
import { officeEvent, officeOf, requireOffice, type OfficeContext } from './office.ts';

/** A clerk's word that the addresses of these accounts' people are theirs: from then on credentials may go there. */
export type ConfirmAddresses = (
  who: SignedIn,
  usernames: readonly string[],
) => Promise<Result<ActReport, Failure>>;

/** Takes the mark off addresses that an import could not be sure of; one more version of the personal data, in the clerk's name. */
export function createConfirmAddresses(
  context: OfficeContext,
  onWritten: NonNullable<RosterStoreOptions['onWritten']>,
): ConfirmAddresses {
  const store = createRosterStore(context.storage, { now: context.now, onWritten });
  return async (who, usernames) => {
    const found = await officeOf(context, who);
    if (!found.ok) return found;
    const office = found.value;
    const { records, version } = await store.readRoster(office.school);
    const waiting = new Map<PersonId, PersonalData>(
      records.flatMap((record) =>
        record.kind === 'personalData' && record.unconfirmedEmails !== undefined
          ? [[record.person, record] as const]
          : [],
      ),
    );
    const confirmed = new Map<PersonId, PersonalData>();
    const events: string[] = [];
    const report = await context.storage.accounts.transaction((transaction) =>
      actOnEach(transaction, office, usernames, async ({ username, person }) => {
        const data = waiting.get(person);
        if (!data) return 'noAddress';
        const { unconfirmedEmails: _confirmed, receivedAt: _received, ...kept } = data;
        const entry = toEntryId(uuidV7(office.at, randomBytes(10)));
        confirmed.set(person, { ...kept, author: who.person, entry, recordedAt: toInstant(office.at) });
        events.push(username);
        return await Promise.resolve('done');
      }),
    );
    try {
      if (confirmed.size > 0)
        await store.write(office.school, [...confirmed.values()], version, (transaction) =>
          requireOffice(context, transaction, who),
        );
    } catch (error) {
      if (!(error instanceof RosterMoved)) throw error;
      return fail({ kind: 'unavailable', message: error.message, retryAfter: 5 });
    }
    await context.storage.accounts.transaction(async (transaction) => {
      for (const username of events)
        await transaction.addEvent(officeEvent(office, username, 'addressConfirmed'));
    });
    return ok(report);
  };
}
