import { map, type Observable } from 'rxjs';
import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { addDays, weekdayOf } from '../../../domain/base/local-date.ts';
import { foreseenAudience, pupilsOfLesson } from '../../../domain/hours/pupils-of-lesson.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { noLessonReason, type NoLessonReason } from '../../../domain/school/calendar.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { missingPlan, type MissingPlan } from '../../views/hours/missing-plan.ts';

/** The week of the child of a family, as its timetable foresees it. */
export interface FamilyWeek {
  readonly monday: LocalDate;
  readonly child?: Person;
  /** Undefined before the first synchronisation, and for somebody who is in no class. */
  readonly schoolClass?: SchoolClass;
  readonly missing?: MissingPlan;
  readonly days: readonly {
    readonly day: LocalDate;
    readonly noLesson?: NoLessonReason;
    readonly hours: readonly {
      readonly planned: PlannedHour;
      readonly subject: string;
      readonly teachers: readonly Person[];
    }[];
  }[];
}

const DAYS_OF_WEEK = 7;

/** The week of the child whose account is open, from what families may read: class, timetable, closures. */
export function familyWeek(
  { records, identity }: Pick<Register, 'records' | 'identity'>,
  day: LocalDate,
): Observable<FamilyWeek> {
  return records.facts$.pipe(map((facts) => buildWeek(facts, identity.child, day)));
}

function buildWeek(facts: SchoolFacts, child: Identity['child'], day: LocalDate): FamilyWeek {
  const monday = addDays(day, 1 - weekdayOf(day));
  const days = Array.from({ length: DAYS_OF_WEEK }, (_, index) => addDays(monday, index));
  const schoolClass = child && classOn(facts, child.person, day);
  const person = child && facts.person(child.person);
  const missing = schoolClass && missingPlan(facts, [schoolClass], day);
  return {
    monday,
    ...(person ? { child: person } : {}),
    ...(schoolClass ? { schoolClass } : {}),
    ...(missing ? { missing } : {}),
    days: days.map((each) => dayOf(facts, schoolClass, child?.person, each)),
  };
}

/** The class of a pupil on a day; outside the lessons the last one it was in. */
function classOn(
  facts: SchoolFacts,
  pupil: NonNullable<Identity['child']>['person'],
  day: LocalDate,
): SchoolClass | undefined {
  const own = facts.enrolmentsOfPupil(pupil);
  const current = own.find((enrolment) => holdsOn(enrolment, day));
  const latest = own.toSorted((a, b) => b.from.localeCompare(a.from))[0];
  const found = current ?? latest;
  return found && facts.schoolClass(found.class);
}

function dayOf(
  facts: SchoolFacts,
  schoolClass: SchoolClass | undefined,
  child: PersonId | undefined,
  day: LocalDate,
): FamilyWeek['days'][number] {
  const year = facts.yearOn(day);
  const noLesson = year && noLessonReason(year, day);
  const planned = schoolClass ? ownHours(facts, schoolClass, child, day) : [];
  return {
    day,
    ...(noLesson ? { noLesson } : {}),
    hours: planned.map((hour) => ({
      planned: hour,
      subject: facts.subject(hour.subject)?.name ?? '',
      teachers: hour.teachers.flatMap((teacher) => facts.person(teacher) ?? []),
    })),
  };
}

/** The hours of a class that are the child's: of a parted one those of its own group, and of its choice for the religion hour (D94). */
function ownHours(
  facts: SchoolFacts,
  { id }: SchoolClass,
  child: PersonId | undefined,
  day: LocalDate,
): readonly PlannedHour[] {
  return facts.plannedHours(id, day).filter((cell) => {
    const audience = foreseenAudience(cell.group, cell.subject, facts.religion);
    return (
      child === undefined || pupilsOfLesson(facts.view, { class: id, day }, audience, [child]).length > 0
    );
  });
}
