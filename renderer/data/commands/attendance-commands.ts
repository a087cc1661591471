import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import { minutesToTime } from '../../../domain/base/local-date.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import {
  attendanceDayId,
  type AttendanceDay,
  type AttendanceEvent,
} from '../../../domain/kinds/attendance-day/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { sortEvents } from '../../../domain/kinds/attendance-day/attendance-state.ts';
import { hourPresence, movesOf } from '../../../domain/kinds/attendance-day/hour-presence.ts';
import { markInDay } from '../../../domain/kinds/attendance-day/mark-in-day.ts';
import { speakingOf, type HoursOfDay } from '../../../domain/kinds/attendance-day/prepared-marks.ts';
import type { MarkedBy, RollCallMark } from '../../../domain/kinds/attendance-day/roll-call.ts';
import { takenBack, whatHappened, type MadeMark } from '../../../domain/kinds/attendance-day/take-back.ts';
import type { CommandFailure, Register, TakenBack } from '../register.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { foundElsewhere, type SeenElsewhere } from '../views/elsewhere.ts';
import { carryOut, toResult, type CommandTools, type Version } from './commands.ts';
import type { Written } from './write-queue.ts';

type Events = readonly AttendanceEvent[];

/** Where no bell scheme says when the hour is, it could be at any time of the day. */
const WHOLE_DAY = { start: minutesToTime(0), end: minutesToTime(24 * 60 - 1) };

/** Commands on the pupils of an hour. */
export type AttendanceCommands = Pick<Register, 'markPupil' | 'putMarkBack'>;

/** Marks pupils in the roll call. */
export function createAttendanceCommands(
  tools: CommandTools,
  markConflictSeen: Register['markConflictSeen'],
): AttendanceCommands {
  function change(
    place: HourPlace,
    pupil: PersonId,
    next: (events: Events, marked: MarkedBy, ofDay: HoursOfDay) => readonly Events[] | undefined,
  ) {
    const { day, schoolClass, hour } = place;
    const id = attendanceDayId(day, pupil);
    return carryOut(tools, {
      collection: 'attendance',
      id,
      // Not the class: on the day of a change the pupil's day may have been begun in another one.
      members: { day },
      day,
      writeFacts: (facts) => facts.writeFacts(schoolClass, day, pupil),
      change({ current }, facts, version) {
        const bells = facts.bellHours(schoolClass, day);
        const { start, end } = bells.find((candidate) => candidate.hour === hour) ?? WHOLE_DAY;
        const at = version.recordedAt;
        const marked = { hour, start, end, by: facts.me, at, isFirst: bells[0]?.hour === hour };
        const settled = next(eventsOf(current), marked, { day, bells });
        return settled?.map((events) => toRecord(place, pupil, id, version, events));
      },
    });
  }

  /** Takes one mark back and nothing besides; the marks of colleagues come back as they were where the rules allow it, else in my name. */
  async function takeBack(
    place: HourPlace,
    pupil: PersonId,
    made: MadeMark,
  ): Promise<Result<TakenBack, CommandFailure>> {
    const written = await change(place, pupil, (current, marked) => {
      const events = takenBack(current, made, marked);
      return events && [events, inMyName(events, current, marked)];
    });
    if (!written.ok) return written;
    const result = toResult(written, tools.clock);
    return result.ok ? ok({ ...result.value, changed: isChange(written.value) }) : result;
  }

  async function mark(
    place: HourPlace,
    pupil: PersonId,
    wanted: RollCallMark | ((marked: MarkedBy, ofDay: HoursOfDay) => readonly RollCallMark[]),
    seen: SeenElsewhere = {},
  ): ReturnType<Register['markPupil']> {
    const written = await change(place, pupil, (events, marked, ofDay) => {
      const asked = typeof wanted === 'function' ? wanted(marked, ofDay) : [wanted];
      const found = { ...marked, ...foundElsewhere(seen) };
      const next = asked.reduce((was, each) => markInDay(was, each, found, ofDay), events);
      return equalJson(events.map(whatHappened), next.map(whatHappened)) ? undefined : [next];
    });
    if (!written.ok) return written;
    const result = toResult(written, tools.clock);
    if (!result.ok) return result;
    const changed = isChange(written.value);
    const made = { before: eventsOf(written.value.before), after: eventsOf(written.value.after) };
    const undo = async () =>
      changed ? takeBack(place, pupil, made) : ok({ ...result.value, changed: false });
    return ok({ ...result.value, changed, undo });
  }

  return {
    markPupil: mark,
    async putMarkBack(notice) {
      const { class: schoolClass, day, hour, pupil } = notice;
      if (schoolClass === undefined || day === undefined || hour === undefined || pupil === undefined)
        return fail({ kind: 'refused', reason: 'invalid' });
      const lost = eventsIn(notice.lost);
      const result = await mark({ schoolClass, day, hour }, pupil, (marked, ofDay) =>
        marksIn(speakingOf(lost, ofDay, marked), marked),
      );
      return result.ok ? await markConflictSeen(notice) : result;
    },
  };
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

function isChange({ before, after }: Written): boolean {
  return before !== after;
}

function inMyName(events: Events, current: Events, { by, at }: MarkedBy): Events {
  return sortEvents(
    events.map((event) => (current.some((other) => equalJson(other, event)) ? event : { ...event, by, at })),
  );
}
