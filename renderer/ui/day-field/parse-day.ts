import type { LocalDate } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';

/** A day as people write it, day before month, with any sign between; without a year, that of today. Undefined for what is no day. */
export function parseDay(typed: string, today: LocalDate): LocalDate | undefined {
  const text = typed.trim();
  const asRecorded = parseLocalDate(text);
  if (asRecorded !== undefined) return asRecorded;
  const [, day = '', month = '', year = today.slice(0, 4)] =
    /^(\d{1,2})[\s./-](\d{1,2})(?:[\s./-](\d{2}|\d{4}))?$/u.exec(text) ?? [];
  const whole = year.length === 2 ? `20${year}` : year;
  return parseLocalDate(`${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** What a field for a day holds while it is typed in: the day as records write it, or the text itself, where it is none. */
export function dayOrText(typed: string, today: LocalDate): string {
  return parseDay(typed, today) ?? typed.trim();
}
