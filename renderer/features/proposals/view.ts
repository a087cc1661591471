import { combineLatest, distinctUntilChanged, map, of, switchMap, type Observable } from 'rxjs';
import type { LocalDate, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { Fraction } from '../../../domain/grades/fraction.ts';
import { meanOfProposals } from '../../../domain/grades/proposals.ts';
import { hasAverages } from '../../../domain/grades/scales.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import {
  averageByBasis,
  prefillFor,
  proposalBasis,
  type ProposalBasis,
  type SaidProposal,
} from '../../../domain/kinds/proposal/from-average.ts';
import type { Proposal, Proposed } from '../../../domain/kinds/proposal/record.ts';
import { isEmptyProposal } from '../../../domain/kinds/proposal/write-rights.ts';
import type { Grading } from '../../../domain/kinds/school/grading-policies.ts';
import { isCivics } from '../../../domain/kinds/subject/record.ts';
import { periodAbout } from '../../../domain/school/calendar.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { plannedForMe } from '../../data/school/planned-for-me.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { classMarks, type ClassMarks } from '../../views/grades/class-marks.ts';
import { courseLock, type CourseLock } from '../../views/grades/course-lock.ts';
import type { PeriodMarks } from '../../views/grades/course-marks.ts';
import {
  coursesOfClass,
  mineFirst,
  pupilsOfCourse,
  type CourseOfClass,
} from '../../views/grades/courses-of-class.ts';
import { classListOn } from '../../views/grades/pupils-of-class.ts';

/** What another teacher of the subject has proposed. */
export interface ColleaguesProposal {
  readonly teacher: PersonId;
  readonly person?: Person;
  readonly proposed: Proposed;
}

/** What numbers come to. */
interface FromNumbers {
  /** By the basis of the school, exact (D60). */
  readonly average: Fraction;
  /** Of how many marks. */
  readonly count: number;
  /** What the average comes to in the scale of the course (D71, D73). */
  readonly prefill: SaidProposal;
}

/** What was proposed in the period before, and in which class, where that was another one. */
export interface EarlierProposal {
  readonly proposed: Proposed;
  readonly ofClass?: string;
}

/** A pupil, what the marks come to, and what is proposed. */
export interface ProposalRow extends Partial<FromNumbers> {
  readonly person: Person;
  /** As the roll counts them. */
  readonly number: number;
  /** How many marks there are. */
  readonly count: number;
  /** Of religion: what the numbers come to that were given in it, which is said to nobody who does not ask for it (D71). */
  readonly numbers?: FromNumbers;
  /** Where there are judgements: how often each was given in the period, and the marks, the last of which says how it stands (D66). */
  readonly inWords?: Pick<PeriodMarks, 'levels' | 'marks'>;
  /** What is missing in the period of the number of marks that the school wants (D65). */
  readonly missing: PeriodMarks['missing'];
  /** What I have confirmed. */
  readonly own?: Proposed;
  readonly others: readonly ColleaguesProposal[];
  /** Of civics: the mean of what its team proposes (D70). */
  readonly mean?: Fraction;
  /** What was proposed in the period before, also in another class where the pupil was then (D60, D81). */
  readonly earlier: readonly EarlierProposal[];
}

/** Why nothing is proposed in a period: nothing of the course is written in it, or it has not begun. */
export type WhyClosed = CourseLock | 'notBegun';

/** What is proposed in a course and period. */
export interface CourseProposals {
  readonly className: string;
  /** Those of which proposals may be seen, mine first. */
  readonly courses: readonly CourseOfClass[];
  readonly course: CourseOfClass;
  /** Whoever looks teaches it; else what its teachers propose is read. */
  readonly isMine: boolean;
  readonly isCivics: boolean;
  readonly periods: readonly string[];
  readonly period: number;
  /** The first day of the period. */
  readonly begins: LocalDate;
  /** By which basis the averages are; of the last period alone there is a choice (D60). */
  readonly basis: ProposalBasis;
  readonly closed?: WhyClosed;
  readonly rows: readonly ProposalRow[];
  readonly grading: Grading;
}

/** Which proposals are asked for: those of the subject of the hour where it is mine, and of the period of the day, where nothing else is said. */
export interface ProposalsAsked {
  readonly place: HourPlace;
  readonly subject?: SubjectId | undefined;
  readonly period?: number | undefined;
}

type Source = Pick<Register, 'records' | 'identity' | 'now'>;

/** The proposals of a course, live; undefined where whoever looks has nothing to propose and none to see. */
export function courseProposals(
  register: Source,
  asked: ProposalsAsked,
): Observable<CourseProposals | undefined> {
  const { records, identity } = register;
  const { schoolClass, day } = asked.place;
  return records.facts$.pipe(
    map((facts) => {
      const { courses, mine } = offeredCourses(facts, identity, asked.place);
      const ofHour = plannedForMe(facts, asked.place)?.subject;
      const wanted = asked.subject ?? (ofHour !== undefined && mine.has(ofHour) ? ofHour : undefined);
      return (courses.find(({ subject }) => subject.id === wanted) ?? courses[0])?.subject.id;
    }),
    distinctUntilChanged(),
    switchMap((subject) => {
      if (subject === undefined) return of(undefined);
      return combineLatest([
        classMarks(register, { schoolClass, day, subject }),
        records.find('proposal', { class: schoolClass, subject }),
      ]).pipe(
        map(([marks, proposals]) => {
          if (!marks) return undefined;
          const { courses, mine } = offeredCourses(marks.facts, identity, asked.place);
          const course = courses.find((one) => one.subject.id === subject);
          if (!course) return undefined;
          return proposalsOf(register, marks, {
            asked,
            courses,
            course,
            isMine: mine.has(subject),
            proposals,
          });
        }),
      );
    }),
  );
}

/** The rows once their teacher wants the judgements of religion filled in from numbers (D71): each is confirmed as what an average comes to. */
export function filledFromNumbers(rows: readonly ProposalRow[]): readonly ProposalRow[] {
  return rows.map((row) => ({ ...row, ...row.numbers }));
}

/** Whether somebody has proposals to make or to see in a class. */
export function hasProposals(
  facts: SchoolFacts,
  identity: Register['identity'],
  asked: Pick<HourPlace, 'schoolClass' | 'day'>,
): boolean {
  return offeredCourses(facts, identity, asked).courses.length > 0;
}

interface Offered {
  readonly courses: readonly CourseOfClass[];
  readonly mine: ReadonlySet<SubjectId>;
}

function offeredCourses(
  facts: SchoolFacts,
  identity: Register['identity'],
  asked: Pick<HourPlace, 'schoolClass' | 'day'>,
): Offered {
  const known = coursesOfClass(facts, identity, asked, []);
  return { courses: mineFirst(known), mine: known.mine };
}

interface Given extends Pick<Offered, 'courses'> {
  readonly asked: ProposalsAsked;
  readonly course: CourseOfClass;
  readonly isMine: boolean;
  readonly proposals: readonly Proposal[];
}

function proposalsOf(
  { identity, now }: Source,
  marks: ClassMarks,
  { asked, courses, course, isMine, proposals }: Given,
): CourseProposals {
  const { facts, year, grading } = marks;
  const { schoolClass, day } = asked.place;
  const period = asked.period ?? periodAbout(year, day);
  const begins = year.periods[period]?.from ?? year.lessonsFrom;
  const basis = proposalBasis(period, { periods: year.periods.length, yearBasis: grading.yearBasis });
  const civics = isCivics(course.subject);
  const known = facts.schoolClass(schoolClass);
  const closed = whyClosed();
  const list = classListOn(facts, { schoolClass, day });
  const taking = pupilsOfCourse(
    facts,
    { schoolClass, day },
    course.subject.id,
    list.map(({ id }) => id),
  );
  return {
    className: known ? className(known) : '',
    courses,
    course,
    isMine,
    isCivics: civics,
    periods: year.periods.map(({ name }) => name),
    period,
    begins,
    basis,
    ...(closed === undefined ? {} : { closed }),
    rows: list.flatMap((person, index) => {
      const periods = marks.periodsOf(person.id, course.subject.id);
      const said = proposals.filter((one) => one.pupil === person.id && !isEmptyProposal(one));
      const isEmpty = said.length === 0 && periods.every((one) => one.marks.length === 0);
      if (isEmpty && !taking.has(person.id)) return [];
      return [{ person, number: index + 1, ...rowOf(periods, said) }];
    }),
    grading,
  };

  function whyClosed(): WhyClosed | undefined {
    const of = { schoolClass, subject: course.subject.id };
    const lock = courseLock(facts, now(), { of, day, period });
    return lock ?? (begins > dayOfInstant(now()) ? 'notBegun' : undefined);
  }

  /** What the numbers of a pupil come to (D60); undefined where there are none. */
  function fromNumbers(periods: readonly PeriodMarks[]): FromNumbers | undefined {
    const so = periods.slice(0, period + 1).map(({ numbers }) => numbers);
    const reckoned = averageByBasis(so, basis, grading.average);
    return (
      reckoned && { ...reckoned, prefill: prefillFor(course, reckoned.average, grading.proposalRounding) }
    );
  }

  function rowOf(
    periods: readonly PeriodMarks[],
    said: readonly Proposal[],
  ): Omit<ProposalRow, 'person' | 'number'> {
    const numbers = fromNumbers(periods);
    const isReckoned = hasAverages(course.scale);
    const ofPeriod = said.filter((one) => one.period === period);
    // What somebody proposed in another class themselves is not changed here.
    const isOwn = ({ teacher, ofClass }: Proposal) => teacher === identity.person && ofClass === undefined;
    const own = ofPeriod.find(isOwn)?.proposed;
    const mean = civics
      ? meanOfProposals(ofPeriod.flatMap(({ proposed }) => proposed.grade ?? []))
      : undefined;
    return {
      count: isReckoned ? 0 : (periods[period]?.marks.length ?? 0),
      missing: periods[period]?.missing ?? [],
      ...(isReckoned ? numbers : {}),
      ...(!isReckoned && periods[period] ? { inWords: periods[period] } : {}),
      ...(isMine && course.scale === 'religion' && numbers ? { numbers } : {}),
      ...(own ? { own } : {}),
      others: ofPeriod.flatMap((one) => {
        const { teacher, proposed } = one;
        const person = facts.person(teacher);
        return isOwn(one) ? [] : [{ teacher, proposed, ...(person ? { person } : {}) }];
      }),
      ...(mean ? { mean } : {}),
      earlier: said.flatMap(({ period: of, proposed, ofClass }): readonly EarlierProposal[] => {
        if (of !== period - 1) return [];
        const known = ofClass === undefined ? undefined : facts.schoolClass(ofClass);
        return [{ proposed, ...(known ? { ofClass: className(known) } : {}) }];
      }),
    };
  }
}
