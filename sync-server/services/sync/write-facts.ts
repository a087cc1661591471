import type { Actor } from '../../../domain/access/actor.ts';
import type { WriteFacts } from '../../../domain/access/authorize-write.ts';
import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/records/collections.ts';
import { DEFAULT_POLICIES } from '../../../domain/records/school.ts';
import { startYearOf } from '../../../domain/rules/calendar.ts';
import { bellSchemeFor } from '../../../domain/rules/timetable-day.ts';
import { holdsOn } from '../../../domain/rules/validity.ts';
import type { SchoolSnapshot } from '../school-directory.ts';

/** Gathers what the decision on one record needs to know of the school. */
export function factsFor(snapshot: SchoolSnapshot, actor: Actor, record: RegisterRecord): WriteFacts {
  const policies = snapshot.school?.policies ?? DEFAULT_POLICIES;
  if (record.kind !== 'lesson' && record.kind !== 'attendanceDay')
    return { policies, year: null, hours: [], subjects: [], enrolment: 'never' };
  const schoolClass = snapshot.classes.get(record.class);
  const scheme = schoolClass && bellSchemeFor(snapshot.bellSchemes, schoolClass, record.day);
  return {
    policies,
    year: snapshot.years.get(startYearOf(record.day)) ?? null,
    hours: scheme?.hours ?? [],
    subjects: subjectsOf(snapshot, actor, record.class, record.day),
    enrolment:
      record.kind === 'attendanceDay'
        ? enrolmentOf(snapshot, record.pupil, record.class, record.day)
        : 'never',
  };
}

function subjectsOf(snapshot: SchoolSnapshot, actor: Actor, schoolClass: ClassId, day: LocalDate) {
  return (snapshot.assignmentsOf.get(actor.person) ?? [])
    .filter((assignment) => assignment.class === schoolClass && holdsOn(assignment, day))
    .map((assignment) => assignment.subject);
}

function enrolmentOf(
  snapshot: SchoolSnapshot,
  pupil: PersonId,
  schoolClass: ClassId,
  day: LocalDate,
): WriteFacts['enrolment'] {
  const own = (snapshot.enrolmentsOf.get(pupil) ?? []).filter((enrolment) => enrolment.class === schoolClass);
  if (own.length === 0) return 'never';
  return own.some((enrolment) => holdsOn(enrolment, day)) ? 'enrolled' : 'otherDays';
}
