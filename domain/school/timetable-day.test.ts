import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../base/ids.ts';
import { must } from '../base/assert.ts';
import type { BellScheme } from '../kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../kinds/class/record.ts';
import type { TimetableEntry } from '../kinds/timetable-entry/record.ts';
import { sample, sampleHours, sampleYear } from '../testing/sample.ts';
import { bellSchemeFor, classHasLessons, classHours, teacherHours } from './timetable-day.ts';

const envelope = {
  school: sample.school,
  author: sample.bianchi,
  entry: sampleYear.entry,
  recordedAt: sampleYear.recordedAt,
};
const schoolClass: SchoolClass = {
  ...envelope,
  id: sample.class,
  kind: 'class',
  startYear: 2026,
  level: 'lowerSecondary',
  year: 1,
  section: 'A',
};
const day = (text: string) => text as LocalDate;

function scheme(id: string, changes: Partial<BellScheme> = {}): BellScheme {
  return {
    ...envelope,
    id,
    kind: 'bellScheme',
    name: id,
    validFrom: day('2026-09-14'),
    validTo: day('2027-06-08'),
    weekdays: [1, 2, 3, 4, 5],
    levels: [],
    hours: sampleHours,
    ...changes,
  };
}

function entry(
  hour: number,
  teachers: TimetableEntry['teachers'],
  changes: Partial<TimetableEntry> = {},
): TimetableEntry {
  return {
    ...envelope,
    id: `${hour}.${teachers.join('.')}`,
    kind: 'timetableEntry',
    class: sample.class,
    weekday: 1,
    hour,
    subject: sample.maths,
    teachers,
    validFrom: day('2026-09-14'),
    validTo: day('2027-06-08'),
    ...changes,
  };
}

describe('timetable of a day (D7)', () => {
  const source = {
    year: sampleYear,
    bellSchemes: [scheme('general')],
    entries: [
      entry(2, [sample.neri]),
      entry(1, [sample.bianchi, sample.neri]),
      entry(3, [sample.bianchi], { validTo: day('2026-10-31') }),
    ],
  };

  it('gives the hours valid on the day, in order, with their times', () => {
    expect(classHours(source, schoolClass, sample.day).map((hour) => [hour.hour, hour.start])).toEqual([
      [1, '08:00'],
      [2, '09:00'],
    ]);
    expect(classHours(source, schoolClass, day('2026-10-26')).map((hour) => hour.hour)).toEqual([1, 2, 3]);
  });

  it('is empty on a day without lessons', () => {
    expect(classHours(source, schoolClass, day('2026-12-07'))).toEqual([]);
  });

  it('gives a teacher the own hours and those in co-teaching', () => {
    expect(teacherHours(source, [schoolClass], sample.neri, sample.day).map((hour) => hour.hour)).toEqual([
      1, 2,
    ]);
    expect(teacherHours(source, [schoolClass], sample.bianchi, sample.day).map((hour) => hour.hour)).toEqual([
      1,
    ]);
  });

  it('prefers the bell scheme of the site, then of the level, then the general one', () => {
    const schemes = [
      scheme('general'),
      scheme('level', { levels: ['lowerSecondary'] }),
      scheme('site', { site: 'Via Po' }),
      scheme('other', { levels: ['primary'] }),
    ];
    expect(must(bellSchemeFor(schemes, schoolClass, sample.day), 'level').id).toBe('level');
    expect(must(bellSchemeFor(schemes, { ...schoolClass, site: 'Via Po' }, sample.day), 'site').id).toBe(
      'site',
    );
    expect(bellSchemeFor(schemes, schoolClass, day('2026-11-22'))).toBeUndefined();
  });

  it('D84: knows the days of the week on which a class comes, by its timetable, else by the bells', () => {
    const [friday, saturday] = [day('2026-11-20'), day('2026-11-21')];
    const hasLessons = (entries: readonly TimetableEntry[], schemes: readonly BellScheme[]) => {
      const timetableOf = new Map([[sample.class, entries]]);
      const bellHours = (_class: unknown, on: LocalDate) =>
        bellSchemeFor(schemes, schoolClass, on)?.hours ?? [];
      return [friday, saturday].map((on) => classHasLessons({ timetableOf, bellHours }, sample.class, on));
    };
    const six = scheme('six', { weekdays: [1, 2, 3, 4, 5, 6] });
    const [onFriday, onSaturday] = [5, 6].map((weekday) => entry(1, [sample.bianchi], { weekday }));
    expect(hasLessons([must(onFriday, 'a cell')], [six])).toEqual([true, false]);
    expect(hasLessons([must(onFriday, 'a cell'), must(onSaturday, 'a cell')], [six])).toEqual([true, true]);
    const past = { ...must(onFriday, 'a cell'), validTo: day('2026-10-31') };
    expect(hasLessons([past], [six])).toEqual([true, true]);
    expect(hasLessons([], [scheme('five')])).toEqual([true, false]);
    expect(hasLessons([], [])).toEqual([true, true]);
  });
});
