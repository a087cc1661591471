import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { EntryId, Instant, PersonId } from '../../../../domain/base/ids.ts';
import { hasItem, itemsIn, type Item } from '../../../../domain/entries/items.ts';
import { hasPart, madeParts } from '../../../../domain/entries/made-parts.ts';
import { samePayload } from '../../../../domain/entries/merge.ts';
import { isPart } from '../../../../domain/entries/read-part.ts';
import { kindOf, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { AnyFieldRule } from '../../../../domain/record/field-rules.ts';

/** The names that devices give; a version that the server has made out of others has another one, under which it takes nothing. */
const DEVICE_ENTRY = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/**
 * What of a record a person sends again to a store that was put back from a copy: what the person wrote, on top of what the store has.
 *
 * Nobody may send a colleague's signature or mark: each device brings back its own, and the server merges them. The version is sent
 * under its own name when all of it is the person's and a device has named it; else under a new one, and where others wrote in it with
 * the time of the latest thing of the person's.
 * Undefined when the store lacks nothing of the person's, or when a part alone is held: it is no version of the record, and would take from it what was left out.
 */
export function ownPart(
  held: RegisterRecord,
  stands: RegisterRecord | null,
  person: PersonId,
  newEntry: () => EntryId,
): RegisterRecord | undefined {
  if (isPart(held)) return undefined;
  const { receivedAt: _arrived, backdated: _marked, ...version } = held;
  const own = partOf(held, stands?.kind === held.kind ? stands : null, person);
  if (own === undefined || (stands ? samePayload(own, stands) : kindOf(own).saysNothing?.(own)))
    return undefined;
  if (held.author === person && samePayload(own, held))
    return DEVICE_ENTRY.test(held.entry) ? version : { ...version, entry: newEntry() };
  const { school } = held;
  const recordedAt = held.author === person ? held.recordedAt : latestOf(own, person, held.recordedAt);
  const { receivedAt: _theirs, backdated: _either, ...rest } = own;
  return { ...rest, school, author: person, entry: newEntry(), recordedAt };
}

/** Who but the person wrote something of a record that the store lacks. */
export function othersIn(
  held: RegisterRecord,
  stands: RegisterRecord | null,
  person: PersonId,
): readonly PersonId[] {
  const lost = madeParts(held).filter((part) => !hasPart(stands, part));
  const others = new Set([held.author, ...lost.map(({ by }) => by)]);
  others.delete(person);
  return [...others];
}

/** What the person wrote, on top of what stands or of nothing. */
function partOf(
  held: RegisterRecord,
  stands: RegisterRecord | null,
  person: PersonId,
): RegisterRecord | undefined {
  const kind = kindOf(held);
  const isAuthor = held.author === person;
  const fresh = kind.blank(held);
  // What the server begins is sent again by whoever has written on it; what has nothing to begin from is its author's as a whole.
  if (fresh === null || kind.writers.includes('server')) return isAuthor ? held : undefined;
  const base = stands ?? fresh;
  const isMine = madeParts(held).some(
    ({ by, field }) => by === person && kind.fields[field]?.rule !== 'firstWins',
  );
  if (!isAuthor && !isMine && hasOwnList(held)) return undefined;
  const blank = kind.blank(base);
  const isText = isAuthor || (isMine && isBlankIn(base, blank));
  const own: Record<string, unknown> = { ...base };
  for (const [field, rule] of Object.entries(kind.fields)) {
    const values = { held: Reflect.get(held, field) as unknown, base: own[field] };
    const value = ownValue(rule, values, { person, isAuthor, isText });
    if (value === undefined) delete own[field];
    else own[field] = value;
  }
  // The members are those of two valid records of one kind.
  return own as unknown as RegisterRecord;
}

interface Writer {
  readonly person: PersonId;
  /** The person saved the version that is held. */
  readonly isAuthor: boolean;
  /** What has no maker of its own in it is the person's: theirs was the last save, or nobody's was before. */
  readonly isText: boolean;
}

/** What of a field a person sends again: their own, and else what stands. */
function ownValue(
  rule: AnyFieldRule,
  { held, base }: { readonly held: unknown; readonly base: unknown },
  { person, isAuthor, isText }: Writer,
): unknown {
  if (rule.rule === 'laterWins') return isText ? held : base;
  if (!('made' in rule)) return base;
  const { by } = rule.made;
  if (rule.rule === 'firstWins') return Reflect.get(Object(held), by) === person ? held : base;
  const mine = itemsIn(held).filter(isOf);
  const others = itemsIn(base).filter((item) => !isOf(item));
  if (rule.rule === 'keyedList') {
    const names = new Set(mine.map((item) => item[rule.key]));
    return [...others.filter((item) => !names.has(item[rule.key])), ...mine];
  }
  // Whoever saved the list has taken out of it what is not in it any more.
  if (isAuthor) return itemsIn(held).filter((item) => isOf(item) || hasItem(itemsIn(base), item));
  return rule.own.ordered([...others, ...mine]);

  function isOf(item: Item): boolean {
    return item[by] === person;
  }
}

/** Whether a kind has a list that it merges by a rule of its own: of such a record nothing is one's own without an item in it. */
function hasOwnList(record: RegisterRecord): boolean {
  return Object.values(kindOf(record).fields).some(({ rule }) => rule === 'own');
}

/** Whether a record says no more than a new one in what has no maker of its own. */
function isBlankIn(record: RegisterRecord, blank: RegisterRecord | null): boolean {
  if (blank === null) return false;
  return Object.entries(kindOf(record).fields).every(([field, { rule }]) => {
    const fresh: unknown = Reflect.get(blank, field);
    return rule !== 'laterWins' || fresh === undefined || equalJson(Reflect.get(record, field), fresh);
  });
}

function latestOf(own: RegisterRecord, person: PersonId, otherwise: Instant): Instant {
  const times = madeParts(own).flatMap(({ by, at }) => (by === person ? [at] : []));
  return times.toSorted().at(-1) ?? otherwise;
}
