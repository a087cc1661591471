import { equalJson } from '../../base/canonical-json.ts';
import type { AssessedColumn, GivenMark } from './assessed-column.ts';

/** How a column assesses: with marks, with the points of a test (D53) or with a rubric (D54). */
type Way = Pick<AssessedColumn, 'test' | 'rubric'>;

/** Whether a test has such a score (D53), and a rubric such levels (D54). */
export function isOfTest({ score, rubric }: GivenMark, column: Way): boolean {
  if (score !== undefined) return column.test !== undefined && score <= column.test.maximum;
  if (rubric === undefined) return true;
  const criteria = new Map(column.rubric?.criteria.map(({ id, levels }) => [id, levels.length]));
  const named = new Set(rubric.map(({ criterion }) => criterion));
  return (
    named.size === rubric.length &&
    rubric.every(({ criterion, level }) => level < (criteria.get(criterion) ?? 0))
  );
}

/**
 * Whether somebody is assessed as a column does it: while they are, it stays a mark, a score or a rubric with its criteria and levels. An event is of every column,
 * and so is what was given in another way before.
 */
export function isAssessedAs(given: GivenMark, column: Way): boolean {
  if (given.event !== undefined) return false;
  if ((given.quarters ?? given.level) !== undefined) return !column.test && !column.rubric;
  return (given.score ?? given.rubric) !== undefined && isOfTest(given, column);
}

/**
 * Whether a change of a column takes from under a grade what it is reckoned by (D53, D54). A criterion that is added takes it too: the rubric is filled no more, and
 * comes to no number. What was none by the column before is no worse.
 */
export function unmakes(given: GivenMark, before: Way, after: Way): boolean {
  if (!isAssessedAs(given, before)) return false;
  return (
    !isAssessedAs(given, after) || (given.rubric !== undefined && !equalJson(partsOf(before), partsOf(after)))
  );
}

/** How many levels each criterion of a rubric has: a level is known by its place alone. */
function partsOf({ rubric }: Way) {
  return Object.fromEntries(rubric?.criteria.map(({ id, levels }) => [id, levels.length]) ?? []);
}
