import { kindOfBefore } from '../../../../domain/kinds/held-kinds.ts';
import type { AccountEvents } from '../../../../domain/protocol/endpoints/account/account-events.ts';

type Details = AccountEvents['events'][number]['details'];

/** Details under the names of today: the register of operations is never rewritten, and has named the collection in the place of the kind. */
export function detailsOfToday(noted: Details): Details {
  const { collection, ...details } = noted;
  const recordKind = typeof collection === 'string' ? kindOfBefore(collection) : undefined;
  return recordKind === undefined ? noted : { recordKind, ...details };
}
