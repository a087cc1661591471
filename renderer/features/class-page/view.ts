import { combineLatest, map, type Observable } from 'rxjs';
import { can } from '../../../domain/access/capabilities.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { hoursOfDay } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import { pupilInHour } from '../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { BellHour } from '../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import { WHOLE_CLASS, type HourPlace } from '../../../domain/school/hour-place.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import { lessonGroup, onePerHour, plannedForMe } from '../../data/school/planned-for-me.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { daysOfClasses } from '../../views/days-of-classes.ts';
import { lessonAt } from '../../views/hours/lesson-at.ts';
import { pupilsOfHour } from '../../views/hours/pupils-of-hour.ts';
import { hourToShow } from './hour-to-show.ts';
import { signatureOf } from '../../../domain/kinds/lesson/signature-of.ts';

/** Which class and which of its hours the frame names. */
export interface ClassHead {
  readonly schoolClass: SchoolClass;
  /** Undefined where the class has no such hour on the day. */
  readonly bell?: BellHour;
  /** Undefined when the timetable does not foresee me here. */
  readonly planned?: PlannedHour;
  /** All hours of the class on this day, to move between them. */
  readonly hours: readonly PlannedHour[];
  readonly subject?: Subject;
  /** The timetable foresees somebody else here, and I am here as a teacher. */
  readonly standsIn: boolean;
  /** Whether more of the class than this hour is open to me: one of my own, or I read the register of every class. */
  readonly isOwn: boolean;
}

/** A class and one of its hours, live; undefined while the class is not known. */
export function classHead(
  { records, identity }: Pick<Register, 'records' | 'identity'>,
  place: HourPlace,
): Observable<ClassHead | undefined> {
  const { day, schoolClass: id, hour } = place;
  return combineLatest([records.facts$, records.find('lesson', { day: { from: day, to: day } })]).pipe(
    map(([facts, lessons]) => {
      const schoolClass = facts.schoolClass(id);
      if (!schoolClass) return undefined;
      const bell = facts.bellHours(id, day).find((each) => each.hour === hour);
      const hours = onePerHour(facts.plannedHours(id, day), facts.me);
      const planned = plannedForMe(facts, place);
      const lesson = lessonAt(facts, lessons, place);
      const mine = signatureOf(lesson, facts.me);
      const subject = facts.subject(mine?.subject ?? lesson?.subject ?? planned?.subject ?? '');
      const isMine = planned?.teachers.includes(facts.me) === true;
      return {
        schoolClass,
        hours,
        standsIn: bell !== undefined && !isMine && can(identity, 'teach'),
        isOwn: can(identity, 'runSchool') || facts.myClasses(day).some((each) => each.id === id),
        ...(bell ? { bell } : {}),
        ...(isMine ? { planned } : {}),
        ...(subject ? { subject } : {}),
      };
    }),
  );
}

/** A section, or one view of it, as far as it is asked whether it is offered. */
interface Offered {
  readonly view?: {
    readonly isOffered: (of: {
      readonly facts: SchoolFacts;
      readonly identity: Register['identity'];
      readonly place: HourPlace;
    }) => boolean;
  };
}

/** Those of some sections that have something to show of a class to whoever looks, live. */
export function offeredSections<S extends Offered>(
  { records, identity }: Pick<Register, 'records' | 'identity'>,
  sections: readonly S[],
  place: HourPlace,
): Observable<readonly S[]> {
  return records.facts$.pipe(
    map((facts) => sections.filter(({ view }) => view?.isOffered({ facts, identity, place }) ?? true)),
  );
}

/** How many pupils the class has at an hour, and how many of them are absent. */
export interface ClassCounts {
  readonly pupils: number;
  readonly absent: number;
}

/** The counts of an hour of a class, live; undefined on a day without it. */
export function classCounts(
  { records }: Pick<Register, 'records'>,
  place: HourPlace,
): Observable<ClassCounts | undefined> {
  const { day, schoolClass, hour } = place;
  return combineLatest([
    records.facts$,
    daysOfClasses(records, [schoolClass], day),
    records.find('lesson', { day: { from: day, to: day } }),
  ]).pipe(
    map(([facts, attendance, lessons]) => {
      const ofDay = hoursOfDay(day, facts.writeFacts(schoolClass, day));
      const bell = ofDay.bells.find((each) => each.hour === hour);
      if (!bell) return undefined;
      const group = lessonGroup(facts, place);
      const lesson = lessonAt(facts, lessons, place);
      const ofLesson = { ...place, group: (lesson ? lesson.group : group) ?? WHOLE_CLASS };
      const pupils = new Set(pupilsOfHour(facts, ofLesson, bell, lesson));
      const absent = attendance.filter(
        ({ pupil, events }) => pupils.has(pupil) && pupilInHour(events, ofDay, bell).mark === 'absent',
      );
      return { pupils: pupils.size, absent: absent.length };
    }),
  );
}

/** The hour of a class that an address without one means: the one running now, else the next, else the last of the day. */
export function hourMeant(
  { records, now }: Pick<Register, 'records' | 'now'>,
  schoolClass: HourPlace['schoolClass'],
  day: LocalDate,
): Observable<number> {
  return records.facts$.pipe(
    map((facts) => hourToShow(facts.plannedHours(schoolClass, day), { day }, now())),
  );
}
