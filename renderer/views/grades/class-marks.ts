import { combineLatest, map, type Observable } from 'rxjs';
import { groupBy } from '../../../domain/base/group-by.ts';
import type { ClassId, LocalDate, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import type { GradeScale } from '../../../domain/grades/scales.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { GradingPolicies } from '../../../domain/kinds/school/grading-policies.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import { scaleOfSubject } from '../../../domain/school/grading/scale-of-subject.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { gradesReadOf } from './reads-class.ts';
import { periodsOfPupil, type MarksOfPupil, type PeriodMarks } from './course-marks.ts';

/** A subject of a class, and how it is assessed there. */
export interface CourseOfClass {
  readonly subject: Subject;
  readonly scale: GradeScale;
  /** The groups of the class that alone are taught it (D204); absent: the whole class is. */
  readonly groups?: ReadonlySet<string>;
}

/** The marks of a class as far as whoever looks may read them. */
export interface ClassMarks {
  readonly facts: SchoolFacts;
  readonly year: SchoolYear;
  readonly grading: GradingPolicies | undefined;
  /** By name: those that are taught there, and those in which something was assessed. */
  readonly courses: readonly CourseOfClass[];
  /** Those of which whoever looks reads the marks of a pupil: of one whom they support, all but religion (F.5). */
  readonly coursesOf: (pupil: PersonId) => readonly CourseOfClass[];
  /** Whether whoever looks reads those of every subject (F.5). */
  readonly readsAll: boolean;
  /** Whether the marks of religion are left out, which whoever looks may not read (D27). */
  readonly isWithoutReligion: boolean;
  /** Whether a pupil is taught a subject that not the whole class has (D204). */
  readonly isTaught: (pupil: PersonId, course: CourseOfClass) => boolean;
  /** The marks of a pupil in a subject, by the year’s periods. */
  readonly periodsOf: (pupil: PersonId, subject: SubjectId) => readonly PeriodMarks[];
}

/** Whose marks of which class are asked for, and who was there on which day. */
export interface MarksAsked {
  readonly schoolClass: ClassId;
  readonly day: LocalDate;
  /** Those of one subject; absent: of all. */
  readonly subject?: SubjectId;
}

/** The marks of a class, live; undefined while the class or its school year is not known. What a change does not touch is not reckoned anew. */
export function classMarks(
  { records, identity }: Pick<Register, 'records' | 'identity'>,
  { schoolClass, day, subject }: MarksAsked,
): Observable<ClassMarks | undefined> {
  const asked = { class: schoolClass, ...(subject === undefined ? {} : { subject }) };
  const reckon = createReckoner();
  return combineLatest([
    records.facts$,
    records.find('assessment', asked),
    records.find('grade', asked),
    records.find('earlierGrade', asked),
  ]).pipe(
    map(([facts, assessments, grades, earlier]) => {
      const year = facts.yearOn(day);
      if (!year || !facts.schoolClass(schoolClass)) return undefined;
      const grading = facts.school?.policies.grading;
      const read = gradesReadOf(facts, identity, schoolClass, day);
      const found = new Set([...assessments, ...earlier].map((one) => one.subject));
      const all = coursesOf(facts, schoolClass, day, found).filter(
        (one) => subject === undefined || one.subject.id === subject,
      );
      const mine = new Set(facts.myCourses(schoolClass, day).map(({ id }) => id));
      const isRead = ({ scale, subject: { id } }: CourseOfClass) =>
        mine.has(id) || (read.all && (scale !== 'religion' || read.religion));
      const courses = all.filter(isRead);
      const ofSupported = all.filter((one) => one.scale !== 'religion' || isRead(one));
      const written = writtenIn(assessments, grades, earlier);
      return {
        facts,
        year,
        grading,
        courses,
        coursesOf: (pupil) => (read.supported.has(pupil) ? ofSupported : courses),
        readsAll: read.all,
        isWithoutReligion: read.all && courses.length < all.length,
        isTaught(pupil, { groups }) {
          const group = facts.view.groupOn(pupil, schoolClass, day);
          return groups === undefined || group === undefined || groups.has(group);
        },
        periodsOf(pupil, of) {
          const scale = all.find((one) => one.subject.id === of)?.scale ?? 'tenths';
          return reckon(`${of}.${pupil}`, written(pupil, of), { scale, year, grading });
        },
      };
    }),
  );
}

/** The subjects of a class on a day, and those of which something is known here. */
export function coursesOf(
  facts: SchoolFacts,
  schoolClass: ClassId,
  day: LocalDate,
  found: ReadonlySet<SubjectId>,
): readonly CourseOfClass[] {
  const taught = groupBy(
    facts
      .teachersOf(schoolClass, day)
      .flatMap((teacher) => facts.view.assignmentsOn(teacher, schoolClass, day))
      .filter(({ type }) => type !== 'support'),
    ({ subject }) => subject,
  );
  return [...new Set([...taught.keys(), ...found])]
    .flatMap((id) => {
      const subject = facts.subject(id);
      const scale = scaleOfSubject(facts.view, schoolClass, id);
      if (!subject || !scale) return [];
      const groups = (taught.get(id) ?? []).map(({ group }) => group);
      const isParted = groups.length > 0 && !groups.includes(undefined);
      return [
        { subject, scale, ...(isParted ? { groups: new Set(groups.flatMap((one) => one ?? [])) } : {}) },
      ];
    })
    .toSorted((a, b) => a.subject.name.localeCompare(b.subject.name, 'it'));
}

type Written = Omit<MarksOfPupil, 'pupil'>;
const NOTHING: Written = { grades: [], earlier: [] };

/** What was written of each pupil in each subject. A grade whose assessment has not come yet says nothing by itself. */
function writtenIn(
  assessments: readonly Assessment[],
  grades: readonly Grade[],
  earlier: readonly EarlierGrade[],
): (pupil: PersonId, subject: SubjectId) => Written {
  const byId = new Map(assessments.map((assessment) => [assessment.id, assessment]));
  const cellOf = (one: { readonly pupil: PersonId; readonly subject: SubjectId }) =>
    `${one.subject}.${one.pupil}`;
  const paired = grades.flatMap((grade) => {
    const assessment = byId.get(grade.assessment);
    return assessment ? [{ assessment, grade }] : [];
  });
  const byCell = groupBy(paired, ({ grade }) => cellOf(grade));
  const earlierByCell = groupBy(earlier, cellOf);
  return (pupil, subject) => {
    const cell = cellOf({ pupil, subject });
    const own = { grades: byCell.get(cell) ?? [], earlier: earlierByCell.get(cell) ?? [] };
    return own.grades.length + own.earlier.length === 0 ? NOTHING : own;
  };
}

interface Reckoned {
  readonly of: Written;
  readonly rules: Parameters<typeof periodsOfPupil>[1];
  readonly periods: readonly PeriodMarks[];
}

/** Reckons each cell once, and again where one of its records is another version or the rules are others. */
function createReckoner(): (cell: string, of: Written, rules: Reckoned['rules']) => readonly PeriodMarks[] {
  const known = new Map<string, Reckoned>();
  return (cell, of, rules) => {
    const before = known.get(cell);
    if (before && isSame(before.of, of) && isSameRules(before.rules, rules)) return before.periods;
    const periods = periodsOfPupil(of, rules);
    known.set(cell, { of, rules, periods });
    return periods;
  };
}

function isSame(a: Written, b: Written): boolean {
  return (
    a === b ||
    (a.grades.length === b.grades.length &&
      a.earlier.length === b.earlier.length &&
      a.grades.every(
        ({ assessment, grade }, index) =>
          b.grades[index]?.grade.entry === grade.entry &&
          b.grades[index].assessment.entry === assessment.entry,
      ) &&
      a.earlier.every(({ entry }, index) => b.earlier[index]?.entry === entry))
  );
}

function isSameRules(a: Reckoned['rules'], b: Reckoned['rules']): boolean {
  return a.scale === b.scale && a.grading === b.grading && a.year.periods === b.year.periods;
}
