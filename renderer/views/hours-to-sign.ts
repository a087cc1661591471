import { combineLatest, distinctUntilChanged, map, switchMap, type Observable } from 'rxjs';
import { equalJson } from '../../domain/base/canonical-json.ts';
import type { Instant } from '../../domain/base/ids.ts';
import { addDays, dayOfInstant, schoolDayAndTime } from '../../domain/base/local-date.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import type { Lesson } from '../../domain/kinds/lesson/record.ts';
import type { Subject } from '../../domain/kinds/subject/record.ts';
import { minutes } from '../data/minutes.ts';
import type { Register } from '../data/register.ts';
import type { SchoolFacts } from '../data/school/school-facts.ts';
import { classMovements, lackOf, type MovementOf } from './hour-lacks.ts';
import {
  inOrder,
  lessonsByHour,
  mineIn,
  namesOf,
  stoodInHours,
  type OwnHour,
} from '../data/school/own-hours.ts';

/** An hour of mine that has ended without my signature. */
export interface UnsignedHour {
  readonly planned: OwnHour;
  readonly schoolClass: SchoolClass;
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
  return combineLatest([records.facts$, lessonsOfLastDays(records, at$), classMovements(records), at$]).pipe(
    map(([facts, lessons, movementOf, at]) => unsignedHours(facts, lessons, movementOf, at)),
  );
}

/** The lessons of the last days, and of earlier ones on which I have stood in without having signed, live. */
export function lessonsOfLastDays(
  records: Register['records'],
  at$: Observable<Instant>,
): Observable<readonly Lesson[]> {
  const today$ = at$.pipe(map(dayOfInstant), distinctUntilChanged());
  return combineLatest([today$, records.facts$]).pipe(
    map(([today, facts]) => {
      const from = addDays(today, -DAYS_BACK);
      const earlier = facts.view.unsignedSubstitutionDays(facts.me).filter((day) => day < from);
      return [...earlier.map((day) => ({ from: day, to: day })), { from, to: today }];
    }),
    distinctUntilChanged((a, b) => equalJson(a, b)),
    switchMap((spans) => combineLatest(spans.map((day) => records.find('lesson', { day })))),
    map((found) => found.flat()),
  );
}

function unsignedHours(facts: SchoolFacts, found: readonly Lesson[], at: Instant): readonly UnsignedHour[] {
  const lessons = lessonsByHour(found);
  const moment = schoolDayAndTime(at);
  const unsigned: UnsignedHour[] = [];
  const add = (hour: UnsignedHour) => {
    const lesson = mineIn(lessons, hour.planned, facts.me);
    if (lackOf(facts, hour.planned, { lesson, movementOf }, at) === 'signature') unsigned.push(hour);
  };
  const first = addDays(moment.day, -DAYS_BACK);
  // What the school has given to somebody afterwards waits for them, however long ago it was (D107).
  for (const day of facts.view.unsignedSubstitutionDays(facts.me).filter((each) => each < first))
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
  return unsigned;
}
