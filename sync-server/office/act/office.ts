import { seesWholeSchool } from '../../../domain/access/actor.ts';
import { toInstant, type LocalDate, type SchoolId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Operation, OperationDetails } from '../../../domain/protocol/endpoints/office/operations.ts';
import type { PasswordCost } from '../../identity/passwords/password-hash.ts';
import type { Sealer } from '../../secrets/sealing.ts';
import { RequestFailure, valueOrFail } from '../../base/request-failure.ts';
import type { AccountEvent, AccountTransaction } from '../../storage/contract/accounts.ts';
import type { SchoolTransaction, Storage } from '../../storage/contract/storage.ts';
import { actorOf } from '../../school/actor.ts';
import type { Links } from '../../mail/links.ts';
import type { PostOffice } from '../../mail/post-office.ts';
import type { SchoolDirectory, SchoolSnapshot } from '../../school/school-directory.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { requireSchoolSession, requireSession } from '../../identity/accounts/still-signed-in.ts';

/** What the office's acts on accounts work with. */
export interface OfficeContext {
  readonly storage: Storage;
  readonly directory: SchoolDirectory;
  readonly now: () => number;
  readonly postOffice: PostOffice;
  readonly links: Links;
  /** Keeps the office's passwords readable until their first use. */
  readonly sealer: Sealer;
  readonly passwordCost: PasswordCost | undefined;
  /** Where browsers reach the server: printed on the letters. */
  readonly publicUrl: () => string;
  /** Told when a session has ended, so that its live connections are cut. */
  readonly onEnded: (school: SchoolId, session: string) => void;
  /** Told which sessions' accounts have changed, so that their devices ask again. */
  readonly onAccountChanged: (sessions: ReadonlySet<string>) => void;
}

/** An office at work: whose act it is, and the school as it is now. */
export interface Office {
  readonly school: SchoolId;
  /** The clerk's own account. */
  readonly by: string;
  readonly snapshot: SchoolSnapshot;
  readonly at: number;
  readonly today: LocalDate;
}

/** The office that a signed-in person works in; everybody but office and principal is refused, whatever they ask for. */
export async function officeOf(
  { storage, directory, now }: Pick<OfficeContext, 'storage' | 'directory' | 'now'>,
  who: SignedIn,
): Promise<Result<Office, Failure>> {
  const at = now();
  const snapshot = await storage.read(who.school, (reader) => directory.at(who.school, reader));
  const actor = actorOf(snapshot, who, at);
  if (!actor || !seesWholeSchool(actor)) return fail(FOR_THE_OFFICE);
  const today = dayOfInstant(toInstant(at));
  return ok({ school: who.school, by: who.username, snapshot, at, today });
}

/**
 * The office once more, in the transaction that acts: session and right are those of that moment, and so are records and time. Whoever was
 * blocked, or has left the office, while an act was prepared or waited for its turn has not acted.
 *
 * @throws RequestFailure `notSignedIn` or `forbidden`; the transaction that it is thrown in writes nothing
 */
export async function officeInTransaction(
  context: Pick<OfficeContext, 'storage' | 'directory' | 'now'>,
  transaction: AccountTransaction,
  who: SignedIn,
): Promise<Office> {
  await requireSession(transaction, who);
  return valueOrFail(await officeOf(context, who));
}

/** The same for what is written of the school itself. */
export async function requireOffice(
  { directory, now }: Pick<OfficeContext, 'directory' | 'now'>,
  transaction: SchoolTransaction,
  who: SignedIn,
): Promise<void> {
  await requireSchoolSession(transaction, who);
  const actor = actorOf(await directory.at(who.school, transaction), who, now());
  if (!actor || !seesWholeSchool(actor)) throw new RequestFailure(FOR_THE_OFFICE);
}

const FOR_THE_OFFICE: Failure = { kind: 'forbidden', message: 'For the office' };

/** An act of the office for the register of operations. */
export function officeEvent(
  { at, school, by }: Pick<Office, 'at' | 'school' | 'by'>,
  username: string,
  act: Operation,
  details: OperationDetails = {},
): AccountEvent {
  return { at, school, username, by, act, details };
}
