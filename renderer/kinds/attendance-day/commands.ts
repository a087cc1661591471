import { lessonId } from '../../../domain/kinds/lesson/record.ts';
import { standsIn } from '../../../domain/kinds/lesson/write-rights.ts';
import { keepsRoll } from '../../../domain/school/written-hour.ts';
import { firstValueFrom } from 'rxjs';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import { minutesToTime, timeToMinutes } from '../../../domain/base/local-date.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import {
  attendanceDayId,
  type AttendanceDay,
  type AttendanceEvent,
} from '../../../domain/kinds/attendance-day/record.ts';
import type { ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { hoursOfDay } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import { hourPresence, movesOf } from '../../../domain/kinds/attendance-day/hour-presence.ts';
import { markInDay } from '../../../domain/kinds/attendance-day/mark-in-day.ts';
import { speakingOf, type HoursOfDay } from '../../../domain/kinds/attendance-day/prepared-marks.ts';
import type { MarkedBy, RollCallMark } from '../../../domain/kinds/attendance-day/roll-call.ts';
import { takenBack, whatHappened, type MadeMark } from '../../../domain/kinds/attendance-day/take-back.ts';
import type { Register } from '../../data/register.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { MinuteSpan } from '../../../domain/school/minute-span.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Run, Version } from '../../data/commands/run.ts';
import { lessonGroup } from '../../data/school/planned-for-me.ts';
import { markConflictSeen } from '../conflict-notice/commands.ts';
import type { CommandFailure, CommandResult, Saved } from '../../data/commands/outcome.ts';
import { foundElsewhere, type SeenElsewhere } from './elsewhere.ts';

type Events = readonly AttendanceEvent[];

/** Where no bell scheme says when the hour is, it could be at any time of the day. */
const WHOLE_DAY = { start: minutesToTime(0), end: minutesToTime(24 * 60 - 1) };

/** What a mark resolves to. */
export interface Marked extends Saved {
  readonly changed: boolean;
  readonly undo: () => Promise<Result<TakenBack, CommandFailure>>;
}

/** What taking a mark back resolves to: nothing changes where a colleague has marked something else instead. */
export interface TakenBack extends Saved {
  readonly changed: boolean;
}

/**
 * Marks one pupil. The answer says whether that changed anything, and carries an undo of that mark alone. What the
 * rolls of other hours have seen of the pupil makes an absence an exit, and an entry a coming back.
 */
export function markPupil(
  register: Pick<Register, 'run'>,
  place: HourPlace,
  pupil: PersonId,
  wanted: RollCallMark,
  seen: SeenElsewhere = {},
): Promise<Result<Marked, CommandFailure>> {
  return mark(register, place, pupil, () => [wanted], seen);
}

/**
 * Marks a pupil again as I had in the hour of a notice, and settles the notice. The others of the same pupil and hour are settled with it: what they
 * offer was mine before, and would be put over what I have just said.
 */
export async function putMarkBack(
  register: Pick<Register, 'run' | 'now' | 'status'>,
  notice: ConflictNotice,
): Promise<CommandResult> {
  const { class: schoolClass, day, hour, pupil } = notice;
  if (schoolClass === undefined || day === undefined || hour === undefined || pupil === undefined)
    return fail({ kind: 'refused', reason: 'invalid' });
  const lost = eventsIn(notice.lost);
  const result = await mark(register, { schoolClass, day, hour }, pupil, (marked, ofDay) =>
    marksIn(speakingOf(lost, ofDay, marked), marked),
  );
  if (!result.ok) return result;
  const { conflicts } = await firstValueFrom(register.status.sync$);
  for (const other of conflicts)
    if (other.id !== notice.id && other.record === notice.record && other.hour === hour)
      await markConflictSeen(register, other);
  return await markConflictSeen(register, notice);
}

async function mark(
  register: Pick<Register, 'run'>,
  place: HourPlace,
  pupil: PersonId,
  wanted: (marked: MarkedBy, ofDay: HoursOfDay) => readonly RollCallMark[],
  seen: SeenElsewhere = {},
): Promise<Result<Marked, CommandFailure>> {
  const done = await change(
    register,
    place,
    pupil,
    (events, marked, ofDay) => {
      const found = { ...marked, ...foundElsewhere(seen) };
      const next = wanted(marked, ofDay).reduce((was, each) => markInDay(was, each, found, ofDay), events);
      return equalJson(events.map(whatHappened), next.map(whatHappened)) ? undefined : next;
    },
    seen.outOfClass ? { elsewhere: seen.outOfClass } : {},
  );
  return asMarked(register, place, pupil, done);
}

/**
 * Takes away the comings and goings of a pupil inside a time of the day, for whoever is elsewhere then (D98); the answer carries an undo of
 * that alone.
 */
export async function takeMovesAway(
  register: Pick<Register, 'run'>,
  place: HourPlace,
  pupil: PersonId,
  { from, to }: MinuteSpan,
): Promise<Result<Marked, CommandFailure>> {
  const done = await change(register, place, pupil, (events) => {
    const rest = events.filter(({ time }) => {
      const minutes = time === undefined ? undefined : timeToMinutes(time);
      return minutes === undefined || minutes < from || minutes >= to;
    });
    return rest.length === events.length ? undefined : rest;
  });
  return asMarked(register, place, pupil, done);
}

function asMarked(
  register: Pick<Register, 'run'>,
  place: HourPlace,
  pupil: PersonId,
  done: Awaited<ReturnType<Run>>,
): Result<Marked, CommandFailure> {
  if (!done.ok) return done;
  const { entry, recordedAt, before, after } = done.value;
  const saved = { entry, recordedAt, changed: before !== after };
  const made = { before: eventsOf(before), after: eventsOf(after) };
  const undo = async () =>
    saved.changed ? takeBack(register, place, pupil, made) : ok({ ...saved, changed: false });
  return ok({ ...saved, undo });
}

/** Takes one mark back and nothing besides; the marks of colleagues that it had taken away come back as they were. */
async function takeBack(
  register: Pick<Register, 'run'>,
  place: HourPlace,
  pupil: PersonId,
  made: MadeMark,
): Promise<Result<TakenBack, CommandFailure>> {
  const done = await change(register, place, pupil, (current, marked) => takenBack(current, made, marked), {
    tookAway: (mark) => made.before.some((event) => equalJson(event, mark)),
  });
  if (!done.ok) return done;
  const { entry, recordedAt, before, after } = done.value;
  return ok({ entry, recordedAt, changed: before !== after });
}

/** Changes what is said of a pupil's day; undefined when it says so already. */
function change(
  { run }: Pick<Register, 'run'>,
  place: HourPlace,
  pupil: PersonId,
  next: (events: Events, marked: MarkedBy, ofDay: HoursOfDay) => Events | undefined,
  more: Pick<WriteFacts, 'elsewhere' | 'tookAway'> = {},
): ReturnType<Run> {
  const { day, schoolClass, hour } = place;
  const id = attendanceDayId(day, pupil);
  return run({
    collection: 'attendance',
    id,
    // Not the class: on the day of a change the pupil's day may have been begun in another one.
    members: { day },
    day,
    restsOn(facts) {
      if (keepsRoll(facts.actor(day), facts.writeFacts(schoolClass, day), hour)) return undefined;
      return {
        collection: 'lessons',
        id: lessonId(day, hour, schoolClass, lessonGroup(facts, place)),
        members: { day, class: schoolClass },
      };
    },
    writeFacts(facts, basis) {
      const known = { ...facts.writeFacts(schoolClass, day, pupil), ...more };
      const isSigned = basis?.kind === 'lesson' && standsIn(facts.actor(day), basis);
      return isSigned ? { ...known, standsIn: [...(known.standsIn ?? []), hour] } : known;
    },
    change({ current }, facts, version) {
      const ofDay = hoursOfDay(day, facts.writeFacts(schoolClass, day));
      const { bells } = ofDay;
      const { start, end } = bells.find((candidate) => candidate.hour === hour) ?? WHOLE_DAY;
      const at = version.recordedAt;
      const marked = { hour, start, end, by: facts.me, at, isFirst: bells[0]?.hour === hour };
      const settled = next(eventsOf(current), marked, ofDay);
      return settled && toRecord(place, pupil, id, version, settled);
    },
  });
}

/** The marks that a list of events gives an hour, in the order in which they have to be made: late and gone again are two. */
function marksIn(events: Events, hour: MarkedBy): readonly RollCallMark[] {
  const { mark, also } = hourPresence(events, hour);
  const moves = movesOf(events)
    .filter(({ time }) => time > hour.start && time < hour.end)
    .map(({ kind, time }): RollCallMark => (kind === 'exit' ? { kind, time } : { kind: 'late', time }));
  if (moves.length === 0)
    return [mark === 'late' || mark === 'exited' ? goneBefore(events, hour) : { kind: mark }];
  if (mark !== 'outOfClass' && !also.includes('outOfClass')) return moves;
  // A coming clears what was out of class in the hour; a going does not.
  const last = mark === 'exited' ? moves.slice(-1) : [];
  return [...moves.slice(0, moves.length - last.length), { kind: 'outOfClass' }, ...last];
}

/** Somebody who has left before the hour, and is away in it. */
function goneBefore(events: Events, hour: MarkedBy): RollCallMark {
  const { time } = hourPresence(events, hour);
  return time === undefined ? { kind: 'present' } : { kind: 'exit', time };
}

/** The events in a notice: JSON that the server wrote. */
function eventsIn(json: string): Events {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? (value as Events) : [];
}

function toRecord(
  { day, schoolClass }: HourPlace,
  pupil: PersonId,
  id: string,
  version: Version,
  events: Events,
): AttendanceDay {
  return { ...version, id, kind: 'attendanceDay', day, class: schoolClass, pupil, events };
}

function eventsOf(record: RegisterRecord | undefined): Events {
  return record?.kind === 'attendanceDay' ? record.events : [];
}
