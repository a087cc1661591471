import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import { minutesToTime } from '../../../domain/base/local-date.ts';
import { ok } from '../../../domain/base/result.ts';
import {
  attendanceDayId,
  type AttendanceDay,
  type AttendanceEvent,
} from '../../../domain/records/attendance-day.ts';
import type { RegisterRecord } from '../../../domain/records/collections.ts';
import { sortEvents } from '../../../domain/rules/attendance-state.ts';
import { markPupil, type MarkedBy } from '../../../domain/rules/roll-call.ts';
import type { CommandResult, HourPlace, Register } from '../register.ts';
import { carryOut, toResult, type CommandTools, type Version } from './commands.ts';

type Events = readonly AttendanceEvent[];

/** Where no bell scheme says when the hour is, it could be at any time of the day. */
const WHOLE_DAY = { start: minutesToTime(0), end: minutesToTime(24 * 60 - 1) };

/** Marks pupils in the roll call. */
export function createAttendanceCommands(tools: CommandTools): Pick<Register, 'markPupil'> {
  function change(
    place: HourPlace,
    pupil: PersonId,
    next: (events: Events, marked: MarkedBy) => readonly Events[] | undefined,
  ) {
    const { day, schoolClass, hour } = place;
    const id = attendanceDayId(day, pupil);
    return carryOut(tools, {
      collection: 'attendance',
      id,
      members: { day, class: schoolClass },
      day,
      writeFacts: (facts) => facts.writeFacts(schoolClass, day, pupil),
      change({ current }, facts, version) {
        const bell = facts.bellHours(schoolClass, day).find((candidate) => candidate.hour === hour);
        const { start, end } = bell ?? WHOLE_DAY;
        const marked = { hour, start, end, by: facts.me, at: version.recordedAt };
        return next(eventsOf(current), marked)?.map((events) => toRecord(place, pupil, id, version, events));
      },
    });
  }

  /** Puts earlier events back; those of colleagues as they were where the rules allow it, else in my name. */
  async function restore(place: HourPlace, pupil: PersonId, events: Events): Promise<CommandResult> {
    const written = await change(place, pupil, (current, marked) =>
      equalJson(current, events) ? undefined : [events, inMyName(events, current, marked)],
    );
    return toResult(written, tools.clock);
  }

  return {
    async markPupil(place, pupil, mark) {
      const written = await change(place, pupil, (events, marked) => {
        const next = markPupil(events, mark, marked);
        return equalJson(events.map(whatHappened), next.map(whatHappened)) ? undefined : [next];
      });
      if (!written.ok) return written;
      const result = toResult(written, tools.clock);
      if (!result.ok) return result;
      const { before, after } = written.value;
      const undo = async () => (before === after ? result : restore(place, pupil, eventsOf(before)));
      return ok({ ...result.value, changed: before !== after, undo });
    },
  };
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

/** The same thing said again, by whomever, is nothing new; only out of class belongs to an hour. */
function whatHappened({ kind, time, hour }: AttendanceEvent): unknown {
  return { kind, time, hour: kind === 'outOfClass' ? hour : undefined };
}

function inMyName(events: Events, current: Events, { by, at }: MarkedBy): Events {
  return sortEvents(
    events.map((event) => (current.some((other) => equalJson(other, event)) ? event : { ...event, by, at })),
  );
}
