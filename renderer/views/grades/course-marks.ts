import type { ClassId, Instant, LocalDate } from '../../../domain/base/ids.ts';
import { startOfDay } from '../../../domain/base/local-date.ts';
import type { AssessmentType } from '../../../domain/grades/assessment-types.ts';
import type { GradeEntry, NotCountedReason, RecoveryEffect } from '../../../domain/grades/counted-grades.ts';
import type { Quarters } from '../../../domain/grades/notation.ts';
import type { ScorePoints } from '../../../domain/grades/points/rubric.ts';
import { pupilStanding, type PupilStanding } from '../../../domain/grades/pupil-standing.ts';
import { countLevels, type GradeScale, type LevelCount } from '../../../domain/grades/scales.ts';
import { byDay } from '../../../domain/grades/serials.ts';
import { standingOfMark, type Standing } from '../../../domain/grades/standing.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { earlierAsEntry } from '../../../domain/kinds/earlier-grade/as-entry.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import { pointsOfRubric, toGradeEntry } from '../../../domain/kinds/grade/as-entry.ts';
import { objectiveLevels, type ObjectiveLevel } from '../../../domain/kinds/grade/objective-levels.ts';
import type { Grade, GradeValue } from '../../../domain/kinds/grade/record.ts';
import { gradingOf, type GradingPolicies } from '../../../domain/kinds/school/grading-policies.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { periodAbout } from '../../../domain/school/calendar.ts';
import { isShown, shownToFamilyFrom } from '../../../domain/school/grading/shown-to-family.ts';

/** A grade of a pupil with what its assessment says of it. */
export interface PupilMark {
  readonly id: string;
  readonly day: LocalDate;
  readonly type: AssessmentType;
  readonly topic: string;
  readonly value: GradeValue;
  /** Points of the whole test, in hundredths, of a score. */
  readonly maximum?: number;
  /** What a filled rubric comes to (D54). */
  readonly filled?: ScorePoints;
  /** The number that it comes to. */
  readonly quarters?: Quarters;
  readonly weight: number;
  /** The levels of objectives, a result by themselves and in no average (D45, D55). */
  readonly objectives?: readonly ObjectiveLevel[];
  /** What is said to the family of this mark. */
  readonly comment: string;
  /** What is said to every family of its test. */
  readonly commentForAll: string;
  /** From when on the family sees it; absent where it never does (D76). */
  readonly shownFrom?: Instant;
  /** Why it is not in the average (D63). */
  readonly notCounted?: NotCountedReason;
  /** How its number, or its judgement, stands to what is sufficient (D64, D68); undefined of what is neither. */
  readonly standing?: Standing;
  /** The day of the grade that it recovers, and with which effect (D56). */
  readonly recovers?: { readonly day?: LocalDate; readonly effect: RecoveryEffect };
  /** The class in which it was given, where that is the one of before (D81). */
  readonly ofClass?: ClassId;
}

/** The marks of a pupil in a subject and period, and what they come to. */
export interface PeriodMarks extends PupilStanding {
  /** In the order of their days (D47). */
  readonly marks: readonly PupilMark[];
  /** How often each judgement was given, the best first (D66), those that were brought along too (D81). */
  readonly levels: readonly LevelCount[];
}

/** What of a pupil was written down in a course. */
export interface WrittenMarks {
  readonly grades: readonly { readonly assessment: Assessment; readonly grade: Grade }[];
  readonly earlier: readonly EarlierGrade[];
}

/** By what a course is reckoned. */
export interface CourseRules {
  readonly scale: GradeScale;
  readonly year: Pick<SchoolYear, 'periods' | 'heldBack'>;
  readonly grading: GradingPolicies | undefined;
}

/**
 * The mark that stands for a course of words (D66): the latest judgement, which something else does not hide; of whoever has none the latest mark, which may
 * be of points alone.
 */
export function lastInWords(marks: readonly PupilMark[]): PupilMark | undefined {
  return marks.findLast(({ value }) => value.level !== undefined) ?? marks.at(-1);
}

/** Whether a mark is one of points: a score, or a filled rubric (D53, D54). */
export function isOfPoints({ value }: Pick<PupilMark, 'value'>): boolean {
  return (value.score ?? value.rubric) !== undefined;
}

interface Item {
  readonly entry: GradeEntry;
  readonly day: LocalDate;
  readonly serial: number;
  /** From when on families read what is said to all of them. */
  readonly commentFrom?: Instant | undefined;
  /** In which scale it was given: the office may have said another one of its subject since. */
  readonly scale: GradeScale;
  readonly mark: Omit<PupilMark, 'notCounted' | 'standing' | 'recovers'>;
}

/** The marks of a pupil in a course, period by period, in the order of the year’s periods (D60). */
export function periodsOfPupil(written: WrittenMarks, rules: CourseRules): readonly PeriodMarks[] {
  return periodsIn(itemsIn(written, rules), rules);
}

/**
 * The same as its family sees it at a moment (D76): made of nothing else, so that nothing in it tells of a mark that is held back (D61). What the school still
 * wants is said to teachers alone (D65).
 */
export function periodsForFamily(
  written: WrittenMarks,
  rules: CourseRules,
  now: Instant,
): readonly PeriodMarks[] {
  const seen = itemsIn(written, rules).filter(({ mark }) => isShown(mark.shownFrom, now));
  const known = new Set(seen.map(({ entry }) => entry.id));
  const told = seen.map(({ entry, mark, ...item }) => ({
    ...item,
    mark: isShown(item.commentFrom, now) ? mark : { ...mark, commentForAll: '' },
    entry: entry.recovers && !known.has(entry.recovers.grade) ? { ...entry, recovers: undefined } : entry,
  }));
  return periodsIn(told, { ...rules, grading: { ...rules.grading, needed: {} } });
}

function itemsIn({ grades, earlier }: WrittenMarks, rules: CourseRules): readonly Item[] {
  return [
    ...grades.map((one) => ofGrade(one, rules)),
    ...earlier.map((record) => ofEarlier(record, rules)),
  ].toSorted((a, b) =>
    byDay({ ...a, type: a.entry.type, id: a.entry.id }, { ...b, type: b.entry.type, id: b.entry.id }),
  );
}

function periodsIn(items: readonly Item[], rules: CourseRules): readonly PeriodMarks[] {
  return rules.year.periods.map((_, index) =>
    periodMarks(
      items.filter(({ day }) => periodAbout(rules.year, day) === index),
      rules,
    ),
  );
}

function periodMarks(items: readonly Item[], { scale, grading }: CourseRules): PeriodMarks {
  const entries = items.map(({ entry }) => entry);
  const { average: way, needed } = gradingOf(grading);
  const standing = pupilStanding(entries, { scale, way, needed });
  const dayOf = new Map(items.map(({ entry, day }) => [entry.id, day]));
  const given = items.filter(({ entry }) => entry.isWithdrawn !== true);
  return {
    ...standing,
    levels: countLevels(
      scale,
      given.map(({ mark }) => mark.value),
    ),
    marks: given.map(({ entry: { id, recovers }, scale: own, mark }) => {
      const reason = standing.notCounted.get(id);
      const { quarters, value } = mark;
      const how = reason === undefined ? standingOfMark(own, { quarters, level: value.level }) : 'notCounted';
      const day = recovers && dayOf.get(recovers.grade);
      return {
        ...mark,
        ...(reason === undefined ? {} : { notCounted: reason }),
        ...(how ? { standing: how } : {}),
        ...(recovers ? { recovers: { effect: recovers.effect, ...(day === undefined ? {} : { day }) } } : {}),
      };
    }),
  };
}

function ofGrade(
  { assessment, grade }: WrittenMarks['grades'][number],
  { year, grading }: CourseRules,
): Item {
  const { day, type, topic, serial, scale, test } = assessment;
  const entry = toGradeEntry(assessment, grade, grading);
  const objectives = objectiveLevels(assessment, grade);
  const shownFrom = shownToFamilyFrom({ ...grade, day }, assessment, year);
  const filled = pointsOfRubric(assessment, grade.value);
  return {
    entry,
    day,
    serial,
    commentFrom: assessment.commentFrom,
    scale,
    mark: {
      id: grade.id,
      day,
      type,
      topic,
      value: grade.value,
      weight: entry.weight,
      comment: grade.comment ?? '',
      commentForAll: assessment.comment,
      ...(objectives.length === 0 ? {} : { objectives }),
      ...(shownFrom === undefined ? {} : { shownFrom }),
      ...(test ? { maximum: test.maximum } : {}),
      ...(filled ? { filled } : {}),
      ...(entry.quarters === undefined ? {} : { quarters: entry.quarters }),
    },
  };
}

function ofEarlier(record: EarlierGrade, { year }: CourseRules): Item {
  const { day, type, topic, value, quarters, maximum, objectives, ofClass, visible = true, embargo } = record;
  const entry = earlierAsEntry(record);
  // Held back by the class in which it was given, or by this one; at which hour it was written is known there alone.
  const written = { day, subject: record.subject, pupil: record.pupil, value, recordedAt: startOfDay(day) };
  const column = { visible, ...(embargo === undefined ? {} : { embargo }) };
  const shownFrom = [record.class, ofClass]
    .flatMap((one) => shownToFamilyFrom({ ...written, class: one }, column, year) ?? [])
    .toSorted()
    .at(-1);
  return {
    entry,
    day,
    serial: 0,
    scale: record.scale,
    mark: {
      id: record.id,
      day,
      type,
      topic,
      value,
      weight: entry.weight,
      ofClass,
      comment: record.comment ?? '',
      // What is said of a test stays with its class.
      commentForAll: '',
      ...(objectives ? { objectives } : {}),
      ...(shownFrom === undefined ? {} : { shownFrom }),
      ...(maximum === undefined ? {} : { maximum }),
      ...(quarters === undefined ? {} : { quarters }),
    },
  };
}
