import { expect, test } from 'vitest';
import { toClassId } from '../../domain/base/ids.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import { classNameIn } from './class-name.ts';

const named = (level: SchoolClass['level'], section: string, more: Partial<SchoolClass> = {}) => {
  const startYear = more.startYear ?? 2026;
  const id = toClassId(`${startYear}.${level}.1${section}.${more.site ?? ''}`);
  return { id, level, year: 1, section, startYear, ...more } as SchoolClass;
};
const primary = named('primary', 'A');
const secondary = named('lowerSecondary', 'A');
const alone = named('primary', 'B');
const lastYear = named('lowerSecondary', 'B', { startYear: 2025 });
const elsewhere = named('primary', 'A', { site: 'Rodari' });
const classes = new Map([primary, secondary, alone, lastYear, elsewhere].map((one) => [one.id, one]));

test.each([
  [primary, '1A prim.'],
  [secondary, '1A sec.'],
  [elsewhere, '1A prim. · Rodari'],
  // A class of another year is no namesake.
  [alone, '1B'],
])('a class of a school is told from its namesakes', (schoolClass, name) => {
  expect(classNameIn({ classes }, schoolClass)).toBe(name);
});
