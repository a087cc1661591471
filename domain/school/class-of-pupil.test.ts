import { describe, expect, it } from 'vitest';
import { localDate } from '../base/local-date.ts';
import { toPersonId } from '../base/ids.ts';
import { classId, slug, startYearOfClass } from '../kinds/class/record.ts';
import { subjectId } from '../kinds/subject/record.ts';
import { enrolmentToday } from './class-of-pupil.ts';
import { holdsOn } from './validity.ts';

const pupil = toPersonId('p');
const primary = classId(2026, 'primary', '5A');
const lower = classId(2027, 'lowerSecondary', '1B');
const old = { pupil, class: primary, from: localDate(2026, 9, 14) };
const fresh = { pupil, class: lower, from: localDate(2027, 9, 13) };
const none = () => false;
const all = () => true;

describe('an enrolment', () => {
  it('S4 holds at most in the school year of its class, though nobody has closed it', () => {
    expect(holdsOn(old, localDate(2027, 8, 31))).toBe(true);
    expect(holdsOn(old, localDate(2027, 9, 1))).toBe(false);
    expect(holdsOn({ ...old, to: localDate(2028, 6, 1) }, localDate(2027, 9, 1))).toBe(false);
    // A first day typed into the year before makes no pupil of a class that does not exist yet.
    expect(holdsOn({ ...fresh, from: localDate(2026, 9, 14) }, localDate(2027, 5, 1))).toBe(false);
    expect(startYearOfClass(lower)).toBe(2027);
  });

  it.each([
    ['in July, with the new list there', [old, fresh], localDate(2027, 7, 10), all, primary],
    ['on 1 September, before the lessons', [old, fresh], localDate(2027, 9, 1), all, lower],
    ['in October', [old, fresh], localDate(2027, 10, 4), all, lower],
    [
      'in September, before the lists of the year tell who has gone',
      [old],
      localDate(2027, 9, 5),
      none,
      primary,
    ],
    ['in September, once the lists are there', [old], localDate(2027, 9, 5), all, undefined],
    ['two years later', [old], localDate(2028, 9, 5), none, undefined],
    [
      'after leaving in January',
      [{ ...old, to: localDate(2027, 1, 10) }],
      localDate(2027, 9, 5),
      none,
      undefined,
    ],
    [
      'after a class change that two records tell',
      [old, { ...old, class: classId(2026, 'primary', '5B'), from: localDate(2027, 2, 1) }],
      localDate(2027, 3, 1),
      all,
      classId(2026, 'primary', '5B'),
    ],
    [
      'never by one that ended before it began',
      [{ ...fresh, to: localDate(2027, 9, 12) }],
      localDate(2027, 8, 1),
      all,
      undefined,
    ],
  ])('S4 tells the class of today: %s', (_when, own, day, isListed, expected) => {
    expect(enrolmentToday(own, day, isListed)?.class).toBe(expected);
  });
});

describe('a key made of a name', () => {
  it('is never cut where that makes two things one', () => {
    const names = [
      'Laboratorio di servizi enogastronomici settore cucina',
      'Laboratorio di servizi enogastronomici settore sala e vendita',
      'Laboratorio di servizi enogastronomici settore pasticceria',
      'C',
      'C++',
      'C#',
    ];
    expect(new Set(names.map(subjectId)).size).toBe(names.length);
    for (const name of names) expect(slug(name).length).toBeLessThanOrEqual(40);
    const long = ['A', 'B'].map(
      (section) => `Liceo delle scienze umane opzione economico sociale ${section}`,
    );
    expect(new Set(long.map((name) => classId(2026, 'upperSecondary', name))).size).toBe(2);
  });

  it('stays what it was for a name that fits', () => {
    expect(slug('Scienze motorie e sportive')).toBe('scienze-motorie-e-sportive');
    expect(classId(2026, 'upperSecondary', '1A LSA')).toBe('2026.US.1A-LSA');
  });
});
