import { toInstant, type LocalDate } from '../../../domain/base/ids.ts';
import { addDays, dayOfInstant, localDate, parseLocalDate } from '../../../domain/base/local-date.ts';

const DAY_FIRST =
  /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:,?[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?:\s*[AP]\.?M\.?)?)?$/i;
const ISO = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[T ].*)?$/;
/** A moment, as programs write a day that begins at midnight here. */
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^\d{4,5}(?:[.,]\d+)?$/;
/** "1 marzo 2014", "1° mar. 2014", "sabato 1-mar-14", "1st March 2014". */
const DAY_AND_NAME =
  /^(?:\p{L}+,?\s+)?(\d{1,2})(?:[°º.]|st|nd|rd|th)?[\s/.-]*(?:de\s+)?(\p{L}{3,})\.?[\s/.,-]*(?:de\s+)?(\d{4}|\d{2})$/u;
/** "March 1, 2014". */
const NAME_AND_DAY = /^(?:\p{L}+,\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
/** Beginnings of the names of the months in Italian, then those of English that are others. */
const MONTHS: readonly RegExp[] = [
  /^(?:gen|jan)/,
  /^feb/,
  /^mar/,
  /^apr/,
  /^ma[gy]/,
  /^(?:giu|jun)/,
  /^(?:lug|jul)/,
  /^a(?:go|ug)/,
  /^se[tp]/,
  /^o[tc]t/,
  /^nov/,
  /^d[ie]c/,
];
/** Day 0 of the serial dates of spreadsheets, which take 1900 for a leap year, and of those that count from 1904. */
const SERIAL_EPOCH = localDate(1899, 12, 30);
const SERIAL_EPOCH_1904 = localDate(1904, 1, 1);
const FIRST_SERIAL = 7306;

/**
 * Reads a date as Italian offices write it: day first with any separator, ISO, with the month's name, or a spreadsheet's serial number.
 *
 * Two-digit years up to the given day's own year are of this century. A moment is the day that it falls on here. Undefined when there is
 * no such day.
 */
export function readDate(text: string, today: LocalDate): LocalDate | undefined {
  // Blanks around the signs, and dashes that are no hyphens, come from programs that set type.
  const trimmed = text
    .trim()
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/(?<=\d)\s*([/.-])\s*(?=\d)/g, '$1');
  if (MOMENT.test(trimmed)) return dayOfMoment(trimmed);
  const iso = ISO.exec(trimmed) ?? COMPACT.exec(trimmed);
  if (iso) return fromParts(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(trimmed);
  if (dayFirst) {
    const [, day, month, year = ''] = dayFirst;
    return fromParts(fullYear(year, today), month, day);
  }
  const [, day, month, year] = DAY_AND_NAME.exec(trimmed) ?? swapped(NAME_AND_DAY.exec(trimmed)) ?? [];
  if (year !== undefined) return fromParts(fullYear(year, today), monthNamed(month), day);
  return SERIAL.test(trimmed) ? ofSerial(trimmed, SERIAL_EPOCH) : undefined;
}

/** A number of a workbook that counts days from 1904, as an ISO day; other text as it is. */
export function fromSerial1904(text: string): string {
  return SERIAL.test(text.trim()) ? (ofSerial(text, SERIAL_EPOCH_1904) ?? text) : text;
}

/** Whether a date is written with two digits of its year, of which somebody guessed the century. */
export function hasShortYear(text: string): boolean {
  return /[/.\- ]\d{2}$/.test(text.trim()) && !ISO.test(text.trim());
}

function dayOfMoment(text: string): LocalDate | undefined {
  const instant = Date.parse(text.replace(' ', 'T').replace(/\s+/g, ''));
  return Number.isNaN(instant) ? undefined : dayOfInstant(toInstant(instant));
}

function ofSerial(text: string, epoch: LocalDate): LocalDate | undefined {
  const serial = Math.trunc(Number(text.trim().replace(',', '.')));
  // Smaller numbers would be days before 1920: more likely a year or a slip.
  return serial >= FIRST_SERIAL || epoch === SERIAL_EPOCH_1904 ? addDays(epoch, serial) : undefined;
}

function swapped(found: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return found ? [found[0], found[2], found[1], found[3]] : undefined;
}

function monthNamed(name: string | undefined): string | undefined {
  const index = MONTHS.findIndex((beginning) => beginning.test((name ?? '').toLowerCase()));
  return index < 0 ? undefined : String(index + 1);
}

function fullYear(year: string, today: LocalDate): string {
  if (year.length !== 2) return year;
  const century = Number(year) <= Number(today.slice(2, 4)) ? today.slice(0, 2) : '19';
  return century + year;
}

function fromParts(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): LocalDate | undefined {
  return parseLocalDate([year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-'));
}
