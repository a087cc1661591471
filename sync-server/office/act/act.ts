import { randomBytes } from 'node:crypto';
import type { OfficeDuty } from '../../../domain/access/office-duty.ts';
import { toEntryId, toInstant, type SchoolId } from '../../../domain/base/ids.ts';
import { fail } from '../../../domain/base/result.ts';
import type { Endpoint } from '../../../domain/protocol/endpoint.ts';
import { operationsOf, type OperationDetails } from '../../../domain/protocol/endpoints/office/operations.ts';
import { closedYearChanged } from '../../../domain/entries/closed-years.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { RequestFailure } from '../../base/request-failure.ts';
import type { SchoolTransaction } from '../../storage/contract/storage.ts';
import { createAftermath } from '../../identity/accounts/account-change.ts';
import { addRefusal, refusalEvent } from './refusals.ts';
import { createRosterWriter, type RosterWriter } from './roster-writer.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { requireSchoolSession } from '../../identity/accounts/still-signed-in.ts';
import {
  FOR_THE_OFFICE,
  officeAt,
  officeEvent,
  type Office,
  type OfficeAct,
  type OfficeContext,
  type RunAct,
  type Wanted,
} from './office.ts';

/** What the frame works with. */
interface ActContext extends Pick<
  OfficeContext,
  'storage' | 'snapshots' | 'now' | 'postOffice' | 'onEnded' | 'onAccountChanged'
> {
  /** Told of the records that an act has written, so that connected devices learn of them. */
  readonly onWritten: (school: SchoolId, records: readonly RegisterRecord[]) => void;
}

/** What an act would be noted as. */
type Attempted = Pick<OperationDetails, 'attempted'>;

/** The frame that every act of the office runs in. */
export function createOfficeFrame(context: ActContext): RunAct {
  const { storage, now, onWritten } = context;
  const writer = createRosterWriter(now);

  const begin = async (
    records: SchoolTransaction,
    who: SignedIn,
    { duty }: Pick<Endpoint, 'duty'>,
    attempted: Attempted,
  ) => {
    const office = await officeIn(context, records, who, duty);
    const { after, ...aftermath } = createAftermath(context);
    const told: (() => void)[] = [aftermath.tell];
    const { accounts } = records;
    const act: OfficeAct = {
      ...office,
      who,
      records,
      accounts,
      after,
      async write(wanted) {
        const signed = wanted.map((record) => signedBy(act, record));
        await refuseInClosedYear(act, writer, signed);
        const written = await writer.write(records, office.school, signed);
        if (written.length > 0) told.push(() => onWritten(office.school, written));
      },
      note: async (username, operation, details) =>
        await accounts.addEvent(officeEvent(office, username, operation, details)),
      async refuse(username, why) {
        const refusal = refusalEvent(office, username, { ...attempted, why, device: who.device });
        await addRefusal(accounts, refusal);
      },
      afterwards: (tell) => told.push(tell),
    };
    const conclude = async () => await aftermath.conclude(accounts);
    return { act, conclude, tell: () => told.forEach((tell) => tell()) };
  };

  return async (who, endpoint, work) => {
    const attempted = operationsOf(endpoint);
    try {
      const { value, tell } = await storage.transaction(who.school, async (records) => {
        const {
          act,
          conclude,
          tell: own,
        } = await begin(records, who, endpoint, attempted === undefined ? {} : { attempted });
        const result = await work(act);
        // What was written on the way to a failure goes with the transaction.
        if (!result.ok) throw new RequestFailure(result.failure);
        await conclude();
        return { value: result, tell: own };
      });
      tell();
      return value;
    } catch (error) {
      if (error instanceof RequestFailure) return fail(error.failure);
      throw error;
    }
  };
}

/** The office as it is in the transaction that acts: whoever was blocked, or has left it, while an act was prepared has not acted. */
async function officeIn(
  { snapshots, now }: ActContext,
  records: SchoolTransaction,
  who: SignedIn,
  duty: OfficeDuty | undefined,
): Promise<Office> {
  await requireSchoolSession(records, who);
  const at = now();
  // Before anything is written: a snapshot that is kept must be of what stands.
  const snapshot = await snapshots.at(who.school, records);
  const office = officeAt(snapshot, who, at, duty);
  if (!office) throw new RequestFailure(FOR_THE_OFFICE);
  return office;
}

/** A school year that is closed takes nothing, from whichever act (D198); what is refused takes the act with it. */
async function refuseInClosedYear(
  { records, school, snapshot, at }: OfficeAct,
  writer: Pick<RosterWriter, 'check' | 'changesOf'>,
  wanted: readonly RegisterRecord[],
): Promise<void> {
  const years = [...snapshot.years.values()];
  const changes = await writer.changesOf(
    records,
    wanted.map((record) => writer.check(school, record)),
  );
  const isRefused = changes.some(
    ({ version, standing }) =>
      closedYearChanged(standing, version.record, years, toInstant(at)) !== undefined,
  );
  if (isRefused)
    throw new RequestFailure({
      kind: 'notPossible',
      message: 'The school year is closed',
      reason: 'yearClosed',
    });
}

function signedBy({ who, at }: OfficeAct, wanted: Wanted): RegisterRecord {
  const { receivedAt: _received, ...said } = wanted;
  const entry = toEntryId(uuidV7(at, randomBytes(10)));
  // Of the kind that was given, with the members that every record has.
  return { ...said, author: who.person, entry, recordedAt: toInstant(at) } as RegisterRecord;
}
