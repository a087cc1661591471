import { tidy } from './names.ts';

/** A class name taken apart. */
export interface ClassName {
  readonly year: number;
  readonly section: string;
}

const DIGIT = /^([1-5])\s*[\^ªº°aA]?\s*[-–/.]?\s*([A-Za-z][A-Za-z0-9]{0,5}(?:[ -][A-Za-z0-9]{1,12})?)$/;
const ROMAN = /^(III|II|IV|I|V)\s*[\^ªº°]?\s*[-–/.]?\s*([A-Za-z](?:[A-Za-z]{0,3})?)$/;
const ROMAN_YEARS = ['I', 'II', 'III', 'IV', 'V'];

/** Reads a class name: `1A`, `1 a`, `1^A`, `3ª BS`, `IV C`; undefined when it is none. */
export function readClassName(text: string): ClassName | undefined {
  const name = tidy(text).replace(/^(?:classe|cl\.?)\s+/i, '');
  // "1a B": the small letter is the ordinal; "1a" alone is section A.
  const ordinal = /^([1-5])\s*a\s+([A-Za-z][A-Za-z0-9]*)$/.exec(name);
  const digit = ordinal ?? /^([1-5])([A-Za-z][A-Za-z0-9]{0,5})$/.exec(name) ?? DIGIT.exec(name);
  if (digit) return { year: Number(digit[1]), section: (digit[2] ?? '').toUpperCase() };
  const roman = ROMAN.exec(name);
  return roman
    ? { year: ROMAN_YEARS.indexOf(roman[1] ?? '') + 1, section: (roman[2] ?? '').toUpperCase() }
    : undefined;
}

/** Joins class and section where a source keeps them in two columns. */
export function joinClassName(year: string, section: string): string {
  const number = tidy(year);
  const letter = tidy(section);
  return letter === '' || /[A-Za-z]$/.test(number.replace(/\d[aª^º°]$/, '')) ? number : `${number} ${letter}`;
}
