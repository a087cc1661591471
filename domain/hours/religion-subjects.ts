import type { Assignment } from '../kinds/assignment/record.ts';
import { religionHourPart, type Subject } from '../kinds/subject/record.ts';
import type { SchoolView } from '../school/school-view.ts';
import type { ReligionPart, ReligionSubjects } from './held-lessons.ts';

/** A picture of a school never changes: what was found of it stays. */
const found = new WeakMap<object, ReligionSubjects>();

/**
 * Which subjects of a school its religion hour has (D94): as the office has said of them. The alternative is also what is taught as such
 * and never otherwise; where a teacher takes pupils through history in that hour, history stays a subject of the class.
 */
export function religionSubjects({
  subjects,
  assignmentsOf,
}: Pick<SchoolView, 'subjects' | 'assignmentsOf'>): ReligionSubjects {
  const known = found.get(assignmentsOf);
  if (known) return known;
  const assignments = [...assignmentsOf.values()].flat();
  const all = [...subjects.values()].map((subject) => ({
    id: subject.id,
    part: partOf(subject, assignments),
  }));
  const of = (part: ReligionPart) => all.flatMap((one) => (one.part === part ? [one.id] : []));
  const parts = {
    attending: of('attending'),
    alternative: of('alternative'),
    assistedStudy: of('assistedStudy'),
  };
  found.set(assignmentsOf, parts);
  return parts;
}

function partOf(subject: Subject, assignments: readonly Assignment[]): ReligionPart | undefined {
  const part = religionHourPart(subject);
  if (part !== undefined) return part === 'religion' ? 'attending' : part;
  const own = assignments.filter((assignment) => assignment.subject === subject.id);
  return own.length > 0 && own.every(({ type }) => type === 'alternative') ? 'alternative' : undefined;
}
