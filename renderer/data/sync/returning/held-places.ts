import type { PersonId } from '../../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import type { HeldEntry } from '../../../../domain/protocol/endpoints/register/sync.ts';
import { HELD_KINDS } from '../../../../domain/kinds/held-kinds.ts';
import { kindOf, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { inOwnClass, type OwnClasses } from './in-own-class.ts';
import { othersIn } from './own-part.ts';

/** Where a version is that the store may lack, once for each person who wrote something of it. */
export function placesOf(
  {
    held,
    stands,
  }: {
    readonly held: RegisterRecord;
    readonly stands: RegisterRecord | null;
  },
  placed: RegisterRecord,
  me: PersonId,
): readonly HeldEntry[] {
  const others = othersIn(held, stands, me);
  return (others.length > 0 ? others : [me]).flatMap((author) => placeOf(placed, author));
}

/** Where the state is that a waiting entry started from. */
export function basePlaceOf({ assumed }: JournalEntry, ownClasses: OwnClasses): readonly HeldEntry[] {
  return assumed ? placeOf(inOwnClass(assumed, [], ownClasses), assumed.author) : [];
}

/** Where a waiting entry is, to ask whether the store has it. */
export function ownPlaceOf({ record }: JournalEntry): readonly HeldEntry[] {
  return placeOf(record, record.author);
}

function placeOf(record: RegisterRecord, author: PersonId): readonly HeldEntry[] {
  const kind = HELD_KINDS.find((kind) => kind === record.kind);
  const { class: schoolClass, day } = kindOf(record).place(record);
  if (kind === undefined || schoolClass === undefined || day === undefined) return [];
  const { id, entry, recordedAt } = record;
  return [{ kind, id, entry, author, class: schoolClass, day, recordedAt }];
}
