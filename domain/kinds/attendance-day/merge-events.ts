import { equalJson } from '../../base/canonical-json.ts';
import { isLaterChange, type FieldChange } from '../../record/field-rules.ts';
import type { AttendanceEvent } from './record.ts';
import { hasAbsentAndSeen, sortEvents } from './attendance-state.ts';
import { movesOf } from './hour-presence.ts';

type Events = readonly AttendanceEvent[];

/** One side of a merge of a pupil's day: what it says, and the save that brought it. */
export interface EventsSide {
  readonly events: Events;
  readonly saved: FieldChange;
}

/** The events that stand after a merge, and which side had an hour of its own overruled. */
export interface MergedEvents {
  readonly events: Events;
  readonly mineLost: boolean;
  readonly theirsLost: boolean;
}

/**
 * Merges the events that two devices made of the same day, hour by hour: each teacher speaks for the hour in which the mark was made,
 * and marks of different hours never contradict each other. Where both changed one hour, both stand if they can; else the later of the
 * two stands for that hour alone. The result does not depend on who came first, and merging it again changes nothing.
 */
export function mergeEvents(base: Events, mine: EventsSide, theirs: EventsSide): MergedEvents {
  const hours = new Set([...base, ...mine.events, ...theirs.events].map(({ hour }) => hour));
  const result: AttendanceEvent[] = [];
  let [mineLost, theirsLost] = [false, false];
  for (const hour of hours) {
    const of = (events: Events) => sortEvents(events.filter((event) => event.hour === hour));
    const [was, my, their] = [of(base), of(mine.events), of(theirs.events)];
    if (equalJson(was, my) || equalJson(my, their)) result.push(...their);
    else if (equalJson(was, their)) result.push(...my);
    else {
      const both = joined(was, my, their);
      if (both) result.push(...both);
      else {
        const isMine = isLaterChange(
          changeOfEvents(was, my, their, mine.saved),
          changeOfEvents(was, their, my, theirs.saved),
        );
        result.push(...(isMine ? my : their));
        if (isMine) theirsLost = true;
        else mineLost = true;
      }
    }
  }
  return { events: sortEvents(result), mineLost, theirsLost };
}

/**
 * Who made the latest of the events that a side brings against the other, and when: what stands in both, or stood before, decides
 * nothing. A mark cannot be later than the save that brought it; a side that only took events away counts by its save.
 */
export function changeOfEvents(base: Events, side: Events, other: Events, saved: FieldChange): FieldChange {
  const common = [...base, ...other];
  let latest: FieldChange | undefined;
  for (const event of side) {
    if (common.some((known) => equalJson(known, event))) continue;
    const recordedAt = event.at < saved.recordedAt ? event.at : saved.recordedAt;
    const change = { author: event.by, recordedAt };
    if (!latest || isLaterChange(change, latest)) latest = change;
  }
  return latest ?? { author: saved.author, recordedAt: saved.recordedAt };
}

/** Who made the latest of the events that stand in the hours of which a list has lost some; the change as a whole where none does. */
export function changeInLostHours(lost: Events, kept: Events, whole: FieldChange): FieldChange {
  const isIn = (list: Events, event: AttendanceEvent) => list.some((other) => equalJson(other, event));
  const hours = new Set(lost.filter((event) => !isIn(kept, event)).map(({ hour }) => hour));
  return changeOfEvents(
    lost,
    kept.filter(({ hour }) => hours.has(hour)),
    [],
    whole,
  );
}

/** What both sides added to one hour, if it can stand together; undefined where one took away or they contradict each other. */
function joined(was: Events, my: Events, their: Events): Events | undefined {
  const isKept = (side: Events) => was.every((event) => side.some((other) => equalJson(other, event)));
  if (!isKept(my) || !isKept(their)) return undefined;
  const all = new Map<string, AttendanceEvent>();
  for (const event of [...my, ...their]) {
    const key = `${event.kind}.${event.time ?? ''}`;
    const known = all.get(key);
    // Two said the same: it was said when the first one did.
    if (!known || isEarlier(event, known)) all.set(key, event);
  }
  const events = sortEvents([...all.values()]);
  return hasAbsentAndSeen(events) || hasRivals(events) ? undefined : events;
}

/** Two entries without an exit between them, or two exits without an entry: one of the two times is wrong. */
function hasRivals(events: Events): boolean {
  const moves = movesOf(events);
  return moves.some((event, index) => index > 0 && moves[index - 1]?.kind === event.kind);
}

function isEarlier(one: AttendanceEvent, other: AttendanceEvent): boolean {
  return one.at !== other.at ? one.at < other.at : one.by < other.by;
}
