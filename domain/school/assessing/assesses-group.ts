import type { ClassId, LocalDate, PersonId, SubjectId } from '../../base/ids.ts';
import type { Assignment } from '../../kinds/assignment/record.ts';
import { religionHourPart, type Subject } from '../../kinds/subject/record.ts';
import { isReligionGroup } from '../who/religion-groups.ts';

/** A school, as far as it says who is taught what. */
interface TeachingSchool {
  readonly subjects: ReadonlyMap<string, Pick<Subject, 'name' | 'special'>>;
  assignmentsIn(schoolClass: ClassId, day: LocalDate): readonly Assignment[];
}

/** Who assesses what, in which class and on which day. */
interface AssessingOn {
  readonly teacher: PersonId;
  readonly class: ClassId;
  readonly subject: SubjectId;
  readonly day: LocalDate;
}

/**
 * Whether a teacher has a group to assess in a subject (D204): one that is theirs there, or any that the class is split into where the whole class is. A group of
 * the religion hour is one of what is taught in that hour alone, and none is split otherwise there: who is assessed in it tells who chose what (D27, D94).
 */
export function assessesGroup(
  school: TeachingSchool,
  { teacher, class: schoolClass, subject, day }: AssessingOn,
  group: string,
): boolean {
  const taught = school
    .assignmentsIn(schoolClass, day)
    .filter((one) => one.subject === subject && one.type !== 'support');
  const own = taught.filter((one) => one.teacher === teacher);
  const isAlternative = taught.every(({ type }) => type === 'alternative');
  const part = religionHourPart(school.subjects.get(subject)) ?? (isAlternative ? 'alternative' : undefined);
  if (isReligionGroup(group)) return own.length > 0 && group === part;
  return own.some((one) => one.group === group || (part === undefined && one.group === undefined));
}
