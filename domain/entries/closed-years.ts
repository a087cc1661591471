import { equalJson } from '../base/canonical-json.ts';
import type { Instant } from '../base/ids.ts';
import { kindOf, type RegisterRecord } from '../kinds/registry.ts';
import { envelope } from '../record/fields.ts';
import { daysInYear, isYearClosed, SAYS_WHEN, type ClosableYear } from '../school/limits/closed-year.ts';

/** What describes the version, and when it holds. */
const BESIDE_WORDS: ReadonlySet<string> = new Set([...Object.keys(envelope), ...SAYS_WHEN]);

/**
 * The closed school year of which a writing of the office or of a list would change something (D198); undefined where it leaves them all
 * as they are. What lasts beyond a closed year may still be ended after it, and what holds from a later day on may be written.
 *
 * @param before what stands; undefined where there is nothing
 */
export function closedYearChanged(
  before: RegisterRecord | undefined,
  after: RegisterRecord,
  years: Iterable<ClosableYear>,
  at: Instant,
): number | undefined {
  if (kindOf(after).staysOpen === true) return undefined;
  for (const year of years)
    if (isYearClosed(year, at) && isChangedIn(before, after, year.startYear)) return year.startYear;
  return undefined;
}

function isChangedIn(before: RegisterRecord | undefined, after: RegisterRecord, startYear: number): boolean {
  const was = before && daysInYear(before, startYear);
  const is = daysInYear(after, startYear);
  if (!before || !was || !is) return was !== undefined || is !== undefined;
  return was.from !== is.from || was.to !== is.to || !equalJson(wordsOf(before), wordsOf(after));
}

function wordsOf(record: RegisterRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !BESIDE_WORDS.has(field)));
}
