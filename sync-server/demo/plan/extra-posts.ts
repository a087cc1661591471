import { localDate } from '../../../domain/base/local-date.ts';
import { CONTRACT_HOURS } from './chairs.ts';
import { COURSES } from './curriculum.ts';
import type { ClassPlan } from './school-plan.ts';
import { languagesOfGroupsAlone } from './second-languages.ts';
import type { Post, Staffing } from './staffing.ts';

/** Hours that a further teacher spends beside the teacher of the subject. */
export interface CoTeaching {
  readonly teacher: number;
  readonly class: number;
  readonly hours: number;
  /** The subjects of the shared hours; empty for any but lunch and religion. */
  readonly subjects: readonly string[];
}

/** A support teacher's hours with one pupil. */
export interface Support {
  readonly teacher: number;
  readonly class: number;
}

/** A supply teacher who stands in for another from a day on. */
export interface Supply {
  readonly teacher: number;
  readonly replaces: number;
}

/** Posts beside those of the subjects: support, laboratory, team teaching, supply. Positions go on after the ordinary posts. */
export interface ExtraPosts {
  readonly posts: readonly Post[];
  readonly coTeachings: readonly CoTeaching[];
  readonly supports: readonly Support[];
  /** Laboratory assistants by class. */
  readonly labs: readonly { readonly teacher: number; readonly class: number; readonly subject: string }[];
  /** Teachers of a second language that only groups of divided classes learn. */
  readonly languages: readonly { readonly teacher: number; readonly subject: string }[];
  readonly supply?: Supply;
}

/** First day of the supply teacher. */
export const SUPPLY_FROM = localDate(2026, 10, 12);
const CLASSES_PER_SUPPORT_TEACHER = 2;
const LAB_CLASSES_PER_TEACHER = 12;

/** Plans the posts beside those of the subjects. */
export function planExtraPosts(
  classes: readonly ClassPlan[],
  staffing: Staffing,
  showcase: number,
): ExtraPosts {
  const posts: Post[] = [];
  const coTeachings: CoTeaching[] = [];
  const supports: Support[] = [];
  const labs: { teacher: number; class: number; subject: string }[] = [];
  const addPost = (post: Post) => staffing.posts.length + posts.push(post) - 1;

  for (const level of new Set(classes.map((plan) => plan.level))) {
    const withSupport = [...classes.keys()].filter(
      (index) => classes[index]?.level === level && index % 2 === 0,
    );
    const hours = level === 'primary' ? 11 : 9;
    for (let start = 0; start < withSupport.length; start += CLASSES_PER_SUPPORT_TEACHER) {
      const teacher = addPost({ level, chair: 'support', hours: 2 * hours });
      for (const index of withSupport.slice(start, start + CLASSES_PER_SUPPORT_TEACHER)) {
        supports.push({ teacher, class: index });
        coTeachings.push({ teacher, class: index, hours, subjects: [] });
      }
    }
  }
  const labClasses = [...classes.keys()].filter((index) => classes[index]?.course === COURSES.applied);
  for (let start = 0; start < labClasses.length; start += LAB_CLASSES_PER_TEACHER) {
    const teacher = addPost({ level: 'upperSecondary', chair: 'laboratory', hours: LAB_CLASSES_PER_TEACHER });
    for (const index of labClasses.slice(start, start + LAB_CLASSES_PER_TEACHER)) {
      labs.push({ teacher, class: index, subject: 'Informatica' });
      coTeachings.push({ teacher, class: index, hours: 1, subjects: ['Informatica'] });
    }
  }
  // In full-time primary classes the two teachers of the team share some hours.
  for (const [index, plan] of classes.entries()) {
    if (plan.course !== COURSES.fullTime) continue;
    const partner = staffing.teachings.find((item) => item.class === index && item.subject === 'Matematica');
    if (partner)
      coTeachings.push({ teacher: partner.teacher, class: index, hours: 3, subjects: ['Italiano'] });
  }
  const languages = languagesOfGroupsAlone(classes, staffing).map((subject) => ({
    subject,
    teacher: addPost({ level: 'lowerSecondary', chair: 'groups', hours: CONTRACT_HOURS.lowerSecondary }),
  }));
  const replaces = replaceable(staffing, showcase);
  if (replaces === undefined) return { posts, coTeachings, supports, labs, languages };
  const { level, chair, hours } = staffing.posts[replaces] ?? { level: 'primary', chair: '', hours: 0 };
  const teacher = addPost({ level, chair, hours });
  return { posts, coTeachings, supports, labs, languages, supply: { teacher, replaces } };
}

/** The English teacher who goes on leave: the last one, who does not teach the printed teacher's class. */
function replaceable(staffing: Staffing, showcase: number): number | undefined {
  const inShowcase = new Set(
    staffing.teachings.filter((item) => item.class === showcase).map((item) => item.teacher),
  );
  const position = staffing.posts.findLastIndex(
    (post, index) => post.chair === 'english' && !inShowcase.has(index),
  );
  return position < 0 ? undefined : position;
}
