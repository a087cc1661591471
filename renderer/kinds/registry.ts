import {
  allKinds,
  type kinds,
  type RecordKind,
  type RecordOfKind,
  type RegisterRecord,
} from '../../domain/kinds/registry.ts';
import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import { attendanceDay } from './attendance-day/words.ts';
import { conflictNotice } from './conflict-notice/words.ts';
import { lesson } from './lesson/words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';
import {
  textsOf,
  uncheckedPlace,
  type EntryText,
  type KindRoom,
  type KindWords,
  type Unchecked,
  type Words,
} from './words.ts';

/** The kinds that devices write: somebody reads of their entries before they have arrived, when they are refused, or are handed over. */
type WrittenKind = {
  [K in RecordKind]: 'device' extends (typeof kinds)[K]['writers'][number] ? K : never;
}[RecordKind];

/** Each of them as the pages know it: the compiler asks for that of a new kind. */
const rooms = { lesson, attendanceDay, conflictNotice } as const satisfies {
  readonly [K in WrittenKind]: KindRoom<RecordOfKind<K>>;
};

/** The texts of all kinds, and those that every kind is told with. */
export const kindTexts = [{ it, en }, ...Object.values(rooms).map(({ texts }) => texts)] as const;

const byName = new Map<unknown, KindWords<RegisterRecord>>(
  // A record goes to the words of its own kind alone.
  Object.entries(rooms).map(([name, { words }]) => [name, words as unknown as KindWords<RegisterRecord>]),
);

/** Says what an entry wrote, and where. */
export function describeEntry(
  { record, assumed }: Pick<JournalEntry, 'record' | 'assumed'>,
  given: Words,
): EntryText {
  const before = assumed?.kind === record.kind ? assumed : undefined;
  return byName.get(record.kind)?.entry(record, before, given) ?? other(given);
}

/** The name of a field of a kind on which two people wrote. */
export function fieldText(kind: string, field: string, given: Words): string {
  return byName.get(kind)?.field(field, given) ?? given.t('entry.otherField');
}

/** One of two values of a field, as the page would show it; undefined where its kind does not know the field. */
export function valueText(kind: string, field: string, value: unknown, given: Words): string | undefined {
  return byName.get(kind)?.value(field, value, given);
}

/** Whether the author of a lost value can put it back. */
export function canBePutBack(kind: string, field: string): boolean {
  return byName.get(kind)?.putBack === field;
}

/** Whether both values of a field stand where two people have written: nobody has lost anything. */
export function doBothStand(kind: string, field: string): boolean {
  return byName.get(kind)?.bothStand === field;
}

/** Says where a record that was handed over belongs, and what it would write: the clerk takes no entry into the register unread. */
export function handedOverText(
  record: Unchecked,
  given: Words,
): { readonly place: string; readonly said: readonly string[] } {
  const own = byName.get(record['kind']);
  const said = own?.handedOver(record, given) ?? textsOf(record, ['topic', 'activity']);
  return { place: uncheckedPlace(record, given), said };
}

/** What a document that cannot be read is about, as far as its collection and its key say it. */
export function describeParked(key: string, given: Words): EntryText {
  const [collection = '', ...rest] = key.split('/');
  for (const own of wordsIn(collection)) {
    const text = own.parked(rest.join('/'), given);
    if (text) return text;
  }
  return other(given);
}

function wordsIn(collection: string): readonly KindWords<RegisterRecord>[] {
  return allKinds.flatMap((kind) => (kind.collection === collection ? (byName.get(kind.kind) ?? []) : []));
}

function other({ t }: Words): EntryText {
  return { what: t('entry.other'), where: '' };
}
