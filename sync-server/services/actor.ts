import type { Actor } from '../../domain/access/actor.ts';
import { seesWholeSchool } from '../../domain/access/actor.ts';
import {
  toInstant,
  type ClassId,
  type LocalDate,
  type PersonId,
  type SchoolId,
} from '../../domain/base/ids.ts';
import { addDays, dayOfInstant } from '../../domain/base/local-date.ts';
import type { Assignment } from '../../domain/records/assignment.ts';
import { startYearOf } from '../../domain/rules/calendar.ts';
import { overlaps } from '../../domain/rules/validity.ts';
import type { SchoolSnapshot } from './school-directory.ts';

/**
 * Days around an assignment in which its class is already, or still, the teacher's: a supply prepares before the first lesson, and
 * what was recorded offline on the last day must still arrive.
 */
const ASSIGNMENT_MARGIN_DAYS = 14;

/** Who a person of the school's staff is at an instant, from the school's own records; undefined for strangers and those who left. */
export function actorOf(
  snapshot: SchoolSnapshot,
  school: SchoolId,
  person: PersonId,
  now: number,
): Actor | undefined {
  const staff = snapshot.staff.get(person);
  const today = dayOfInstant(toInstant(now));
  if (!staff || (staff.leftOn !== undefined && staff.leftOn < today)) return undefined;
  const { roles } = staff;
  return { school, person, roles, classes: classesOf(snapshot, person, seesWholeSchool({ roles }), today) };
}

function classesOf(
  snapshot: SchoolSnapshot,
  person: PersonId,
  wholeSchool: boolean,
  today: LocalDate,
): readonly ClassId[] {
  const startYear = startYearOf(today);
  const isCurrent = (id: ClassId) => snapshot.classes.get(id)?.startYear === startYear;
  if (wholeSchool) return [...snapshot.classes.keys()].filter(isCurrent);
  const around = {
    from: addDays(today, -ASSIGNMENT_MARGIN_DAYS),
    to: addDays(today, ASSIGNMENT_MARGIN_DAYS),
  };
  const own = (snapshot.assignmentsOf.get(person) ?? []).filter((assignment) =>
    overlaps(span(assignment), around),
  );
  return [...new Set(own.map((assignment) => assignment.class))].filter(isCurrent);
}

function span({ from, to }: Assignment) {
  return to === undefined ? { from } : { from, to };
}
