import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { must } from '../../../domain/base/assert.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { assignmentId, type Assignment } from '../../../domain/kinds/assignment/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { isReligionGroup } from '../../../domain/school/who/religion-groups.ts';
import { SUPPLY_FROM, type ExtraPosts } from '../plan/extra-posts.ts';
import type { Staffing } from '../plan/staffing.ts';
import type { Stamp } from '../stamp.ts';
import type { StaffedHour } from '../timetable/co-teaching.ts';

/** What the assignments are made from; teachers and classes by position. */
export interface AssignmentSource {
  readonly staffing: Staffing;
  readonly extra: ExtraPosts;
  readonly classes: ReadonlyMap<number, SchoolClass>;
  readonly teachers: readonly PersonId[];
  /** The pupil whom a support teacher follows, by class. */
  readonly supportedPupils: ReadonlyMap<number, PersonId>;
  /** First day of the year's lessons; last day of an assignment in a year that is over. */
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** The group that a teacher of the subject has in a divided class, where the whole class does not have it. */
  readonly groupOf: (position: number, subject: string) => string | undefined;
}

/** The teaching assignments of a school, those of groups beside the rest of their class aside. */
export function assignmentRecords(source: AssignmentSource, stamp: Stamp): readonly Assignment[] {
  const { staffing, extra } = source;
  const assign = assigning(source, stamp);
  const records: Assignment[] = [];
  for (const item of staffing.teachings) {
    const replaced = item.teacher === extra.supply?.replaces;
    const group = source.groupOf(item.class, item.subject);
    records.push(
      assign(item.teacher, item.class, item.subject, {
        ...(replaced ? { to: dayBefore(SUPPLY_FROM) } : {}),
        ...(group === undefined ? {} : { group }),
      }),
    );
    if (replaced && extra.supply) {
      const replaces = at(source.teachers, item.teacher);
      records.push(assign(extra.supply.teacher, item.class, item.subject, { from: SUPPLY_FROM, replaces }));
    }
  }
  for (const { teacher, class: position } of extra.supports) {
    const pupil = source.supportedPupils.get(position);
    if (pupil) records.push(assign(teacher, position, 'Sostegno', { type: 'support', pupil }));
  }
  for (const lab of extra.labs) records.push(assign(lab.teacher, lab.class, lab.subject, { type: 'lab' }));
  return records;
}

/** The assignments of those who teach a group beside the rest of its class: in a second language, or in the hour of religion. */
export function besideAssignments(
  hours: readonly StaffedHour[],
  source: Omit<AssignmentSource, 'groupOf'>,
  stamp: Stamp,
): readonly Assignment[] {
  const assign = assigning(source, stamp);
  const each = new Map(
    hours.map((hour) => [`${hour.teaching.teacher}.${hour.class}.${hour.teaching.subject}`, hour]),
  );
  return [...each.values()].map(({ class: position, teaching: { teacher, subject }, group }) =>
    assign(teacher, position, subject, {
      ...(group === 'alternative' ? { type: 'alternative' as const } : {}),
      ...(group === undefined || isReligionGroup(group) ? {} : { group }),
    }),
  );
}

function assigning(source: Omit<AssignmentSource, 'groupOf'>, stamp: Stamp) {
  return (
    teacher: number,
    position: number,
    subject: string,
    details: Partial<Pick<Assignment, 'type' | 'from' | 'to' | 'pupil' | 'replaces' | 'group'>> = {},
  ): Assignment => {
    const person = at(source.teachers, teacher);
    const schoolClass = must(source.classes.get(position), 'the class of an assignment').id;
    const taught = subjectId(subject);
    return {
      ...stamp.office(),
      id: assignmentId(person, schoolClass, taught, details.pupil),
      kind: 'assignment',
      teacher: person,
      class: schoolClass,
      subject: taught,
      type: 'ordinary',
      from: source.from,
      ...(source.to === undefined ? {} : { to: source.to }),
      ...details,
    };
  };
}

function dayBefore(day: LocalDate): LocalDate {
  return addDays(day, -1);
}

function at<T>(items: readonly T[], position: number): T {
  const item = items[position];
  if (item === undefined) throw new Error(`Nothing at ${position}`);
  return item;
}
