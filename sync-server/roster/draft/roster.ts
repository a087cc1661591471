import type { LocalDate } from '../../../domain/base/ids.ts';
import { assignmentId, type Assignment } from '../../../domain/kinds/assignment/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import type { Survey } from '../matching/survey.ts';
import type { Findings } from '../report/import-report.ts';
import { createClasses, type Classes } from './classes.ts';
import type { Draft } from './draft.ts';
import { createEnrolments, type Enrolments } from './enrol.ts';
import { subjectProposed } from '../report/subject-words.ts';
import { createPeople, type People } from './people.ts';
import type { MetPeople } from './met-people.ts';
import { createSubjects } from './subjects.ts';
import { usualYear } from './usual-year.ts';

/** The school under import: its draft, and the ways to add to it. */
export interface Roster {
  readonly draft: Draft;
  readonly findings: Findings;
  /** The rows in which people were met in this run. */
  readonly met: MetPeople;
  readonly people: People;
  readonly enrolments: Enrolments;
  /** The school year that lists without a year of their own belong to. */
  readonly startYear: number;
  /** Whether somebody has named that year, rather than the day of the import. */
  readonly isYearGiven: boolean;
  readonly levels: readonly SchoolLevel[];
  readonly year: (startYear: number) => SchoolYear;
  readonly classes: (startYear: number) => Classes;
  /** The newest class that an earlier import brought under an identifier of its source. */
  readonly knownClass: (sourceId: string) => SchoolClass | undefined;
  readonly subject: (name: string, sourceId?: string) => Subject;
  /** Records a teaching assignment; false when its names are too long to make a key of. */
  readonly assign: (
    assignment: Pick<Assignment, 'teacher' | 'class' | 'subject' | 'type'> &
      Partial<Pick<Assignment, 'from' | 'to' | 'pupil' | 'replaces' | 'group' | 'sourceId'>>,
    schoolClass: SchoolClass,
  ) => boolean;
}

/** Longest identifier of a record. */
const LONGEST_ID = 120;

/** Opens a school for import. */
export function createRoster(
  draft: Draft,
  findings: Findings,
  options: {
    readonly startYear: number;
    readonly isYearGiven: boolean;
    readonly levels: readonly SchoolLevel[];
    readonly survey: Survey;
  },
): Roster {
  const people = createPeople(draft, options.survey);
  const classesByYear = new Map<number, Classes>();
  const year = (startYear: number): SchoolYear => {
    const known = draft.all('schoolYear').find((item) => item.startYear === startYear);
    if (known) {
      draft.put(known, 'years');
      return known;
    }
    const usual = usualYear(startYear);
    draft.put(usual, 'years');
    const label = `${startYear}/${(startYear + 1) % 100}`;
    findings.warn({ file: '', row: 0, column: '' }, 'yearCreated', {
      it: `${label}: lezioni ${usual.lessonsFrom} – ${usual.lessonsTo}, due quadrimestri, sabato senza lezione`,
      en: `${label}: lessons from ${usual.lessonsFrom} to ${usual.lessonsTo}, two terms, no lessons on Saturdays`,
    });
    return year(startYear);
  };
  return {
    draft,
    findings,
    met: new Map(),
    people,
    enrolments: createEnrolments(draft, people),
    startYear: options.startYear,
    isYearGiven: options.isYearGiven,
    levels: options.levels,
    year,
    classes: (startYear) => {
      year(startYear);
      const known = classesByYear.get(startYear) ?? createClasses(draft, startYear, options.levels);
      classesByYear.set(startYear, known);
      return known;
    },
    knownClass: (sourceId) =>
      draft
        .all('class')
        .filter((item) => item.sourceId === sourceId)
        .toSorted((a, b) => b.startYear - a.startYear)[0],
    subject: createSubjects(draft, ({ name }, special) =>
      findings.warn({ file: '', row: 0, column: '' }, 'subjectProposed', subjectProposed(name, special)),
    ),
    assign: (assignment, schoolClass) => {
      const { teacher, class: taughtClass, subject, pupil } = assignment;
      const id = assignmentId(teacher, taughtClass, subject, pupil);
      if (id.length > LONGEST_ID) return false;
      const before = draft.get('assignment', id);
      draft.put(
        {
          ...(before ?? { id, kind: 'assignment', from: firstDay(schoolClass, year) }),
          ...assignment,
        },
        'assignments',
      );
      return true;
    },
  };
}

function firstDay(schoolClass: SchoolClass, year: (startYear: number) => SchoolYear): LocalDate {
  return year(schoolClass.startYear).lessonsFrom;
}
