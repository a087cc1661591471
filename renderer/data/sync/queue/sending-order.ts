import type { EntryId } from '../../../../domain/base/ids.ts';
import { JUDGED_BY_DAY } from '../../../../domain/record/collection-names.ts';
import { kindOf } from '../../../../domain/kinds/registry.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';

/** The name of an entry's record among those of all collections. */
export function keyOf({ collection, record }: JournalEntry): string {
  return `${collection}/${record.id}`;
}

/** What is under way to the server. */
interface UnderWay {
  /** The entry of each record that is on its way. */
  readonly onItsWay: ReadonlyMap<string, EntryId>;
  /** Records whose entry was left unanswered: one that never comes through keeps no other from coming. */
  readonly left: ReadonlySet<string>;
  /** Of them those of which it is asked first what they start from: they have not gone out yet. */
  readonly asked: ReadonlySet<EntryId>;
  /** Whether that has to be asked of an entry. */
  readonly isOpen: (entry: JournalEntry) => boolean;
}

/** What goes out now. */
interface Ready {
  /** One entry for each record that has one to send, in their order. */
  readonly entries: readonly JournalEntry[];
  /** Whether anything waits for what is on its way. */
  readonly isHolding: boolean;
}

/**
 * What of the waiting entries goes out now: of each record the newest that carries all before it, in the order of writing. What is judged together arrives in the
 * order in which it was written: what was written after an entry that cannot go out yet waits as well, and a record between whose entries one was written that is
 * judged by it, or by which it is judged, goes in as many steps. Only what the server does not have comes before what is judged by it, whenever that was written:
 * what a store that was put back has lost.
 */
export function readyToSend(waiting: readonly JournalEntry[], under: UnderWay): Ready {
  const steps = firstSteps(waiting, under);
  const held = createHeldUp();
  const entries: JournalEntry[] = [];
  let { isHolding } = steps;
  for (const entry of inTheirOrder(steps.entries)) {
    const isHeld = held.holds(entry);
    if (isHeld) isHolding = true;
    else entries.push(entry);
    if (isHeld || under.isOpen(entry)) held.add(entry);
  }
  return { entries, isHolding };
}

/** Of each record that has nothing on its way the newest entry up to the first that has to wait for something. */
function firstSteps(
  waiting: readonly JournalEntry[],
  { onItsWay, left, asked }: UnderWay,
): { readonly entries: ReadonlyMap<string, JournalEntry>; readonly isHolding: boolean } {
  const names = new Set(waiting.map(({ entry }) => entry));
  const entries = new Map<string, JournalEntry>();
  const held = createHeldUp();
  const cut = createCut(entries);
  /** Records of which everything from here on waits. */
  const closed = new Set<string>();
  const close = (key: string, entry: JournalEntry) => {
    closed.add(key);
    held.add(entry);
  };
  for (const entry of waiting) {
    const { key } = tiesOf(entry);
    if (left.has(key)) continue;
    const sent = onItsWay.get(key);
    if (closed.has(key)) held.add(entry);
    else if (sent === entry.entry) {
      closed.add(key);
      if (asked.has(entry.entry)) held.add(entry);
    } else if (sent !== undefined) {
      // What stands before the one on its way goes with it. That one may have been settled a moment ago.
      if (!names.has(sent)) close(key, entry);
    } else if (held.holds(entry) || cut.has(key)) close(key, entry);
    else {
      // A map keeps the place in which a name came first.
      entries.delete(key);
      entries.set(key, entry);
      cut.note(entry);
    }
  }
  return { entries, isHolding: held.isHolding() };
}

/** Entries in the order of writing, but each after those by which it is judged and of which the server has nothing. */
function inTheirOrder(entries: ReadonlyMap<string, JournalEntry>): readonly JournalEntry[] {
  const ordered = new Set<JournalEntry>();
  const begun = new Set<string>();
  const take = (entry: JournalEntry): void => {
    const { key, before } = tiesOf(entry);
    if (begun.has(key)) return;
    begun.add(key);
    for (const other of before) {
      const below = entries.get(other);
      if (below?.assumed === null) take(below);
    }
    ordered.add(entry);
  };
  for (const entry of entries.values()) take(entry);
  return [...ordered];
}

/**
 * Records between whose entries one was written that is judged with them: by their keys, as of the same pupil, or as of the whole class, where the server has it
 * already. The later ones are not carried over it.
 */
function createCut(taken: ReadonlyMap<string, JournalEntry>) {
  const cut = new Set<string>();
  const since = new Map<string, Set<string>>();
  return {
    has: (key: string) => cut.has(key),
    note(entry: JournalEntry): void {
      const { key, before, pupil, within, isOfWhole } = tiesOf(entry);
      const whole = isOfWhole && entry.assumed !== null ? within : [];
      for (const tie of [below(key), ...pupil, ...whole]) {
        for (const other of since.get(tie) ?? []) if (other !== key) cut.add(other);
        // Each of them is cut once.
        since.delete(tie);
      }
      for (const other of before) if (taken.has(other)) cut.add(other);
      for (const tie of [...before.map(below), ...pupil, ...(isOfWhole ? [] : within)])
        noteUnder(since, tie, key);
    },
  };
}

/**
 * Those entries that cannot go out yet, as one looks through them in their order. What was written after such a one waits as well where it is of the same pupil, is
 * judged by it or judges it, is of the same class and day in a collection that is judged with its own, or is another hour of the day; and what is of a whole class, a
 * column for example, for what is said of its pupils. It would be decided by what is not so any more.
 */
function createHeldUp() {
  const keys = new Map<string, Set<string>>();
  const collections = new Map<string, Set<string>>();
  const isUnder = (all: ReadonlyMap<string, ReadonlySet<string>>, tie: string, own: string) => {
    const found = all.get(tie);
    return found !== undefined && (found.size > 1 || !found.has(own));
  };
  return {
    isHolding: () => keys.size > 0,
    add(entry: JournalEntry): void {
      const { key, before, pupil, hours, places, within } = tiesOf(entry);
      for (const tie of [key, ...before.map(below), ...pupil, ...hours, ...within]) noteUnder(keys, tie, key);
      for (const place of places) noteUnder(collections, place, entry.collection);
    },
    holds(entry: JournalEntry): boolean {
      const { key, before, pupil, hours, places, within, isOfWhole } = tiesOf(entry);
      // A new column has no grades by which it could be judged.
      const whole = isOfWhole && entry.assumed !== null ? within : [];
      return (
        [below(key), ...before, ...pupil, ...hours, ...whole].some((tie) => isUnder(keys, tie, key)) ||
        places.some((place) => isUnder(collections, place, entry.collection))
      );
    },
  };
}

/** What is judged by a record. */
function below(key: string): string {
  return `below ${key}`;
}

function noteUnder(all: Map<string, Set<string>>, tie: string, one: string): void {
  const found = all.get(tie);
  if (found) found.add(one);
  else all.set(tie, new Set([one]));
}

/** What of an entry says with which others it is judged together. */
interface Ties {
  readonly key: string;
  /** The records by which it is judged. */
  readonly before: readonly string[];
  /** Its pupil, of whom records of one collection are judged by each other. */
  readonly pupil: readonly string[];
  /** Of an hour its day: nobody is in two places. */
  readonly hours: readonly string[];
  /** Of a roll and its marks class and day. */
  readonly places: readonly string[];
  /** Of what is judged by no day its class. */
  readonly within: readonly string[];
  /** Whether it is of a whole class, and of no hour. */
  readonly isOfWhole: boolean;
}

/** An entry never changes: each look goes through all that waits. */
const known = new WeakMap<JournalEntry, Ties>();

function tiesOf(entry: JournalEntry): Ties {
  const found = known.get(entry);
  if (found) return found;
  const { collection, record } = entry;
  const kind = kindOf(record);
  const { day, class: main, otherClasses = [], hour, pupil } = kind.place(record);
  const classes = main === undefined ? otherClasses : [main, ...otherClasses];
  const isOfRoll = day !== undefined && JUDGED_BY_DAY.includes(collection);
  const ties: Ties = {
    key: keyOf(entry),
    before: (kind.comesAfter?.(record) ?? []).map((id) => `${collection}/${id}`),
    pupil: pupil === undefined ? [] : [`${collection} of ${pupil}`],
    hours: isOfRoll && hour !== undefined ? [`${collection} on ${day}`] : [],
    places: isOfRoll ? classes.map((schoolClass) => `${day}/${schoolClass}`) : [],
    within: isOfRoll ? [] : classes.map((schoolClass) => `${collection} in ${schoolClass}`),
    isOfWhole: pupil === undefined && hour === undefined,
  };
  known.set(entry, ties);
  return ties;
}
