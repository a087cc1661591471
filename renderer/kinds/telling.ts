import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import { wordsOf } from './registry.ts';
import { uncheckedPlace, type EntryText, type Unchecked, type Words } from './words.ts';

/** What a record is called by its kind; one that this version of the app has no words for is some item. */
export function kindName(kind: unknown, given: Pick<Words, 't'>): string {
  return wordsOf(kind)?.name(given) ?? other(given).what;
}

/** Says what an entry wrote, and where. */
export function describeEntry(
  { record, assumed }: Pick<JournalEntry, 'record' | 'assumed'>,
  given: Words,
): EntryText {
  const before = assumed?.kind === record.kind ? assumed : undefined;
  return wordsOf(record.kind)?.entry(record, before, given) ?? other(given);
}

/** The name of a field of a kind on which two people wrote. */
export function fieldText(kind: string, field: string, given: Words, record?: string): string {
  return wordsOf(kind)?.field(field, given, record) ?? given.t('entry.otherField');
}

/** One of two values of a field of a record, as the page would show it; undefined where its kind does not know the field. */
export function valueText(
  kind: string,
  field: string,
  value: unknown,
  given: Words,
  record?: string,
): string | undefined {
  return wordsOf(kind)?.value(field, value, given, record);
}

/** Whether both values of a field stand where two people have written: nobody has lost anything. */
export function doBothStand(kind: string, field: string): boolean {
  return wordsOf(kind)?.bothStand === field;
}

/**
 * Says where a record that was handed over belongs, and what it would write: the clerk takes no entry into the register unread. Of a kind that this version of the
 * app does not know nobody can say what of it the clerk may read (F.5).
 */
export function handedOverText(
  record: Unchecked,
  given: Words,
): { readonly place: string; readonly said: readonly string[] } {
  const own = wordsOf(record['kind']);
  if (!own) return { place: '', said: [given.t('entry.ofNewerVersion')] };
  return { place: uncheckedPlace(record, given), said: own.handedOver(record, given) };
}

/** What a document that cannot be read is about, as far as its kind and its key say it. */
export function describeParked(key: string, given: Words): EntryText {
  const [kind, ...rest] = key.split('/');
  return wordsOf(kind)?.parked(rest.join('/'), given) ?? other(given);
}

function other({ t }: Pick<Words, 't'>): EntryText {
  return { what: t('entry.other'), where: '' };
}
