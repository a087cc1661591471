/** Whether the dates of a column have the day or the month first; `mixed` where both are proved. */
export type DateOrder = 'dayFirst' | 'monthFirst' | 'mixed';

/** What a single date proves of the order; undefined where it proves nothing. */
export type ProvedOrder = 'dayFirst' | 'monthFirst' | undefined;

const NUMBERS = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](?:\d{4}|\d{2})(?!\d)(.*)$/;
/** So many right dates make one of the other order a slip of the hand. */
const DATES_PER_SLIP = 5;

/** What one date proves: a number above 12 is no month, and only American programs write AM and PM. */
export function orderOf(text: string): ProvedOrder {
  const [, first, second, rest = ''] = NUMBERS.exec(text.trim()) ?? [];
  if (first === undefined || second === undefined) return undefined;
  if (Number(first) > 12) return 'dayFirst';
  if (Number(second) > 12) return 'monthFirst';
  return /[AP]\.?M\.?\s*$/i.test(rest) ? 'monthFirst' : undefined;
}

/** Whether a date can be read both ways, as two different days. */
export function isAmbiguous(text: string): boolean {
  const [, first, second] = NUMBERS.exec(text.trim()) ?? [];
  return orderOf(text) === undefined && first !== undefined && Number(first) !== Number(second);
}

/** What a date proves whose day and month are known from elsewhere. */
export function orderBy(text: string, known: { readonly day: number; readonly month: number }): ProvedOrder {
  const [, first, second] = (NUMBERS.exec(text.trim()) ?? []).map(Number);
  if (first === known.day && second === known.month) return 'dayFirst';
  return first === known.month && second === known.day ? 'monthFirst' : undefined;
}

/**
 * The order of a column's dates, which is one: where some can only be month first and none only day first, the others are month first
 * too, although each could be read as a day. One slip among many proofs of the contrary is the affair of its row alone.
 */
export function dateOrder(proofs: Iterable<ProvedOrder>): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const order of proofs) {
    if (order === 'dayFirst') dayFirst += 1;
    if (order === 'monthFirst') monthFirst += 1;
  }
  if (monthFirst === 0) return 'dayFirst';
  if (dayFirst === 0) return 'monthFirst';
  return dayFirst >= monthFirst * DATES_PER_SLIP ? 'dayFirst' : 'mixed';
}
