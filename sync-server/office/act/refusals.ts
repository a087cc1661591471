import type { Endpoint } from '../../../domain/protocol/endpoint.ts';
import {
  operationsOf,
  type OperationDetails,
  type OperationName,
} from '../../../domain/protocol/endpoints/office/operations.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import type { AccountEvent, AccountReader, AccountTransaction } from '../../storage/contract/accounts.ts';
import type { Storage } from '../../storage/contract/storage.ts';

/** For want of a right, or since nobody does it to themselves. */
export type WhyRefused = Extract<OperationName<'why'>, 'right' | 'own'>;

/**
 * Puts it into the register of operations that somebody asked for an act of the office to which they have no right, or, `own`, for one on themselves
 * which nobody does for themselves.
 */
export type NoteRefusal = (who: SignedIn, endpoint: Endpoint, why?: WhyRefused) => Promise<void>;

/** How long one refusal stands for all that are like it, milliseconds. */
const ONE_FOR = 3_600_000;
/** Refusals that are noted of one account in that time: whoever tries for hours fills no disk. */
const MOST = 10;
/** How far back among the operations of an account refusals are looked for. */
const LOOKED_AT = 100;

/** Notes refusals in a transaction of their own: what was refused has written nothing. */
export function createNoteRefusal({
  storage,
  now,
}: {
  readonly storage: Pick<Storage, 'accounts'>;
  readonly now: () => number;
}): NoteRefusal {
  return async ({ school, username, device }, endpoint, why = 'right') => {
    const attempted = operationsOf(endpoint);
    // What only reads is no act.
    if (attempted === undefined) return;
    const details = { attempted, why, device } as const;
    const refusal = refusalEvent({ at: now(), school, by: username }, username, details);
    // Most of what is refused often is known: it does not wait for those who write.
    if (!(await storage.accounts.read((reader) => isNews(reader, refusal)))) return;
    await storage.accounts.transaction((transaction) => addRefusal(transaction, refusal));
  };
}

/** Adds a refusal to the register, unless one like it, or very many, have just been added. */
export async function addRefusal(accounts: AccountTransaction, refusal: AccountEvent): Promise<void> {
  if (await isNews(accounts, refusal)) await accounts.addEvent(refusal);
}

/** The refusal of an act as the register keeps it. It says nothing of what the act was to write. */
export function refusalEvent(
  { at, school, by }: Pick<AccountEvent, 'at' | 'school'> & { readonly by: string },
  username: string,
  details: OperationDetails & { readonly why: OperationName<'why'> },
): AccountEvent {
  return { at, school, username, by, act: 'actRefused', details };
}

async function isNews(
  reader: AccountReader,
  { school, username, by, at, details }: AccountEvent,
): Promise<boolean> {
  const events = await reader.events({ school, username, limit: LOOKED_AT });
  const refused = events.filter((event) => event.act === 'actRefused' && event.at > at - ONE_FOR);
  const isKnown = refused.some(
    (event) =>
      event.by === by &&
      event.details['attempted'] === details['attempted'] &&
      event.details['why'] === details['why'],
  );
  return !isKnown && refused.length < MOST;
}
