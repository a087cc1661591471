import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays, localDate, parseLocalDate } from '../../../domain/base/local-date.ts';

const DAY_FIRST = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ T]\d{1,2}[:.]\d{2}.*)?$/;
const ISO = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[T ].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^\d{4,5}(?:[.,]0+)?$/;
/** Day 0 of the serial dates of spreadsheets, which take 1900 for a leap year. */
const SERIAL_EPOCH = localDate(1899, 12, 30);
const FIRST_SERIAL = 7306;

/**
 * Reads a date as Italian offices write it: day first with any separator, ISO, or a spreadsheet's serial number.
 *
 * Two-digit years up to the given day's own year are of this century. Undefined when there is no such day.
 */
export function readDate(text: string, today: LocalDate): LocalDate | undefined {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed) ?? COMPACT.exec(trimmed);
  if (iso) return fromParts(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(trimmed);
  if (dayFirst) {
    const [, day, month, year = ''] = dayFirst;
    return fromParts(year.length === 2 ? fullYear(year, today) : year, month, day);
  }
  if (!SERIAL.test(trimmed)) return undefined;
  const serial = Math.trunc(Number(trimmed.replace(',', '.')));
  // Smaller numbers would be days before 1920: more likely a year or a slip.
  return serial >= FIRST_SERIAL ? addDays(SERIAL_EPOCH, serial) : undefined;
}

function fullYear(twoDigits: string, today: LocalDate): string {
  const century = Number(twoDigits) <= Number(today.slice(2, 4)) ? today.slice(0, 2) : '19';
  return century + twoDigits;
}

function fromParts(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): LocalDate | undefined {
  return parseLocalDate([year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-'));
}
