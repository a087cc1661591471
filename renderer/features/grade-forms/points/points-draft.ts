import { RUBRIC_WAYS, rubricScore, type RubricWay } from '../../../../domain/grades/points/rubric.ts';
import { ok } from '../../../../domain/base/result.ts';
import { roundHalfUp } from '../../../../domain/grades/fraction.ts';
import { convertsPoints, type GradeScale } from '../../../../domain/grades/scales.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { pointsText, readPoints } from '../../../kinds/assessed/points.ts';
import type { MarkWords } from '../../../views/grades/typed-mark.ts';
import { LIMITS } from '../limits.ts';
import {
  conversionDraft,
  readConversion,
  type ConversionDraft,
  type ConversionFault,
} from './conversion-draft.ts';

/** A mark for each pupil, points of a test (D53), or a rubric (D54). */
export const POINTS_WAYS = ['marks', 'test', 'rubric'] as const;

/** A level of a criterion, as it is typed. */
export interface LevelDraft {
  readonly name: string;
  readonly points: string;
}

/** A criterion of a rubric, as it is typed. */
export interface CriterionDraft {
  readonly id: string;
  readonly name: string;
  readonly levels: readonly LevelDraft[];
}

/** How a test is assessed, as chosen and typed so far. */
export interface PointsDraft {
  readonly way: (typeof POINTS_WAYS)[number];
  readonly maximum: string;
  readonly rubricWay: RubricWay;
  readonly criteria: readonly CriterionDraft[];
  readonly conversion: ConversionDraft;
}

/** What is wrong with the points. */
export type PointsFault =
  'noMaximum' | 'belowScore' | 'noCriterion' | 'noName' | 'noPoints' | ConversionFault;

/** The test or the rubric that a draft says, or what is wrong with it by field. */
export type ReadPoints =
  | { readonly said: Pick<Assessment, 'test' | 'rubric'> }
  | { readonly faults: Readonly<Record<string, PointsFault>> };

/** The names of the levels of a new criterion, the lowest first. */
export interface LevelNames {
  readonly levels: readonly string[];
  readonly newId: () => string;
}

/** A criterion of nothing yet, with points from 1 on. */
export function newCriterion({ levels, newId }: LevelNames): CriterionDraft {
  return {
    id: newId(),
    name: '',
    levels: levels.map((name, index) => ({ name, points: String(index + 1) })),
  };
}

/** The draft of a new column, or of one that is known. */
export function pointsDraft(
  known: Pick<Assessment, 'test' | 'rubric'>,
  words: Pick<MarkWords, 'format'>,
): PointsDraft {
  const { test, rubric } = known;
  const kept = rubric ?? test;
  return {
    way: rubric ? 'rubric' : test ? 'test' : 'marks',
    maximum: test ? pointsText(test.maximum, words) : '',
    rubricWay: rubric?.way ?? RUBRIC_WAYS[0],
    criteria:
      rubric?.criteria.map(({ id, name, levels }) => ({
        id,
        name,
        levels: levels.map((level) => ({ name: level.name, points: pointsText(level.points, words) })),
      })) ?? [],
    conversion: conversionDraft(kept && { conversion: kept.conversion }),
  };
}

/** Of which column points are read. */
export interface PointsOf {
  readonly scale: GradeScale;
  /** The highest score that a pupil has in the test already, in hundredths. */
  readonly highest?: number;
}

/** Reads what is said of points; in a scale of words they become no mark (D66). */
export function readPointsDraft(draft: PointsDraft, { scale, highest = 0 }: PointsOf): ReadPoints {
  if (draft.way === 'marks') return { said: {} };
  const read = convertsPoints(scale) ? readConversion(draft.conversion) : ok(undefined);
  const faults: Record<string, PointsFault> = read.ok ? {} : { conversion: read.failure };
  const conversion = read.ok && read.value ? { conversion: read.value } : {};
  if (draft.way === 'test') {
    const maximum = readPoints(draft.maximum) ?? 0;
    const isMaximum = maximum > 0 && maximum <= LIMITS.points;
    if (!isMaximum || maximum < highest) faults['maximum'] = isMaximum ? 'belowScore' : 'noMaximum';
    return Object.keys(faults).length > 0 ? { faults } : { said: { test: { maximum, ...conversion } } };
  }
  const criteria = draft.criteria.map(({ id, name, levels }) => {
    if (name.trim() === '') faults[`criterion.${id}`] = 'noName';
    const said = levels.map((level, index) => {
      const points = readPoints(level.points);
      if (level.name.trim() === '' || points === undefined)
        faults[`level.${id}.${index}`] = points === undefined ? 'noPoints' : 'noName';
      return { name: level.name.trim(), points: points ?? 0 };
    });
    return { id, name: name.trim(), levels: said };
  });
  if (criteria.length === 0) faults['criteria'] = 'noCriterion';
  // Nothing can be a part of no points at all.
  else if (criteria.every(({ levels }) => levels.every(({ points }) => points === 0)))
    faults['criteria'] = 'noPoints';
  return Object.keys(faults).length > 0
    ? { faults }
    : { said: { rubric: { way: draft.rubricWay, criteria, ...conversion } } };
}

/** The most that a draft can come to, in hundredths, rounded; undefined while it says nothing of it. */
export function maximumOf(draft: PointsDraft): number | undefined {
  if (draft.way === 'test') return readPoints(draft.maximum) || undefined;
  const criteria = draft.criteria.map(({ id, levels }) => ({
    id,
    levels: levels.map(({ points }) => readPoints(points) ?? 0),
  }));
  const first = new Map(criteria.map(({ id }) => [id, 0]));
  const filled = rubricScore(criteria, draft.rubricWay, first);
  return (filled && roundHalfUp(filled.maximum)) || undefined;
}
