import type { Actor } from '../../../domain/access/actor.ts';
import type { WriteFacts } from '../../../domain/entries/authorize-write.ts';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/collections.ts';
import { DEFAULT_POLICIES } from '../../../domain/kinds/school/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { membershipOn } from '../../../domain/school/class-membership.ts';
import { bellSchemeFor } from '../../../domain/school/timetable-day.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { SchoolSnapshot } from '../school-directory.ts';
import { plannedHoursOf } from './day/planned-hours.ts';

/** Gathers what the decision on one record needs to know of the school. */
export type FactsFor = (record: RegisterRecord) => WriteFacts;

/** The facts about one actor's records; those of a class and a day are gathered once for all records of them that follow each other. */
export function createFacts(snapshot: SchoolSnapshot, actor: Actor): FactsFor {
  const policies = snapshot.school?.policies ?? DEFAULT_POLICIES;
  const ofNoDay: WriteFacts = {
    policies,
    year: null,
    hours: [],
    teaches: false,
    subjects: [],
    enrolment: 'never',
    schoolHasClass: false,
  };
  let last: { readonly class: ClassId; readonly day: LocalDate; readonly facts: WriteFacts } | undefined;

  const ofClassAndDay = (id: ClassId, day: LocalDate) => {
    if (last?.class === id && last.day === day) return last.facts;
    const schoolClass = snapshot.classes.get(id);
    const scheme = schoolClass && bellSchemeFor(snapshot.bellSchemes, schoolClass, day);
    const facts: WriteFacts = {
      ...ofNoDay,
      year: snapshot.years.get(startYearOf(day)) ?? null,
      hours: scheme?.hours ?? [],
      schoolHasClass: schoolClass?.startYear === startYearOf(day),
      ownHours: plannedHoursOf(snapshot, actor.person, id, day),
      ...teachingOf(snapshot, actor, id, day),
    };
    last = { class: id, day, facts };
    return facts;
  };

  return (record) => {
    if (record.kind !== 'lesson' && record.kind !== 'attendanceDay') return ofNoDay;
    const facts = ofClassAndDay(record.class, record.day);
    if (record.kind === 'lesson') return facts;
    const enrolments = snapshot.enrolmentsOf.get(record.pupil) ?? [];
    return { ...facts, enrolment: membershipOn(enrolments, record.class, record.day) };
  };
}

function teachingOf(
  snapshot: SchoolSnapshot,
  actor: Actor,
  schoolClass: ClassId,
  day: LocalDate,
): Pick<WriteFacts, 'teaches' | 'subjects'> {
  const assignments = (snapshot.assignmentsOf.get(actor.person) ?? []).filter(
    (assignment) => assignment.class === schoolClass && holdsOn(assignment, day),
  );
  return { teaches: assignments.length > 0, subjects: assignments.map((assignment) => assignment.subject) };
}
