import type { Format } from './format.ts';

/** A number that is written with a point, with the sign that the language has in its place; in no language are its digits grouped. */
export function withDecimalSign(text: string, format: Pick<Format, 'number'>): string {
  return text.replace('.', format.number(0.5).replaceAll(/\d/g, ''));
}
