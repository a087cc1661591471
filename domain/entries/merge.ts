import { equalJson } from '../base/canonical-json.ts';
import type { EntryId } from '../base/ids.ts';
import type { AttendanceEvent } from '../kinds/attendance-day/record.ts';
import type { RegisterRecord } from '../kinds/collections.ts';
import { changeOfEvents, isLaterChange, mergeEvents, type FieldChange } from '../kinds/attendance-day/merge-events.ts';

/** Members that describe a version and not the world: never merged, never in conflict. */
const ENVELOPE = new Set([
  'id',
  'school',
  'kind',
  'author',
  'entry',
  'recordedAt',
  'receivedAt',
  'backdated',
]);

/** A value that lost against another one on the same field. */
export interface Overruled {
  readonly field: string;
  readonly lost: unknown;
  readonly kept: unknown;
}

/** The state after a merge, and what each side lost. */
export interface MergeResult {
  readonly merged: RegisterRecord;
  readonly mineLost: readonly Overruled[];
  readonly theirsLost: readonly (Overruled & FieldChange)[];
}

/** Inputs of a three-way merge: the state both sides started from (null: none), and the two that came of it. */
export interface MergeInput {
  readonly base: RegisterRecord | null;
  readonly mine: RegisterRecord;
  readonly theirs: RegisterRecord;
  /** Who gave a field its value in `theirs`; decides who won where both changed it. */
  readonly theirChange: (field: string) => FieldChange;
  /** Name of the merged version. */
  readonly mergedEntry: EntryId;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Three-way merge per field (decision "Conflicts"): different fields both survive; on the same field the later recorded entry wins
 * (ties by author), and the other value is reported so that its author can be told. The result does not depend on who came first.
 */
export function mergeRecords(input: MergeInput): MergeResult {
  const base: Fields = { ...input.base };
  const mine: Fields = { ...input.mine };
  const theirs: Fields = { ...input.theirs };
  const merged: Record<string, unknown> = { ...theirs };
  const mineLost: Overruled[] = [];
  const theirsLost: (Overruled & FieldChange)[] = [];

  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (ENVELOPE.has(field) || equalJson(mine[field], theirs[field]) || equalJson(base[field], mine[field]))
      continue;
    const combined = equalJson(base[field], theirs[field])
      ? mine[field]
      : combine(field, base[field], mine[field], theirs[field]);
    if (combined !== undefined) {
      merged[field] = combined;
      continue;
    }
    const change = input.theirChange(field);
    if (field === 'events') {
      const day = mergeDays(input, change);
      merged[field] = day.events;
      if (day.mineLost) mineLost.push({ field, lost: mine[field], kept: day.events });
      if (day.theirsLost) theirsLost.push({ field, lost: theirs[field], kept: day.events, ...change });
      continue;
    }
    const isMine = isMineLater(input, field);
    const kept = keptOf(field, base[field], mine[field], theirs[field], isMine);
    merged[field] = kept;
    if (isMine) theirsLost.push({ field, lost: theirs[field], kept, ...change });
    else mineLost.push({ field, lost: mine[field], kept });
  }

  const recordedAt =
    input.mine.recordedAt > input.theirs.recordedAt ? input.mine.recordedAt : input.theirs.recordedAt;
  const version = { author: input.mine.author, entry: input.mergedEntry, recordedAt };
  // The union of two records of one schema has only members of that schema; the server validates the result again.
  return { merged: { ...merged, ...version } as unknown as RegisterRecord, mineLost, theirsLost };
}

/** Whether two records say the same, whoever wrote them and whenever. */
export function samePayload(a: RegisterRecord, b: RegisterRecord): boolean {
  const one: Fields = { ...a };
  const other: Fields = { ...b };
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const field of fields) if (!ENVELOPE.has(field) && !equalJson(one[field], other[field])) return false;
  return true;
}

/** A record without the members that describe the version. */
export function payloadOf(record: RegisterRecord): Fields {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !ENVELOPE.has(field)));
}

/** Whether mine wins a field that both changed: the later save does; of events, the later of those that contradict each other. */
function isMineLater({ base, mine, theirs, theirChange }: MergeInput, field: string): boolean {
  const change = theirChange(field);
  if (field !== 'events') return isLaterChange(mine, change);
  const [my, their] = [changeOfEvents(base, mine, theirs, mine), changeOfEvents(base, theirs, mine, change)];
  // Marks of the same moment: the later save decides.
  return my.recordedAt === their.recordedAt ? isLaterChange(mine, change) : isLaterChange(my, their);
}

/** Fields that are lists of things with a name of their own: both sides' things survive. Undefined where they contradict. */
function combine(field: string, base: unknown, mine: unknown, theirs: unknown): unknown {
  if (field === 'signatures') return combineKeyed(base, mine, theirs, (item) => String(item['teacher']));
  // Two teachers confirmed the same roll call: it was taken when the first one did, and nobody lost anything.
  if (field === 'rollCall' && mine !== undefined && theirs !== undefined) {
    return String((mine as Fields)['at']) < String((theirs as Fields)['at']) ? mine : theirs;
  }
  return undefined;
}

/** What stands of a field that both changed: of signatures only the one that both changed is decided, everybody else's stays. */
function keptOf(field: string, base: unknown, mine: unknown, theirs: unknown, isMine: boolean): unknown {
  if (field !== 'signatures') return isMine ? mine : theirs;
  return combineKeyed(base, mine, theirs, (item) => String(item['teacher']), isMine ? 'mine' : 'theirs');
}

function mergeDays({ base, mine, theirs }: MergeInput, theirChange: FieldChange) {
  const eventsOf = (record: RegisterRecord | null): readonly AttendanceEvent[] =>
    record?.kind === 'attendanceDay' ? record.events : [];
  return mergeEvents(
    eventsOf(base),
    { events: eventsOf(mine), saved: mine },
    { events: eventsOf(theirs), saved: theirChange },
  );
}

function combineKeyed(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  keyOf: (item: Fields) => string,
  preferred?: 'mine' | 'theirs',
): readonly unknown[] | undefined {
  const index = (list: unknown) =>
    new Map((Array.isArray(list) ? (list as Fields[]) : []).map((item) => [keyOf(item), item]));
  const [inBase, inMine, inTheirs] = [index(base), index(mine), index(theirs)];
  const result: Fields[] = [];
  for (const key of new Set([...inTheirs.keys(), ...inMine.keys()])) {
    const [was, my, their] = [inBase.get(key), inMine.get(key), inTheirs.get(key)];
    const changedByBoth = !equalJson(was, my) && !equalJson(was, their) && !equalJson(my, their);
    if (changedByBoth && !preferred) return undefined;
    const isTheirs = changedByBoth ? preferred === 'theirs' : equalJson(was, my);
    const chosen = isTheirs ? their : my;
    if (chosen) result.push(chosen);
  }
  return result;
}
