import type { ClassId, PersonId } from '../../domain/base/ids.ts';
import { must } from '../../domain/base/assert.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { isReligionGroup, RELIGION_GROUPS } from '../../domain/school/who/religion-groups.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import type { ExtraPosts } from './plan/extra-posts.ts';
import type { ClassPlan } from './plan/school-plan.ts';
import type { Staffing } from './plan/staffing.ts';
import type { StaffedHour } from './timetable/co-teaching.ts';
import type { BesideReligion } from './timetable/religion-hours.ts';

/** Classes and posts of a school, by position. */
interface PostsOfSchool {
  readonly classes: ReadonlyMap<number, SchoolClass>;
  readonly classPlans: readonly ClassPlan[];
  readonly staffing: Staffing;
  readonly extra: ExtraPosts;
  readonly showcase: { readonly class: number; readonly teacher: number };
}

/** Which group of a class has a subject, where no hour of it is of the whole class. */
export function groupsOfSubjects(
  hours: readonly StaffedHour[],
): (position: number, subject: string) => string | undefined {
  const found = Map.groupBy(hours, (hour) => `${hour.class}.${hour.teaching.subject}`);
  return (position, subject) => {
    const groups = new Set((found.get(`${position}.${subject}`) ?? []).map(({ group }) => group));
    const [only, ...others] = groups;
    return others.length === 0 ? only : undefined;
  };
}

/** In which groups a pupil of a class is at any time of the year: of a divided class, and of the hour of religion. */
export function groupsOfPupils(
  who: readonly RegisterRecord[],
): (pupil: PersonId, schoolClass: ClassId) => readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { pupil, schoolClass, group } of who.flatMap(groupIn)) {
    const key = `${pupil} ${schoolClass}`;
    groups.set(key, [...(groups.get(key) ?? []), group]);
  }
  return (pupil, schoolClass) => groups.get(`${pupil} ${schoolClass}`) ?? [];
}

/** Who attends religion in which class, at any time of the year. */
export function attendingReligion(
  who: readonly RegisterRecord[],
): (pupil: PersonId, schoolClass: ClassId) => boolean {
  const attending = new Set(
    who.flatMap((record) =>
      record.kind === 'religionChoice' && record.choice === 'attending'
        ? [`${record.pupil} ${record.class}`]
        : [],
    ),
  );
  return (pupil, schoolClass) => attending.has(`${pupil} ${schoolClass}`);
}

function groupIn(record: RegisterRecord) {
  if (record.kind === 'groupMembership')
    return [{ pupil: record.pupil, schoolClass: record.class, group: record.group }];
  if (record.kind === 'religionChoice' && isReligionGroup(record.choice))
    return [{ pupil: record.pupil, schoolClass: record.class, group: record.choice }];
  return [];
}

/** Who teaches those who do not attend religion: anybody of the level but the printed teachers, whose hours stay what they are. */
export function besideReligionOf(
  { classes, classPlans, staffing, extra, showcase }: PostsOfSchool,
  who: readonly RegisterRecord[],
): BesideReligion {
  const chosen = new Map<ClassId, Set<string>>();
  for (const { schoolClass, group } of who.flatMap(groupIn))
    chosen.set(schoolClass, (chosen.get(schoolClass) ?? new Set<string>()).add(group));
  const posts = [...staffing.posts, ...extra.posts];
  const inShowcase = new Set(
    staffing.teachings.filter((one) => one.class === showcase.class).map(({ teacher }) => teacher),
  );
  const onLeave = new Set([extra.supply?.teacher, extra.supply?.replaces]);
  return {
    groupsOf: (position) => {
      const schoolClass = classes.get(position)?.id;
      const groups = schoolClass && chosen.get(schoolClass);
      return RELIGION_GROUPS.filter((group) => groups?.has(group) === true);
    },
    levelOf: (position) => must(classPlans[position], 'the plan of a class').level,
    teachersOf(level) {
      const able = [...posts.keys()].filter((index) => {
        const post = posts[index];
        return post?.level === level && post.chair !== 'support' && !onLeave.has(index);
      });
      const others = able.filter((index) => !inShowcase.has(index));
      return others.length > 0 ? others : able.filter((index) => index !== showcase.teacher);
    },
  };
}
