import type { ClassId, Instant, PersonId } from '../../../domain/base/ids.ts';
import { minutesToTime, timeToMinutes } from '../../../domain/base/local-date.ts';
import {
  attendanceDayId,
  type AttendanceDay,
  type AttendanceEvent,
} from '../../../domain/kinds/attendance-day/record.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { Random } from '../random.ts';
import type { EnrolledPupil } from '../records/pupil-records.ts';
import type { Stamp } from '../stamp.ts';
import type { HeldHour } from './history-source.ts';
import { instantAt } from '../school-clock.ts';

/** How likely a pupil is to fall ill, come late, leave early on a day. */
interface Habit {
  readonly ill: number;
  readonly late: number;
  readonly exit: number;
}

const USUAL: Habit = { ill: 0.023, late: 0.013, exit: 0.008 };
const OFTEN_ABSENT: Habit = { ill: 0.07, late: 0.06, exit: 0.03 };
const OFTEN_ABSENT_SHARE = 0.06;

/** Invents absences (illnesses of some days), late entries and early exits of a school's pupils, day by day. */
export function createAttendance(
  pupils: readonly EnrolledPupil[],
  stamp: Stamp,
  random: Random,
): { readonly ofDay: (schoolClass: ClassId, hours: readonly HeldHour[]) => readonly AttendanceDay[] } {
  const byClass = new Map<ClassId, EnrolledPupil[]>();
  const habits = new Map<PersonId, Habit>();
  const illDaysLeft = new Map<PersonId, number>();
  for (const pupil of pupils) {
    habits.set(pupil.id, random.chance(OFTEN_ABSENT_SHARE) ? OFTEN_ABSENT : USUAL);
    for (const schoolClass of new Set(pupil.enrolments.map((enrolment) => enrolment.class)))
      byClass.set(schoolClass, [...(byClass.get(schoolClass) ?? []), pupil]);
  }
  const eventsOf = (pupil: PersonId, hours: readonly HeldHour[]): readonly AttendanceEvent[] => {
    const habit = habits.get(pupil) ?? USUAL;
    const left = illDaysLeft.get(pupil) ?? (random.chance(habit.ill) ? random.integer(1, 5) : 0);
    if (left > 0) {
      if (left > 1) illDaysLeft.set(pupil, left - 1);
      else illDaysLeft.delete(pupil);
      return marked({ kind: 'absent' }, hours[0], random);
    }
    if (random.chance(habit.late)) return lateEntry(hours, random);
    return random.chance(habit.exit) ? earlyExit(hours, random) : [];
  };
  return {
    ofDay: (schoolClass, hours) => {
      const day = hours[0]?.day;
      if (day === undefined) return [];
      return (byClass.get(schoolClass) ?? []).flatMap((pupil): readonly AttendanceDay[] => {
        const here = pupil.enrolments.some((item) => item.class === schoolClass && holdsOn(item, day));
        const events = here ? eventsOf(pupil.id, hours) : [];
        const event = events[0];
        if (!event) return [];
        return [
          {
            ...stamp.envelope(event.by, event.at),
            id: attendanceDayId(day, pupil.id),
            kind: 'attendanceDay',
            day,
            class: schoolClass,
            pupil: pupil.id,
            events,
          },
        ];
      });
    },
  };
}

function lateEntry(hours: readonly HeldHour[], random: Random): readonly AttendanceEvent[] {
  const first = hours[0];
  if (!first) return [];
  const minutes = first.startMinutes + (random.chance(0.6) ? random.integer(3, 20) : random.integer(21, 100));
  const hour = hours.findLast((held) => held.startMinutes <= minutes) ?? first;
  return marked({ kind: 'entry', time: minutesToTime(minutes) }, hour, random);
}

function earlyExit(hours: readonly HeldHour[], random: Random): readonly AttendanceEvent[] {
  const last = hours.at(-1);
  if (!last) return [];
  const minutes = timeToMinutes(last.bell.end) - random.integer(15, 110);
  const hour = hours.findLast((held) => held.startMinutes <= minutes) ?? last;
  return marked({ kind: 'exit', time: minutesToTime(minutes) }, hour, random);
}

function marked(
  event: Pick<AttendanceEvent, 'kind' | 'time'>,
  hour: HeldHour | undefined,
  random: Random,
): readonly AttendanceEvent[] {
  const by = hour?.entry.teachers[0];
  if (!hour || !by) return [];
  const after =
    event.time === undefined ? hour.startMinutes + random.integer(2, 9) : timeToMinutes(event.time) + 1;
  const at: Instant = instantAt(hour.day, after, random.integer(0, 59));
  return [{ ...event, hour: hour.bell.hour, by, at }];
}
