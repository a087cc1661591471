import { equalJson } from '../base/canonical-json.ts';
import type { EntryId } from '../base/ids.ts';
import { kindOf, type AnyKind, type RegisterRecord } from '../kinds/registry.ts';
import { envelope } from '../record/fields.ts';
import { itemsIn, type Item } from './items.ts';
import {
  isExplained,
  isLaterChange,
  saidBy,
  whyIn,
  withWhyOf,
  type AnyFieldRule,
  type AnyMade,
  type FieldChange,
  type FieldStates,
  type MergedField,
} from '../record/field-rules.ts';

/** Members that describe a version and not the world: never merged, never in conflict. */
const ENVELOPE: ReadonlySet<string> = new Set([...Object.keys(envelope), 'kind']);

/** A value that lost against another one on the same field. */
export interface Overruled {
  readonly field: string;
  readonly lost: unknown;
  readonly kept: unknown;
}

/** The state after a merge, and what each side lost. */
export interface MergeResult<Change extends FieldChange = FieldChange> {
  readonly merged: RegisterRecord;
  readonly mineLost: readonly Overruled[];
  readonly theirsLost: readonly (Overruled & Change)[];
}

/** Inputs of a three-way merge: the state both sides started from (null: none), and the two that came of it. */
export interface MergeInput<Change extends FieldChange = FieldChange> {
  readonly base: RegisterRecord | null;
  readonly mine: RegisterRecord;
  readonly theirs: RegisterRecord;
  /** Who gave a field its value in `theirs`; decides who won where both changed it. */
  readonly theirChange: (field: string) => Change;
  /** The author of mine may not read theirs: a text that they could not have seen is not overwritten. */
  readonly isUnseen?: boolean;
  /** Name of the merged version. */
  readonly mergedEntry: EntryId;
}

type Fields = Readonly<Record<string, unknown>>;
type Sides = Readonly<Record<'base' | 'mine' | 'theirs', Fields>>;

/**
 * Three-way merge per field, by the rule that the kind has for it (decision "Conflicts"): different fields both survive; on the same
 * field the later recorded entry wins (ties by author) unless the rule knows better, and the other value is reported so that its author
 * can be told. The result does not depend on who came first, but for why the record was changed last: the history tells it with what came last.
 */
export function mergeRecords<Change extends FieldChange>(input: MergeInput<Change>): MergeResult<Change> {
  const rules = kindOf(input.theirs).fields;
  const base: Fields = { ...input.base };
  const mine: Fields = { ...input.mine };
  const theirs: Fields = { ...input.theirs };
  const merged: Record<string, unknown> = { ...theirs };
  const mineLost: Overruled[] = [];
  const theirsLost: (Overruled & Change)[] = [];
  const oneThing = oneThingOf(rules, { base, mine, theirs });

  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const rule = rules[field] ?? { rule: 'laterWins' };
    if (ENVELOPE.has(field) || rule.rule === 'server') continue;
    const states = { base: base[field], mine: mine[field], theirs: theirs[field] };
    if (saysSame(rule, states.mine, states.theirs)) continue;
    if (saysSame(rule, states.base, states.mine)) {
      if (oneThing?.parts.includes(field)) mineLost.push({ field, lost: states.mine, kept: states.theirs });
      continue;
    }
    if (saysSame(rule, states.base, states.theirs)) {
      merged[field] = states.mine;
      if (oneThing?.parts.includes(field)) {
        const changes = oneThing.theirs.map(input.theirChange);
        const last = changes.reduce((one, other) => (isLaterChange(other, one) ? other : one));
        theirsLost.push({ field, lost: states.theirs, kept: states.mine, ...last });
      }
      continue;
    }
    const change = input.theirChange(field);
    const { value: kept, ...lost } =
      rule.rule === 'laterWins' && input.isUnseen
        ? { value: states.theirs, mineLost: true, theirsLost: false }
        : mergeField(rule, states, input.mine, change);
    merged[field] = kept;
    if (lost.mineLost) mineLost.push({ field, lost: states.mine, kept });
    if (lost.theirsLost) theirsLost.push({ field, lost: states.theirs, kept, ...change });
  }

  explain(kindOf(input.theirs), { base, mine, theirs }, merged);
  const recordedAt =
    input.mine.recordedAt > input.theirs.recordedAt ? input.mine.recordedAt : input.theirs.recordedAt;
  const version = { author: input.mine.author, entry: input.mergedEntry, recordedAt };
  // The union of two records of one schema has only members of that schema; the server validates the result again.
  return { merged: { ...merged, ...version } as unknown as RegisterRecord, mineLost, theirsLost };
}

/**
 * Puts in why the record was changed last: what mine says, where they said so anew and something of theirs that owes a reason stands, or nothing but theirs. Whoever
 * has given a reason for one field has not written the others with it.
 */
function explain(
  { fields, owesReason = [] }: AnyKind,
  { base, mine, theirs }: Sides,
  merged: Record<string, unknown>,
): void {
  const differs = (side: Fields) =>
    owesReason.some((field) => !saysSame(fields[field], merged[field], side[field]));
  for (const [field, rule] of Object.entries(fields)) {
    if (!isExplained(rule)) continue;
    const isNew = !equalJson(whyIn(rule, base[field]), whyIn(rule, mine[field]));
    const explained = !differs(mine) || (isNew && differs(theirs)) ? mine : theirs;
    merged[field] = withWhyOf(rule, merged[field], explained[field]);
  }
}

/** Whether two values of a field say the same, whatever the reason that is given with them. */
function saysSame(rule: AnyFieldRule | undefined, one: unknown, other: unknown): boolean {
  return equalJson(saidBy(rule, one), saidBy(rule, other));
}

/** The fields of what is one thing, where each side has changed something of it, and those that they changed: the halves of two make a third, of which both are told. */
function oneThingOf(
  rules: Readonly<Record<string, AnyFieldRule>>,
  { base, mine, theirs }: Sides,
): { readonly parts: readonly string[]; readonly theirs: readonly string[] } | undefined {
  const parts = Object.keys(rules).filter((field) => {
    const rule = rules[field];
    return rule?.rule === 'laterWins' && rule.tells === 'both';
  });
  const changedIn = (side: Fields) =>
    parts.filter((field) => !saysSame(rules[field], base[field], side[field]));
  const changed = changedIn(theirs);
  return changed.length > 0 && changedIn(mine).length > 0 ? { parts, theirs: changed } : undefined;
}

/** Who made what stands of a field on which mine lost; `change` is that of the other side as a whole. */
export function winnerOf(
  input: MergeInput,
  { field, lost, kept }: Overruled,
  change: FieldChange,
): FieldChange {
  const rule = kindOf(input.theirs).fields[field];
  if (rule?.rule !== 'own') return change;
  const valueIn = (record: RegisterRecord | null): unknown => record && Reflect.get(record, field);
  const states = {
    base: valueIn(input.base) ?? undefined,
    mine: valueIn(input.mine),
    theirs: valueIn(input.theirs),
  };
  return rule.own.winner(states, lost, kept, change);
}

/** Whether two records say the same, whoever wrote them and whenever. */
export function samePayload(a: RegisterRecord, b: RegisterRecord): boolean {
  const one: Fields = { ...a };
  const other: Fields = { ...b };
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const field of fields) if (!ENVELOPE.has(field) && !equalJson(one[field], other[field])) return false;
  return true;
}

/** Whether two records of one kind say the same in what devices write: what is the server's word is left out. */
export function sameWords(a: RegisterRecord, b: RegisterRecord): boolean {
  const words = (record: RegisterRecord) => {
    const rules = kindOf(record).fields;
    return Object.fromEntries(
      Object.entries(payloadOf(record)).filter(([field]) => rules[field]?.rule !== 'server'),
    );
  };
  return equalJson(words(a), words(b));
}

/** A record with the server's word of another version: what a device says of it is nobody's. */
export function withServersWord<R extends RegisterRecord>(record: R, of: RegisterRecord): R {
  const words: Record<string, unknown> = { ...record };
  for (const [field, { rule }] of Object.entries(kindOf(record).fields)) {
    if (rule !== 'server') continue;
    const word: unknown = Reflect.get(of, field);
    if (word === undefined) delete words[field];
    else words[field] = word;
  }
  // The members are those of two records of one kind.
  return words as unknown as R;
}

/** A record without the members that describe the version. */
export function payloadOf(record: RegisterRecord): Fields {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !ENVELOPE.has(field)));
}

/** What stands of a field that both sides changed, each to another value. */
function mergeField(
  rule: AnyFieldRule,
  states: FieldStates<unknown>,
  mySave: FieldChange,
  theirSave: FieldChange,
): MergedField<unknown> {
  const { mine, theirs } = states;
  if (rule.rule === 'own') return rule.own.merge(states, mySave, theirSave);
  const isMine = isLaterChange(mySave, theirSave);
  if (rule.rule === 'firstWins' && mine !== undefined && theirs !== undefined) {
    const isFirst = firstOf(mine, rule.made) < firstOf(theirs, rule.made);
    return { value: isFirst ? mine : theirs, mineLost: false, theirsLost: false };
  }
  if (rule.rule === 'keyedList') {
    const both = combineKeyed(states, rule);
    if (both) return { value: both, mineLost: false, theirsLost: false };
    // Only the thing that both changed is decided; everybody else's stays.
    const value = combineKeyed(states, rule, isMine ? 'mine' : 'theirs');
    return { value, mineLost: !isMine, theirsLost: isMine };
  }
  return { value: isMine ? mine : theirs, mineLost: !isMine, theirsLost: isMine };
}

/** By time, then by maker: the same order on both sides. */
function firstOf(value: unknown, { by, at }: AnyMade): string {
  const member = (name: string) => String(Reflect.get(Object(value), name));
  return `${member(at)} ${member(by)}`;
}

/** The list of both sides' things, by the member that names them; undefined where both changed one and neither side is preferred. */
function combineKeyed(
  { base, mine, theirs }: FieldStates<unknown>,
  { key, made }: { readonly key: string; readonly made: AnyMade },
  preferred?: 'mine' | 'theirs',
): readonly unknown[] | undefined {
  const index = (list: unknown) => new Map(itemsIn(list).map((item) => [String(item[key]), item]));
  const [inBase, inMine, inTheirs] = [index(base), index(mine), index(theirs)];
  const result: Item[] = [];
  for (const name of new Set([...inTheirs.keys(), ...inMine.keys()])) {
    const [was, my, their] = [inBase.get(name), inMine.get(name), inTheirs.get(name)];
    if (!was && my && their && firstOf(my, made) !== firstOf(their, made)) {
      // Made twice, it was made when it was made first.
      result.push(firstOf(my, made) < firstOf(their, made) ? my : their);
      continue;
    }
    const changedByBoth = !equalJson(was, my) && !equalJson(was, their) && !equalJson(my, their);
    if (changedByBoth && !preferred) return undefined;
    const isTheirs = changedByBoth ? preferred === 'theirs' : equalJson(was, my);
    const chosen = isTheirs ? their : my;
    if (chosen) result.push(chosen);
  }
  return result;
}
