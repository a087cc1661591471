import type { EntryId, PersonId } from '../../../../domain/base/ids.ts';
import { kindOf, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { WriteFacts } from '../../../../domain/school/write-facts.ts';
import { inOwnClass, type OwnClasses } from './in-own-class.ts';
import { othersIn, ownPart } from './own-part.ts';

/** A record that the device holds in another version than the store. */
export interface Differing {
  readonly collection: CollectionName;
  readonly held: RegisterRecord;
  readonly stands: RegisterRecord | null;
}

/** What has to be known of the school around what is sent again. */
export interface SchoolAround {
  readonly ownClasses: OwnClasses;
  readonly factsOf: (record: RegisterRecord) => WriteFacts;
}

interface Found {
  /** What goes out again, in an order in which the server can take it. */
  readonly again: readonly JournalEntry[];
  /** Of which there is something of colleagues alone, whose devices bring it. */
  readonly ofColleagues: readonly Differing[];
}

/**
 * What a person sends again of what a store put back has lost: their own part of each record, and whole what their own records stand on, whoever wrote that. Without
 * its column a grade would be refused until the column's author comes back, who may never do so.
 */
export function sentAgain(
  lost: readonly Differing[],
  tools: {
    readonly me: PersonId;
    readonly newEntry: () => EntryId;
    readonly around: SchoolAround;
    /** What waits on this device, and goes out as well. */
    readonly waiting: readonly JournalEntry[];
    /** All that the device has, by {@link keyOf}. */
    readonly local: ReadonlyMap<string, RegisterRecord>;
  },
): Found {
  const { me, newEntry, around, waiting, local } = tools;
  const own: JournalEntry[] = [];
  const others: Differing[] = [];
  for (const one of lost) {
    const assumed = ancestorOf(one);
    const part = ownPart(one.held, assumed, me, newEntry);
    if (part === undefined) others.push(one);
    else own.push(entryOf(one, inOwnClass(part, [one.held, one.stands], around.ownClasses), assumed));
  }
  const stoodOn = new Set([...own, ...waiting].flatMap(keyBelow));
  const isStoodOn = (one: Differing) =>
    one.stands === null && stoodOn.has(keyOf(one.collection, one.held.id));
  const below = others
    .filter(isStoodOn)
    .map((one) => entryOf(one, { ...one.held, author: me, entry: newEntry() }, null));
  return {
    again: [...below, ...own],
    ofColleagues: others.filter((one) => !isStoodOn(one) && othersIn(one.held, one.stands, me).length > 0),
  };

  function entryOf(one: Differing, record: RegisterRecord, assumed: RegisterRecord | null): JournalEntry {
    const { collection } = one;
    const { receivedAt: _arrived, backdated: _marked, ...version } = asKnown(one.held, record);
    return { entry: record.entry, collection, record: version, assumed };
  }

  /** The record with what the server knew of the version that it has lost. */
  function asKnown(before: RegisterRecord, record: RegisterRecord): RegisterRecord {
    const kind = kindOf(record);
    if (!kind.sentAgain) return record;
    const key = kind.standsOn?.(before);
    const below = key === undefined ? undefined : local.get(keyOf(kind.collection, key));
    return kind.sentAgain(record, before, { facts: around.factsOf(before), below });
  }
}

/** The state of the store that a lost version came from; null where colleagues have written on since the store was put back. */
export function ancestorOf({ held, stands }: Pick<Differing, 'held' | 'stands'>): RegisterRecord | null {
  return stands && (stands.receivedAt ?? '') < (held.receivedAt ?? held.recordedAt) ? stands : null;
}

/** The name of a record among those of all collections. */
export function keyOf(collection: CollectionName, id: string): string {
  return `${collection}/${id}`;
}

/** The record without which the one of an entry is none. */
function keyBelow({ collection, record }: JournalEntry): readonly string[] {
  const below = kindOf(record).standsOn?.(record);
  return below === undefined ? [] : [keyOf(collection, below)];
}
