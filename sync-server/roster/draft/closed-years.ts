import type { Instant } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { schoolYearName } from '../../../domain/kinds/school-year/record.ts';
import { closedYearChanged } from '../../../domain/entries/closed-years.ts';
import { RosterRefusal } from '../report/refusal.ts';

/**
 * Refuses an import that would change something of a school year which is closed (D198): a list of this year ends what last year's has
 * left open, and does no more to it.
 *
 * @throws RosterRefusal naming the year
 */
export function refuseClosedYears(
  existing: readonly RegisterRecord[],
  changes: readonly RegisterRecord[],
  { file, at }: { readonly file: string; readonly at: Instant },
): void {
  const years = existing
    .filter((one) => one.kind === 'schoolYear')
    .filter(({ closedOn }) => closedOn !== undefined);
  if (years.length === 0) return;
  const standing = new Map(existing.map((one) => [keyOf(one), one]));
  for (const record of changes) {
    const year = closedYearChanged(standing.get(keyOf(record)), record, years, at);
    if (year !== undefined) throw new RosterRefusal('yearClosed', file, schoolYearName(year));
  }
}

function keyOf({ kind, id }: RegisterRecord): string {
  return `${kind}/${id}`;
}
