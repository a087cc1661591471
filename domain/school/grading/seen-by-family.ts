import type { Instant, LocalDate } from '../../base/ids.ts';
import { dayOfInstant } from '../../base/local-date.ts';
import { isEmptyCell } from '../../grades/said-value.ts';
import { shownFrom } from './visible-from.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import type { AssessedColumn, AssessedGrade } from './assessed-column.ts';
import { heldBackOn } from './frozen-period.ts';

/** What a column says of when families see its grades. */
type ShowingColumn = Pick<AssessedColumn, 'visible' | 'embargo' | 'cancelled'>;
type HoldingYear = Pick<SchoolYear, 'periods' | 'heldBack'>;

/**
 * From when on a family could see what stands in a cell (D76, D78); undefined where nobody can say that it will. Where it is known that they could it stays so,
 * whatever is hidden, corrected or withdrawn afterwards. What has not arrived at the server has been seen by nobody.
 */
export function seenFrom(
  grade: AssessedGrade,
  column: ShowingColumn | null | undefined,
  year: HoldingYear | null,
): Instant | undefined {
  const { recordedAt, receivedAt, visible = column?.visible ?? true } = grade;
  const embargo = grade.embargo ?? column?.embargo;
  if (grade.seenFrom !== undefined) return grade.seenFrom;
  if (receivedAt === undefined || !visible || column?.cancelled || isEmptyCell(grade)) return undefined;
  const own = { recordedAt, receivedAt, embargoes: embargo === undefined ? [] : [embargo] };
  const from = shownFrom(own);
  // What they had seen before the school held it back they have seen.
  const holds = year ? heldBackOn(year, grade.class, grade.day) : [];
  const inTime = holds.filter(({ since }) => since === undefined || since <= dayOfInstant(from));
  return shownFrom({ ...own, embargoes: [...own.embargoes, ...inTime.map(({ until }) => until)] });
}

/** Whether a family could see what stands in a cell before a moment. */
export function isSeenBy(
  at: Instant,
  grade: AssessedGrade,
  column: ShowingColumn | null | undefined,
  year: HoldingYear | null,
): boolean {
  const from = seenFrom(grade, column, year);
  return from !== undefined && from <= at;
}

/** What may be hidden from families. */
interface Hideable {
  readonly visible?: boolean;
  readonly embargo?: LocalDate;
}

/** Whether a change takes away from families what it showed them until then. */
export function hidesAgain(before: Hideable, after: Hideable, at: Instant): boolean {
  const isHidden = before.visible !== false && after.visible === false;
  const isDelayed = after.embargo !== before.embargo && (after.embargo ?? '') > dayOfInstant(at);
  return isHidden || isDelayed;
}
