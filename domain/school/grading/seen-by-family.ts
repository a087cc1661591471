import type { Instant, LocalDate } from '../../base/ids.ts';
import { dayOfInstant, startOfDay } from '../../base/local-date.ts';
import { isEmptyCell } from '../../grades/said-value.ts';
import { shownFrom } from './visible-from.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { asColumnSays, type AssessedColumn, type AssessedGrade } from './assessed-column.ts';
import { heldBackOn, heldUntil, type Hold } from './held-back.ts';

/** What a column says of when families see its grades. */
type ShowingColumn = Pick<AssessedColumn, 'visible' | 'embargo' | 'cancelled' | 'showsSince'>;
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
  const { receivedAt } = grade;
  const { visible } = asColumnSays(grade, column);
  if (grade.seenFrom !== undefined) return grade.seenFrom;
  if (receivedAt === undefined || !visible || column?.cancelled || isEmptyCell(grade)) return undefined;
  return heldBackUntil(grade, column, year);
}

/**
 * Until when families are not shown what stands in a cell that they may see: the half hour, what its teacher has said, since when its column shows it, and what
 * the school holds back (D76), or has held back until it ended. A hold that came after they had seen it takes nothing back. One that has not arrived comes at the
 * earliest when it was written.
 */
export function heldBackUntil(
  grade: AssessedGrade,
  column: ShowingColumn | null | undefined,
  year: HoldingYear | null,
): Instant {
  const { recordedAt, receivedAt = recordedAt } = grade;
  const { embargo } = asColumnSays(grade, column);
  const { showsSince = receivedAt } = column ?? {};
  const own = shownFrom({
    recordedAt,
    receivedAt: showsSince > receivedAt ? showsSince : receivedAt,
    ...(embargo === undefined ? {} : { embargo }),
  });
  const holds = (year ? heldBackOn(year, grade.class, grade.day) : []).map((hold) => ({
    since: sinceWhen(hold),
    until: heldUntil(hold),
  }));
  // The second of two holds counts too where the first one had not ended.
  return holds
    .toSorted((one, other) => (one.since < other.since ? -1 : 1))
    .reduce((from, { since, until }) => (since <= from && until > from ? until : from), own);
}

/** Since when the school holds something back; the empty text, which is before all, where nobody knows. */
function sinceWhen({ heldAt, since }: Hold): string {
  return heldAt ?? (since === undefined ? '' : startOfDay(since));
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
