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
