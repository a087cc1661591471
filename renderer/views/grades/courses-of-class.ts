import { groupBy } from '../../../domain/base/group-by.ts';
import type { ClassId, LocalDate, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import type { GradeScale } from '../../../domain/grades/scales.ts';
import { groupsOf, pupilsTaking, taughtIn } from '../../../domain/hours/taking/pupils-taking.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import { scaleOfSubject } from '../../../domain/school/grading/scale-of-subject.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { gradesReadOf, type GradesRead } from './reads-class.ts';

/** A class, as it is looked at on a day. */
export interface ClassOn {
  readonly schoolClass: ClassId;
  readonly day: LocalDate;
}

/** A subject of a class, and how it is assessed there. */
export interface CourseOfClass {
  readonly subject: Subject;
  readonly scale: GradeScale;
  /** The groups of the class that alone are taught it (D204); absent: the whole class is. */
  readonly groups?: ReadonlySet<string>;
}

/** The subjects of a class: all that there are, and those whose marks whoever looks may read. */
export interface CoursesOfClass {
  /** By name: those that are taught there, and those in which something was assessed. */
  readonly all: readonly CourseOfClass[];
  /** Of them those whose marks of the whole class are read: the own ones, and all for whoever reads every subject (F.5, D27). */
  readonly read: readonly CourseOfClass[];
  /** Those whose marks of a supported pupil are read: all but religion (F.5). */
  readonly ofSupported: readonly CourseOfClass[];
  /** The subjects that whoever looks teaches there. */
  readonly mine: ReadonlySet<SubjectId>;
  readonly rights: GradesRead;
}

/**
 * The subjects of a class on a day. This is the one list of them: every page that lets somebody choose among them, or shows them, takes it.
 *
 * @param assessed the subjects in which something was assessed, whoever teaches them today
 */
export function coursesOfClass(
  facts: SchoolFacts,
  identity: Register['identity'],
  { schoolClass, day }: ClassOn,
  assessed: Iterable<SubjectId>,
): CoursesOfClass {
  const taught = groupBy(taughtIn(facts.view, { class: schoolClass, day }), ({ subject }) => subject);
  const all = [...new Set([...taught.keys(), ...assessed])]
    .flatMap((id): readonly CourseOfClass[] => {
      const subject = facts.subject(id);
      const scale = scaleOfSubject(facts.view, schoolClass, id);
      if (!subject || !scale) return [];
      const groups = groupsOf(taught.get(id) ?? []);
      return [{ subject, scale, ...(groups ? { groups } : {}) }];
    })
    .toSorted((a, b) => a.subject.name.localeCompare(b.subject.name, 'it'));
  const rights = gradesReadOf(facts, identity, schoolClass, day);
  const mine = new Set(facts.myCourses(schoolClass, day).map(({ id }) => id));
  const isRead = ({ scale, subject }: CourseOfClass) =>
    mine.has(subject.id) || (rights.all && (scale !== 'religion' || rights.religion));
  return {
    all,
    read: all.filter(isRead),
    ofSupported: all.filter((one) => one.scale !== 'religion' || isRead(one)),
    mine,
    rights,
  };
}

/** Those that are read, mine first: so they stand where one of them is chosen. */
export function mineFirst({ read, mine }: Pick<CoursesOfClass, 'read' | 'mine'>): readonly CourseOfClass[] {
  const isMine = ({ subject }: CourseOfClass) => mine.has(subject.id);
  return [...read.filter(isMine), ...read.filter((one) => !isMine(one))];
}

/** The pupils of a class whom a course is about for whoever looks: those of the own groups, where they teach it, else all that are taught it. */
export function pupilsOfCourse(
  facts: SchoolFacts,
  of: ClassOn,
  subject: SubjectId,
  pupils: readonly PersonId[],
): ReadonlySet<PersonId> {
  const on = { class: of.schoolClass, day: of.day };
  const all = taughtIn(facts.view, on).filter((one) => one.subject === subject);
  const mine = all.filter(({ teacher }) => teacher === facts.me);
  return pupilsTaking(facts.view, on, { subject, groups: groupsOf(mine.length > 0 ? mine : all) }, pupils);
}
