import type { ClassId, PersonId } from '../../domain/base/ids.ts';
import type { Assignment } from '../../domain/kinds/assignment/record.ts';
import { className, type SchoolClass } from '../../domain/kinds/class/record.ts';
import type { SchoolPlan } from './plan/school-plan.ts';

/** An account of a demonstration school, as it is printed. */
export interface DemoAccount {
  readonly school: string;
  readonly schoolName: string;
  readonly role: 'teacher' | 'office' | 'principal' | 'guardian' | 'student';
  readonly name: string;
  readonly username: string;
  readonly password: string;
  /** The classes of a teacher; the first one is shared by the printed teachers of the school. Of a family, the child's. */
  readonly classes: readonly string[];
  /** The child of a guardian. */
  readonly child?: string;
}

/** What the printed accounts are chosen from. */
export interface AccountSource {
  readonly plan: SchoolPlan;
  readonly classes: readonly SchoolClass[];
  readonly assignments: readonly Assignment[];
  readonly staff: readonly { readonly person: PersonId; readonly name: string; readonly username: string }[];
  readonly showcase: SchoolClass | undefined;
  readonly showcaseTeacher: PersonId | undefined;
  readonly clerk: PersonId;
  readonly principal: PersonId | undefined;
}

/** Chooses three teachers who share the first class (the one of Italian first, then the ones with most classes), a clerk and the principal. */
export function printedAccounts(source: AccountSource): readonly DemoAccount[] {
  const { plan, showcase } = source;
  const names = new Map(source.classes.map((schoolClass) => [schoolClass.id, className(schoolClass)]));
  const taught = new Map<PersonId, Set<ClassId>>();
  for (const { teacher, class: schoolClass, to } of source.assignments) {
    if (to === undefined) taught.set(teacher, (taught.get(teacher) ?? new Set<ClassId>()).add(schoolClass));
  }
  const colleagues = source.assignments
    .filter(
      (item) =>
        item.class === showcase?.id && item.type === 'ordinary' && item.teacher !== source.showcaseTeacher,
    )
    .map((item) => item.teacher);
  const byClasses = [...new Set(colleagues)].sort(
    (a, b) => (taught.get(a)?.size ?? 0) - (taught.get(b)?.size ?? 0),
  );
  const teachers = [source.showcaseTeacher, byClasses[0], byClasses.at(-1)];
  const account = (role: DemoAccount['role'], person: PersonId | undefined): readonly DemoAccount[] => {
    const member = source.staff.find((item) => item.person === person);
    if (!member || person === undefined) return [];
    const classes = [...(taught.get(person) ?? [])].flatMap((id) => names.get(id) ?? []);
    const shared = showcase ? className(showcase) : '';
    return [
      {
        school: plan.code,
        schoolName: plan.name,
        role,
        name: member.name,
        username: member.username,
        password: plan.password,
        classes: classes.sort((a, b) => Number(b === shared) - Number(a === shared) || a.localeCompare(b)),
      },
    ];
  };
  return [
    ...teachers.flatMap((teacher) => account('teacher', teacher)),
    ...account('office', source.clerk),
    ...account('principal', source.principal),
  ];
}
