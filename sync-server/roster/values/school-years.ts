const CENTURY = 100;
const TWO_YEARS = /(?<!\d)(?:20)?(\d\d)\s*[-/–_. ]\s*(?:20)?(\d\d)(?!\d)/g;

/** Whether two numbers of two digits are the years of one school year: 25 and 26, 99 and 00. */
function follow(first: string, second: string): boolean {
  return Number(second) === (Number(first) + 1) % CENTURY;
}

/** The school year that a text names by two years that follow each other ("2025-26", "a.s. 25/26"): the last two digits of its first one. */
export function schoolYearIn(text: string): number | undefined {
  const found = [...text.matchAll(TWO_YEARS)].find(([, first = '', second = '']) => follow(first, second));
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

/** A text without the school year that it names. */
export function withoutSchoolYear(text: string): string {
  return text.replaceAll(TWO_YEARS, (whole, first: string, second: string) =>
    follow(first, second) ? ' ' : whole,
  );
}

/** With all digits of its first year, or behind "a.s.": two numbers by themselves may be a day and a month. */
const NAMED_YEARS =
  /(?<![\d/.-])(20\d\d)\s*[-/–_]\s*(?:20)?(\d\d)(?!\d|[-/.]\d)|(?<!\p{L})(?:a\.?\s?s\.?|anno\s+scol\p{L}*\.?)\s*:?\s*(?:20)?(\d\d)\s*[-/–_]\s*(?:20)?(\d\d)(?!\d)/giu;

/** The school years that a title or the name of a file surely names: the last two digits of their first years. */
export function schoolYearsNamed(text: string): readonly number[] {
  return [...text.matchAll(NAMED_YEARS)].flatMap(([, long, behindLong, short, behindShort]) => {
    const first = (long ?? short ?? '').slice(-2);
    return follow(first, behindLong ?? behindShort ?? '') ? [Number(first)] : [];
  });
}

/** Whether a cell names another school year than the one that begins in a calendar year; what names none says nothing. */
export function isOfOtherYear(text: string, startYear: number): boolean {
  const year = schoolYearIn(text);
  if (year !== undefined) return year !== startYear % CENTURY;
  const alone = /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1];
  return alone !== undefined && ![startYear, startYear + 1].includes(Number(alone));
}
