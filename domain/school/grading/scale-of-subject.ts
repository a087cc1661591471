import type { ClassId, PersonId } from '../../base/ids.ts';
import { scaleOf, type GradeScale } from '../../grades/scales.ts';
import type { Assignment } from '../../kinds/assignment/record.ts';
import type { SchoolClass } from '../../kinds/class/record.ts';
import { religionHourPart, type Subject } from '../../kinds/subject/record.ts';

/** A school, as far as its scales ask for it. */
interface ScaledSchool {
  readonly classes: ReadonlyMap<ClassId, Pick<SchoolClass, 'level'>>;
  readonly subjects: ReadonlyMap<string, Pick<Subject, 'name' | 'special'>>;
  readonly assignmentsOf: ReadonlyMap<PersonId, readonly Pick<Assignment, 'class' | 'subject' | 'type'>[]>;
}

/**
 * In which scale a subject is assessed in a class (D25–D27): words in primary classes, and for whatever is taught in the hour of religion anywhere, be it that the
 * school has said so of the subject, or that nobody teaches it there for anything else (D94); tenths elsewhere. Undefined for a class that is not known.
 */
export function scaleOfSubject(
  { classes, subjects, assignmentsOf }: ScaledSchool,
  schoolClass: ClassId,
  subject: string,
): GradeScale | undefined {
  const level = classes.get(schoolClass)?.level;
  if (level === undefined) return undefined;
  const isOfReligionHour =
    religionHourPart(subjects.get(subject)) !== undefined ||
    besideReligion(assignmentsOf).get(`${schoolClass}/${subject}`) === true;
  return scaleOf({ isPrimary: level === 'primary', isReligion: isOfReligionHour });
}

/** A picture of a school never changes: what was found of it stays. */
const found = new WeakMap<object, ReadonlyMap<string, boolean>>();

/** Of each course whether all who have it teach it as the alternative to religion; support is nobody's subject. */
function besideReligion(assignmentsOf: ScaledSchool['assignmentsOf']): ReadonlyMap<string, boolean> {
  const known = found.get(assignmentsOf);
  if (known) return known;
  const courses = new Map<string, boolean>();
  for (const { class: schoolClass, subject, type } of [...assignmentsOf.values()].flat()) {
    if (type === 'support') continue;
    const course = `${schoolClass}/${subject}`;
    courses.set(course, type === 'alternative' && courses.get(course) !== false);
  }
  found.set(assignmentsOf, courses);
  return courses;
}
