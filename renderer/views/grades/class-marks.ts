import { combineLatest, map, type Observable } from 'rxjs';
import type { Instant, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import { pupilsTaking } from '../../../domain/hours/taking/pupils-taking.ts';
import { gradingOf, type Grading } from '../../../domain/kinds/school/grading-policies.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { coursesOfClass, type ClassOn, type CourseOfClass } from './courses-of-class.ts';
import type { PeriodMarks } from './course-marks.ts';
import { broughtInto, markRecords } from './mark-records.ts';
import { createMarksOfPupils } from './marks-of-pupils.ts';

/** The marks of a class as far as whoever looks may read them. */
export interface ClassMarks {
  readonly facts: SchoolFacts;
  readonly year: SchoolYear;
  readonly grading: Grading;
  /** By name: those that are taught there, and those in which something was assessed. */
  readonly courses: readonly CourseOfClass[];
  /** Those of which whoever looks reads the marks of a pupil: of one whom they support, all but religion (F.5). */
  readonly coursesOf: (pupil: PersonId) => readonly CourseOfClass[];
  /** Whether whoever looks reads those of every subject (F.5). */
  readonly readsAll: boolean;
  /** Whether the marks of religion are left out, which whoever looks may not read (D27). */
  readonly isWithoutReligion: boolean;
  /** Whether a pupil is taught a subject that not the whole class has (D94, D204). */
  readonly isTaught: (pupil: PersonId, course: CourseOfClass) => boolean;
  /** The marks of a pupil in a subject, by the year’s periods; as the family sees them at a moment, where one is named (D61). */
  readonly periodsOf: (pupil: PersonId, subject: SubjectId, seenAt?: Instant) => readonly PeriodMarks[];
}

/** Whose marks of which class are asked for, and who was there on which day. */
export interface MarksAsked extends ClassOn {
  /** Those of one subject; absent: of all. */
  readonly subject?: SubjectId;
  /** Those of one pupil; absent: of the whole class. */
  readonly pupil?: PersonId;
}

/** The marks of a class, live; undefined while the class or its school year is not known. What a change does not touch is not reckoned anew. */
export function classMarks(
  register: Pick<Register, 'records' | 'identity'>,
  { schoolClass, day, subject, pupil }: MarksAsked,
): Observable<ClassMarks | undefined> {
  const { records, identity } = register;
  const marksOf = createMarksOfPupils();
  return combineLatest([records.facts$, markRecords(register, { schoolClass, subject, pupil })]).pipe(
    map(([facts, recorded]) => {
      const year = facts.yearOn(day);
      if (!year || !facts.schoolClass(schoolClass)) return undefined;
      const earlier = broughtInto(facts, schoolClass, recorded.earlier);
      const found = new Set([...recorded.assessments, ...earlier].map((one) => one.subject));
      const { all, read, ofSupported, rights } = coursesOfClass(facts, identity, { schoolClass, day }, found);
      const isAsked = (one: CourseOfClass) => subject === undefined || one.subject.id === subject;
      const courses = read.filter(isAsked);
      const supported = ofSupported.filter(isAsked);
      const grading = gradingOf(facts.school?.policies.grading);
      const scales = new Map(all.map((one) => [one.subject.id, one.scale]));
      const periodsOf = marksOf({ ...recorded, earlier });
      return {
        facts,
        year,
        grading,
        courses,
        coursesOf: (pupil) => (rights.supported.has(pupil) ? supported : courses),
        readsAll: rights.all,
        isWithoutReligion: rights.all && courses.length < all.filter(isAsked).length,
        isTaught: takersIn(facts, { schoolClass, day }),
        periodsOf: (pupil, of, seenAt) =>
          periodsOf(pupil, of, { scale: scales.get(of) ?? 'tenths', year, grading }, seenAt),
      };
    }),
  );
}

/** Whether a pupil takes a course: of each course it is found out once. */
function takersIn(facts: SchoolFacts, on: ClassOn): ClassMarks['isTaught'] {
  const pupils = [...new Set(facts.enrolmentsOf(on.schoolClass).map(({ pupil }) => pupil))];
  const of = { class: on.schoolClass, day: on.day };
  const known = new Map<SubjectId, ReadonlySet<PersonId>>();
  return (pupil, { subject: { id: subject }, groups }) => {
    const takers = known.get(subject) ?? pupilsTaking(facts.view, of, { subject, groups }, pupils);
    known.set(subject, takers);
    return takers.has(pupil);
  };
}
