import type { HandOverBound, HandOverRequest } from '../../../domain/protocol/endpoints/session/hand-over.ts';
import { SYNC_LIMITS } from '../../../domain/protocol/endpoints/register/sync.ts';
import { findFault } from '../../base/plain-text.ts';
import type { Weight } from '../../storage/contract/accounts.ts';

/** A device holds a few weeks of a teacher's work at most; more waits there until the office has decided. */
const OF_ACCOUNT: Weight = { entries: 2000, bytes: 8_000_000 };
/** Ten teachers who leave at once, each with all that one may hand over: one blocked account leaves room for the others. */
const OF_SCHOOL: Weight = { entries: 20_000, bytes: 80_000_000 };

type Content = Pick<HandOverRequest['entries'][number], 'record' | 'assumed'>;

/** How much more may wait for the office. */
export interface Room {
  /** Takes room for an entry, or says which bound it meets. */
  take(entry: Content): HandOverBound | undefined;
}

/** The room that what waits already has left. An entry may be as large as a row of a synchronisation, and the state that it assumes too. */
export function createRoom({ account, school }: Readonly<Record<'account' | 'school', Weight>>): Room {
  let added: Weight = { entries: 0, bytes: 0 };
  const isFull = (before: Weight, most: Weight, bytes: number) =>
    before.entries + added.entries + 1 > most.entries || before.bytes + added.bytes + bytes > most.bytes;
  return {
    take({ record, assumed }) {
      const sizes = [record, assumed].map((content) => Buffer.byteLength(JSON.stringify(content)));
      if (sizes.some((size) => size > SYNC_LIMITS.rowBytes)) return 'tooLarge';
      if (findFault([record, assumed])) return 'malformed';
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      if (isFull(account, OF_ACCOUNT, bytes)) return 'accountFull';
      if (isFull(school, OF_SCHOOL, bytes)) return 'schoolFull';
      added = { entries: added.entries + 1, bytes: added.bytes + bytes };
      return undefined;
    },
  };
}

/** Whether a record is nested beyond all measure: no device writes that, and the database would not take it. */
export function isTooDeep(entries: readonly Content[]): boolean {
  return entries.some(({ record, assumed }) => hasTooDeep(record) || hasTooDeep(assumed));
}

function hasTooDeep(value: unknown): boolean {
  return findFault(value)?.kind === 'depth';
}
