import { toInstant, type LocalDate, type LocalTime, type PersonId } from '../../domain/base/ids.ts';
import {
  attendanceDayId,
  type AttendanceDay,
  type AttendanceEvent,
} from '../../domain/kinds/attendance-day/record.ts';
import { sortEvents } from '../../domain/kinds/attendance-day/attendance-state.ts';
import { SCHOOL, type BenchClass } from './bench-school.ts';
import type { Seeded } from './seeded.ts';

/** When a day is marked: after everything that is told of it, winter and summer. */
const MARKED = 'T11:10:00.000Z';

/** One pupil's day as a teacher marks it: mostly absent, sometimes late, sometimes late and out early. */
export function attendanceDay(
  seeded: Seeded,
  place: { readonly schoolClass: BenchClass; readonly day: LocalDate },
  pupil: PersonId,
  by: PersonId,
): AttendanceDay {
  const at = Date.parse(`${place.day}${MARKED}`);
  return {
    id: attendanceDayId(place.day, pupil),
    kind: 'attendanceDay',
    school: SCHOOL,
    author: by,
    entry: seeded.entry(at),
    recordedAt: toInstant(at),
    day: place.day,
    class: place.schoolClass.id,
    pupil,
    events: events(seeded, by, at),
  };
}

/** The days of all pupils of a class. */
export function classDay(
  seeded: Seeded,
  place: { readonly schoolClass: BenchClass; readonly day: LocalDate },
  by: PersonId,
): readonly AttendanceDay[] {
  return place.schoolClass.pupils.map((pupil) => attendanceDay(seeded, place, pupil, by));
}

/** The same day after another mark by the same teacher: a new version under a new entry. */
export function marked(seeded: Seeded, previous: AttendanceDay): AttendanceDay {
  const { receivedAt: _arrived, ...record } = previous;
  const at = Date.parse(`${previous.day}${MARKED}`) + 1000 * (1 + seeded.below(3000));
  return {
    ...record,
    entry: seeded.entry(at),
    recordedAt: toInstant(at),
    events: events(seeded, previous.author, at),
  };
}

function events(seeded: Seeded, by: PersonId, epochMilliseconds: number): readonly AttendanceEvent[] {
  const at = toInstant(epochMilliseconds);
  const time = (text: string) => text as LocalTime;
  const chance = seeded.next();
  if (chance < 0.7) return [{ kind: 'absent', hour: 1, by, at }];
  const entry = {
    kind: 'entry',
    hour: 1,
    time: time(`08:${10 + seeded.below(50)}`),
    by,
    at,
  } as const satisfies AttendanceEvent;
  if (chance < 0.9) return [entry];
  return sortEvents([entry, { kind: 'exit', hour: 4, time: time(`11:${10 + seeded.below(50)}`), by, at }]);
}
