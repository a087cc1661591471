import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import { CHAIRS, CONTRACT_HOURS } from './chairs.ts';
import { COURSES, weeklyHours } from './curriculum.ts';
import type { ClassPlan } from './school-plan.ts';

/** A teacher's hours of one subject in one class; teachers and classes by their position. */
export interface Teaching {
  readonly teacher: number;
  readonly class: number;
  readonly subject: string;
  readonly hours: number;
}

/** A teaching post: one teacher of one level. */
export interface Post {
  readonly level: SchoolLevel;
  readonly chair: string;
  readonly hours: number;
}

/** Who teaches what in a school. */
export interface Staffing {
  readonly posts: readonly Post[];
  readonly teachings: readonly Teaching[];
}

/** Fills teaching posts class by class: a teacher already in the class first, then any with hours left, then a new one. */
export function planStaffing(classes: readonly ClassPlan[]): Staffing {
  const posts: { level: SchoolLevel; chair: string; hours: number }[] = [];
  const teachings: Teaching[] = [];
  for (const level of new Set(classes.map((plan) => plan.level))) {
    for (const chair of CHAIRS[level]) {
      const own: number[] = [];
      for (const [index, plan] of classes.entries()) {
        if (plan.level !== level) continue;
        const weekly = new Map(weeklyHours(level, plan.year, plan.course));
        const inClass: number[] = [];
        for (const base of chair.bundles) {
          const bundle = chair.key === lunchChair(plan) ? [...base, 'Mensa'] : base;
          const hours = bundle.reduce((sum, subject) => sum + (weekly.get(subject) ?? 0), 0);
          if (hours === 0) continue;
          const hasRoom = (teacher: number) =>
            (posts[teacher]?.hours ?? 0) + hours <= Math.max(hours, CONTRACT_HOURS[level]);
          let teacher = inClass.find(hasRoom) ?? own.find(hasRoom);
          if (teacher === undefined) {
            teacher = posts.push({ level, chair: chair.key, hours: 0 }) - 1;
            own.push(teacher);
          }
          const post = posts[teacher];
          if (post) post.hours += hours;
          inClass.push(teacher);
          for (const subject of bundle) {
            const subjectHours = weekly.get(subject);
            if (subjectHours !== undefined)
              teachings.push({ teacher, class: index, subject, hours: subjectHours });
          }
        }
      }
    }
  }
  return { posts, teachings };
}

/** Who eats with the pupils: a teacher who has no second class, so that two lunches at the same hour never meet. */
function lunchChair(plan: ClassPlan): string {
  return plan.course === COURSES.fullTime ? 'sciences' : 'humanities';
}
