import type { ClassId, LocalDate, PersonId, SubjectId } from '../../base/ids.ts';
import type { Assignment } from '../../kinds/assignment/record.ts';
import type { SchoolView } from '../../school/school-view.ts';
import { foreseenAudience, pupilsOfLesson, religionGroupOf } from '../pupils-of-lesson.ts';
import { religionSubjects } from '../religion-subjects.ts';

/** What of a school says whose a subject is. */
type TakingView = Pick<
  SchoolView,
  'assignmentsIn' | 'assignmentsOf' | 'subjects' | 'groupOn' | 'religionChoiceOn'
>;

interface ClassOn {
  readonly class: ClassId;
  readonly day: LocalDate;
}

/** What is taught in a class on a day; support is nobody's subject. */
export function taughtIn(
  view: Pick<SchoolView, 'assignmentsIn'>,
  { class: schoolClass, day }: ClassOn,
): readonly Assignment[] {
  return view.assignmentsIn(schoolClass, day).filter(({ type }) => type !== 'support');
}

/** The groups of assignments where each has one. */
export function groupsOf(assignments: readonly Assignment[]): ReadonlySet<string> | undefined {
  const groups = assignments.map(({ group }) => group);
  if (groups.length === 0 || groups.includes(undefined)) return undefined;
  return new Set(groups.flatMap((group) => group ?? []));
}

/** The groups of a class that alone are taught a subject on a day (D204); undefined where the whole class is. */
function groupsTaught(
  view: Pick<SchoolView, 'assignmentsIn'>,
  on: ClassOn,
  subject: SubjectId,
): ReadonlySet<string> | undefined {
  return groupsOf(taughtIn(view, on).filter((one) => one.subject === subject));
}

/**
 * Whose a subject is on a day, of the pupils of a class: those of its groups (D204), those who take part in what is taught in the hour of religion (D94), else
 * all. By the same rule as the rolls of its lessons.
 */
export function pupilsTaking(
  view: TakingView,
  on: ClassOn,
  { subject, groups }: { readonly subject: SubjectId; readonly groups?: ReadonlySet<string> | undefined },
  pupils: readonly PersonId[],
): ReadonlySet<PersonId> {
  const religion = religionSubjects(view);
  const named = groups ? [...groups] : [religionGroupOf(subject, religion)];
  return new Set(
    named.flatMap((group) => pupilsOfLesson(view, on, foreseenAudience(group, subject, religion), pupils)),
  );
}

/** A column of a gradebook, as far as it says whose it is. */
interface ColumnOfGroup {
  readonly class: ClassId;
  readonly subject: SubjectId;
  readonly group?: string;
}

/** Who of the pupils of a class is assessed in a column on a day: those of its group, or where it is of none those who have the subject (D94, D204). */
export function pupilsOfColumn(
  view: TakingView,
  { class: schoolClass, subject, group }: ColumnOfGroup,
  pupils: readonly PersonId[],
  day: LocalDate,
): ReadonlySet<PersonId> {
  const on = { class: schoolClass, day };
  const groups = group === undefined ? groupsTaught(view, on, subject) : new Set([group]);
  return pupilsTaking(view, on, { subject, groups }, pupils);
}

/** Whether a pupil of the class may be assessed in a column on a day (D94, D204): of whom no record says a group or a choice it is not denied. */
export function isAssessedIn(
  view: TakingView,
  column: ColumnOfGroup,
  pupil: PersonId,
  day: LocalDate,
): boolean {
  return pupilsOfColumn(view, column, [pupil], day).has(pupil);
}
