import { combineLatest, map, type Observable } from 'rxjs';
import type { Instant, LocalDate } from '../../../domain/base/ids.ts';
import { addDays, schoolDayAndTime } from '../../../domain/base/local-date.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import { minutes } from '../../data/minutes.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { classMovements, lackOf, type MovementOf } from './hour-lacks.ts';
import { lessonsOfMyHours } from './lessons-of-my-hours.ts';
import { inOneRow, isOneLesson } from './joined-places.ts';
import {
  inOrder,
  lessonsByHour,
  mineIn,
  namesOf,
  stoodInHours,
  type OwnHour,
} from '../../kinds/lesson/own-hours.ts';

/** An hour of mine that has ended without my signature. */
export interface UnsignedHour {
  readonly planned: OwnHour;
  readonly schoolClass: SchoolClass;
  /** The classes that have the same lesson: one signature signs them all (D17). */
  readonly joined?: readonly SchoolClass[];
  /** Of an hour in which I stand in it may not be known. */
  readonly subject?: Subject;
}

/** How many days back hours that wait for a signature or a topic are listed. */
export const DAYS_BACK = 14;

/** My hours of the last days that have ended without my signature and can still be signed, those of today too, live; oldest first. */
export function hoursToSign({
  records,
  now,
}: Pick<Register, 'records' | 'now'>): Observable<readonly UnsignedHour[]> {
  const at$ = minutes(now);
  const lessons$ = lessonsOfMyHours(records, at$, daysToSign);
  return combineLatest([records.facts$, lessons$, classMovements(records), at$]).pipe(
    map(([facts, lessons, movementOf, at]) => unsignedHours(facts, lessons, movementOf, at)),
  );
}

/** The days before those on which I stand in without having signed: what the school gives to somebody afterwards waits for them, however long ago it was (D107). */
export function forgottenDays(facts: SchoolFacts, today: LocalDate): readonly LocalDate[] {
  const first = addDays(today, -DAYS_BACK);
  return facts.view.unsignedSubstitutionDays(facts.me).filter((day) => day < first);
}

function daysToSign(facts: SchoolFacts, today: LocalDate): readonly LocalDate[] {
  const last = Array.from({ length: DAYS_BACK + 1 }, (_, back) => addDays(today, -back));
  return [...forgottenDays(facts, today), ...last];
}

function unsignedHours(
  facts: SchoolFacts,
  found: readonly Lesson[],
  movementOf: MovementOf,
  at: Instant,
): readonly UnsignedHour[] {
  const lessons = lessonsByHour(found);
  const moment = schoolDayAndTime(at);
  const unsigned: UnsignedHour[] = [];
  const add = (hour: UnsignedHour) => {
    const lesson = mineIn(lessons, hour.planned, facts.me);
    if (lackOf(facts, hour.planned, { lesson, movementOf }, at) === 'signature') unsigned.push(hour);
  };
  for (const day of forgottenDays(facts, moment.day))
    for (const { bell, schoolClass, subject } of stoodInHours(facts, day, []))
      add({ planned: { ...bell, day, class: schoolClass.id }, schoolClass, ...(subject ? { subject } : {}) });
  for (let back = DAYS_BACK; back >= 0; back -= 1) {
    const day = addDays(moment.day, -back);
    for (const planned of facts.myHours(day).toSorted(inOrder)) {
      const names = namesOf(facts, planned);
      if (names) add({ planned, ...names });
    }
    for (const { bell, schoolClass, subject } of stoodInHours(facts, day, []))
      add({ planned: { ...bell, day, class: schoolClass.id }, schoolClass, ...(subject ? { subject } : {}) });
  }
  return inOneRow(unsigned, (one, other) => isOneLesson(facts, found, one.planned, other.planned)).map(
    ({ hour, joined }) =>
      joined.length === 0 ? hour : { ...hour, joined: joined.map(({ schoolClass }) => schoolClass) },
  );
}
