import { groupBy } from '../../domain/base/group-by.ts';
import type { ClassId, LocalDate, PersonId } from '../../domain/base/ids.ts';
import { ownLessonHours, type PupilOnDay } from '../../domain/hours/own-lesson-hours.ts';
import { decisionLines, type DecisionLine } from '../../domain/justifications/decision-lines.ts';
import { pupilItems, type JustifyingRecords } from '../../domain/justifications/pupil-items.ts';
import type { SchoolYear } from '../../domain/kinds/school-year/record.ts';
import { DEFAULT_POLICIES } from '../../domain/kinds/school/record.ts';
import { classHasLessons } from '../../domain/school/timetable-day.ts';
import { holdsOn } from '../../domain/school/validity.ts';
import type { SchoolFacts } from '../data/school/school-facts.ts';
import { keptParts } from './grades/kept-parts.ts';

/** The school around the lines of its pupils. */
interface Around {
  readonly facts: SchoolFacts;
  readonly schoolClass: ClassId;
  readonly year: SchoolYear;
  readonly today: LocalDate;
}

/** What there is to justify of each pupil of whom something was recorded, in the order of the days: the same list as long as nothing of the pupil has changed. */
export type LinesOfPupils = (
  around: Around,
  records: JustifyingRecords,
  absentToday: ReadonlySet<PersonId>,
) => ReadonlyMap<PersonId, readonly DecisionLine[]>;

/** Finds the lines pupil by pupil, and keeps those of whom nothing has changed: a mark in the roll asks for the year of one pupil, and not of the class. */
export function createLinesOfPupils(): LinesOfPupils {
  const kept = keptParts(linesOfPupil);
  return (around, records, absentToday) => {
    const { movements } = records;
    const days = groupBy(records.days, pupilOf);
    const justifications = groupBy(records.justifications, pupilOf);
    const permits = groupBy(records.permits, pupilOf);
    const elsewhere = groupBy(records.elsewhere, pupilOf);
    const left = groupBy(records.left, pupilOf);
    const authorisations = groupBy(records.authorisations, pupilOf);
    const linesOf = (pupil: PersonId) =>
      kept(pupil, {
        ...around,
        isAbsentToday: absentToday.has(pupil),
        pupil,
        movements,
        days: days.get(pupil) ?? [],
        justifications: justifications.get(pupil) ?? [],
        permits: permits.get(pupil) ?? [],
        elsewhere: elsewhere.get(pupil) ?? [],
        left: left.get(pupil) ?? [],
        authorisations: authorisations.get(pupil) ?? [],
      });
    return new Map([...days.keys()].toSorted().map((pupil) => [pupil, linesOf(pupil)]));
  };
}

function pupilOf({ pupil }: { readonly pupil: PersonId }): PersonId {
  return pupil;
}

interface OfPupil extends Around, JustifyingRecords {
  readonly pupil: PersonId;
  readonly isAbsentToday: boolean;
}

function linesOfPupil(of: OfPupil): readonly DecisionLine[] {
  const { facts, schoolClass, year, today, pupil, isAbsentToday, ...records } = of;
  const policies = facts.school?.policies ?? DEFAULT_POLICIES;
  const { bellHours, hoursElsewhereOf } = facts.view;
  const own = (on: PupilOnDay) => ownLessonHours(facts.view, on);
  const classOn = (day: LocalDate) =>
    facts.enrolmentsOfPupil(pupil).find((one) => holdsOn(one, day))?.class ?? schoolClass;
  const school = { year, policies, bellHours, hoursElsewhereOf, ownLessonHours: own };
  return decisionLines(pupilItems(school, records, today), {
    year,
    policies,
    today,
    absentToday: new Set(isAbsentToday ? [pupil] : []),
    hasLessons: (_pupil, day) => classHasLessons(facts.view, classOn(day), day),
  });
}
