import type { AccountEvents } from '../../../../domain/protocol/endpoints/account/account-events.ts';
import type { Operation } from '../../../../domain/protocol/endpoints/office/operations.ts';

/** What an operation may be about, where that is no account. */
type OperationObject =
  'year' | 'rules' | 'contacts' | 'subject' | 'register' | 'leavers' | 'paper' | 'substitution';

/** Operations that are about no account: they are kept under the one of whoever did them. */
const OF_SCHOOL: Readonly<Partial<Record<Operation, OperationObject>>> = {
  yearClosed: 'year',
  yearReopened: 'year',
  rulesChanged: 'rules',
  contactsChanged: 'contacts',
  subjectSaid: 'subject',
  missingSetAside: 'register',
  leaversBlocked: 'leavers',
};
/** Those that are about somebody, and are kept under the clerk's own account where that person has none. */
const OF_PERSON: Readonly<Partial<Record<Operation, OperationObject>>> = {
  paperWritten: 'paper',
  paperEnded: 'paper',
  paperCorrected: 'paper',
  paperCancelled: 'paper',
  substitutionAssigned: 'substitution',
  substitutionCancelled: 'substitution',
};

/** What an operation is about that is not about the account under which it is kept; undefined where it is about that account. */
export function operationObject({
  act,
  by,
  username,
}: Pick<AccountEvents['events'][number], 'act' | 'by' | 'username'>): OperationObject | undefined {
  if (isIn(OF_SCHOOL, act)) return OF_SCHOOL[act];
  return by === username && isIn(OF_PERSON, act) ? OF_PERSON[act] : undefined;
}

function isIn<T extends object>(table: T, act: string): act is Extract<keyof T, string> {
  return Object.hasOwn(table, act);
}
