import type { ClassId, Instant, LocalTime, PersonId } from '../../../../domain/base/ids.ts';
import { minutesToTime, timeToMinutes } from '../../../../domain/base/local-date.ts';
import { sortEvents } from '../../../../domain/kinds/attendance-day/attendance-state.ts';
import {
  attendanceDayId,
  type AttendanceDay,
  type AttendanceEvent,
} from '../../../../domain/kinds/attendance-day/record.ts';
import { holdsOn } from '../../../../domain/school/validity.ts';
import type { Random } from '../../random.ts';
import { instantAt } from '../../school-clock.ts';
import type { Stamp } from '../../stamp.ts';
import type { HeldHour, HistorySource } from '../history-source.ts';
import type { Away } from './away.ts';

/** How likely a pupil is to fall ill, come late, leave early on a day. */
interface Habit {
  readonly ill: number;
  readonly late: number;
  readonly exit: number;
}

const USUAL: Habit = { ill: 0.023, late: 0.013, exit: 0.008 };
const OFTEN_ABSENT: Habit = { ill: 0.07, late: 0.06, exit: 0.03 };
const OFTEN_ABSENT_SHARE = 0.06;
const OUT_OF_CLASS_SHARE = 0.003;
/** Of those who leave, who comes back in the same morning. */
const RETURN_SHARE = 0.2;
/** Of those who come late, who leaves early too. */
const LATE_AND_EXIT_SHARE = 0.06;

/** Invents the days of a school's pupils: illnesses of some days, late entries, exits and returns, hours out of class. */
export function createAttendance(
  { pupils, groupsOf }: Pick<HistorySource, 'pupils' | 'groupsOf'>,
  away: Away,
  stamp: Stamp,
  random: Random,
): {
  /** @param beside the hours of groups that have another teacher in one of the hours of the class */
  readonly ofDay: (
    schoolClass: ClassId,
    hours: readonly HeldHour[],
    beside: readonly HeldHour[],
  ) => readonly AttendanceDay[];
} {
  const byClass = new Map<ClassId, HistorySource['pupils'][number][]>();
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
    if (random.chance(habit.late)) {
      const late = lateEntry(hours, random);
      return random.chance(LATE_AND_EXIT_SHARE) ? [...late, ...earlyExit(hours.slice(3), random)] : late;
    }
    if (random.chance(habit.exit))
      return random.chance(RETURN_SHARE) ? exitAndReturn(hours, random) : earlyExit(hours, random);
    return random.chance(OUT_OF_CLASS_SHARE)
      ? marked({ kind: 'outOfClass' }, random.pick(hours), random)
      : [];
  };
  return {
    ofDay: (schoolClass, hours, beside) => {
      const day = hours[0]?.day;
      if (day === undefined) return [];
      return (byClass.get(schoolClass) ?? []).flatMap((pupil): readonly AttendanceDay[] => {
        const here = pupil.enrolments.some((item) => item.class === schoolClass && holdsOn(item, day));
        if (!here || away.isElsewhere(pupil.id, day)) return [];
        const groups = beside.length === 0 ? [] : groupsOf(pupil.id, schoolClass);
        const own = groups.length === 0 ? hours : hours.map((hour) => ownHour(hour, beside, groups));
        const events = sortEvents(eventsOf(pupil.id, own));
        const last = events.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
        if (!last) return [];
        return [
          {
            ...stamp.envelope(last.by, last.at),
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

/** The hour as a pupil has it: with the teacher of the own group, where the class is parted. */
function ownHour(hour: HeldHour, beside: readonly HeldHour[], groups: readonly string[]): HeldHour {
  const own = beside.find(
    ({ bell, entry }) =>
      bell.hour === hour.bell.hour && entry.group !== undefined && groups.includes(entry.group),
  );
  return own ?? hour;
}

function lateEntry(hours: readonly HeldHour[], random: Random): readonly AttendanceEvent[] {
  const first = hours[0];
  if (!first) return [];
  const minutes = first.startMinutes + (random.chance(0.6) ? random.integer(3, 20) : random.integer(21, 100));
  return timed('entry', minutes, hours, random);
}

function earlyExit(hours: readonly HeldHour[], random: Random): readonly AttendanceEvent[] {
  const last = hours.at(-1);
  if (!last) return [];
  return timed('exit', timeToMinutes(last.bell.end) - random.integer(15, 110), hours, random);
}

/** To the doctor and back: out in the second hour, in again an hour or more later. */
function exitAndReturn(hours: readonly HeldHour[], random: Random): readonly AttendanceEvent[] {
  const second = hours[1];
  if (!second || hours.length < 4) return earlyExit(hours, random);
  const left = second.startMinutes + random.integer(5, 40);
  return [
    ...timed('exit', left, hours, random),
    ...timed('entry', left + random.integer(55, 80), hours, random),
  ];
}

function timed(
  kind: 'entry' | 'exit',
  minutes: number,
  hours: readonly HeldHour[],
  random: Random,
): readonly AttendanceEvent[] {
  const hour = hours.findLast((held) => held.startMinutes <= minutes) ?? hours[0];
  return marked({ kind, time: minutesToTime(minutes) }, hour, random);
}

function marked(
  event: { readonly kind: AttendanceEvent['kind']; readonly time?: LocalTime },
  hour: HeldHour | undefined,
  random: Random,
): readonly AttendanceEvent[] {
  const by = hour?.teachers[0];
  if (!hour || !by) return [];
  const after =
    event.time === undefined ? hour.startMinutes + random.integer(2, 9) : timeToMinutes(event.time) + 1;
  const at: Instant = instantAt(hour.day, after, random.integer(0, 59));
  return [{ ...event, hour: hour.bell.hour, by, at }];
}
