import { describe, expect, test } from 'vitest';
import {
  toClassId,
  toPersonId,
  type ClassId,
  type LocalDate,
  type PersonId,
} from '../../../domain/base/ids.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import { substitutionId, type Substitution } from '../../../domain/kinds/substitution/record.ts';
import { sampleEnvelope } from '../../../domain/record/sample-values.ts';
import { minutesToTime } from '../../../domain/base/local-date.ts';
import type { TimesOfDay } from '../../../domain/school/lesson-hour.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import { awayHourId, awayHours, freeTeachers, type SubstitutionsOfDay } from './view.ts';

const DAY = '2026-11-23' as LocalDate;
const [A, B, C] = ['2026.LS.1A', '2026.LS.1B', '2026.LS.1C'].map(toClassId) as [ClassId, ClassId, ClassId];
const [anna, bruno, carla, dino] = ['anna', 'bruno', 'carla', 'dino'].map(toPersonId) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const NOBODY: ReadonlySet<PersonId> = new Set();

const lesson = (hour: number, ofClass: ClassId, ...teachers: readonly PersonId[]) =>
  // Of a lesson of the timetable no more is asked here.
  ({ day: DAY, hour, class: ofClass, teachers, ...timesOf(hour) }) as unknown as PlannedHour;

function timesOf(hour: number): TimesOfDay {
  return { start: minutesToTime((7 + hour) * 60), end: minutesToTime((8 + hour) * 60) };
}

function standsIn(hour: number, ofClass: ClassId, teacher: PersonId, replaces: PersonId): Substitution {
  const of = { day: DAY, hour, class: ofClass, teacher, replaces };
  const id = substitutionId(DAY, hour, ofClass, teacher);
  return { ...sampleEnvelope, id, kind: 'substitution', ...of, origin: 'office' };
}

const teacher = (id: PersonId): Person => ({
  ...sampleEnvelope,
  id,
  kind: 'person',
  type: 'staff',
  surname: id,
  givenName: id,
  roles: ['teacher'],
  classes: [],
});

/** A day on which Anna has 1A, 1B and, in the third hour, both; Bruno has 1C in the first. */
function ofDay(...substitutions: readonly Substitution[]): SubstitutionsOfDay {
  const planned = [
    lesson(1, A, anna),
    lesson(2, B, anna),
    lesson(3, A, anna),
    lesson(3, B, anna),
    lesson(1, C, bruno),
  ];
  const busy = [
    ...planned.flatMap((one) => one.teachers.map((who) => ({ who, start: one.start, end: one.end }))),
    ...substitutions.map((one) => ({ who: one.teacher, ...timesOf(one.hour) })),
  ];
  const teachers = [anna, bruno, carla, dino].map(teacher);
  const knows = new Map([
    [A, [anna, carla]],
    [B, [anna, carla, bruno]],
  ]);
  const facts = { teachersOf: (ofClass: ClassId) => knows.get(ofClass) ?? [] };
  return {
    facts: facts as unknown as SubstitutionsOfDay['facts'],
    planned,
    today: DAY,
    isSignable: true,
    teachers,
    left: [],
    substitutions,
    busy,
  };
}

const rowsOf = (day: SubstitutionsOfDay, ...ids: readonly string[]) =>
  awayHours(day, new Set([anna])).filter((row) => ids.length === 0 || ids.includes(awayHourId(row)));
const idOf = (hour: number, ofClass: ClassId) => `${hour}.${ofClass}.anna`;

function free(day: SubstitutionsOfDay, ids: readonly string[], chosen: ReadonlySet<PersonId> = NOBODY) {
  const found = freeTeachers(day, rowsOf(day, ...ids), chosen);
  return [found.ofClass.map(({ id }) => id), found.others.map(({ id }) => id)];
}

describe('D207: who is free for an hour', () => {
  test('has no lesson in it and is not away; those who know the class come first', () => {
    expect(free(ofDay(), [idOf(1, A)], new Set([anna]))).toEqual([[carla], [dino]]);
    expect(free(ofDay(), [idOf(2, B)], new Set([anna, dino]))).toEqual([[bruno, carla], []]);
  });

  test('is nobody in whose place somebody stands on that day, though the page was opened anew', () => {
    const day = ofDay(standsIn(1, C, dino, bruno));
    expect(free(day, [idOf(2, B)], new Set([anna]))).toEqual([[carla], [dino]]);
    expect(free(day, [idOf(2, B)])).toEqual([[carla], [dino]]);
  });

  test('is nobody who stands in elsewhere in that hour', () => {
    expect(free(ofDay(standsIn(2, C, carla, bruno)), [idOf(2, B)], new Set([anna]))).toEqual([[], [dino]]);
  });
});

describe('D207: hours are compared by their times', () => {
  test('whoever teaches at that time is not free, whatever the number of the hour', () => {
    const day = ofDay();
    const primary = { ...lesson(2, A, anna), start: minutesToTime(570), end: minutesToTime(630) };
    const [row] = awayHours({ ...day, planned: [primary] }, new Set([anna]));
    const third = { who: dino, start: minutesToTime(590), end: minutesToTime(645) };
    const after = { who: carla, start: minutesToTime(630), end: minutesToTime(690) };
    const found = row && freeTeachers({ ...day, busy: [third, after] }, [row], new Set([anna]));
    expect(found?.ofClass.map(({ id }) => id)).toEqual([carla]);
    expect(found?.others.map(({ id }) => id)).toEqual([bruno]);
  });

  test('lessons of somebody who has left the school are uncovered, and not out of sight', () => {
    const day = ofDay();
    const gone = { ...day, teachers: day.teachers.filter(({ id }) => id !== anna), left: [teacher(anna)] };
    expect(awayHours(gone, NOBODY).map(awayHourId)).toContain(idOf(1, A));
  });
});

describe('D208: who is free for several hours at once', () => {
  test('is free in all of them, and knows the class of each where it comes first', () => {
    expect(free(ofDay(), [idOf(1, A), idOf(2, B)], new Set([anna]))).toEqual([[carla], [dino]]);
    const busy = ofDay(standsIn(2, C, carla, bruno));
    expect(free(busy, [idOf(1, A), idOf(2, B)], new Set([anna]))).toEqual([[], [dino]]);
  });

  test('may take two classes that one person has together, also one after the other', () => {
    expect(free(ofDay(), [idOf(3, A), idOf(3, B)], new Set([anna]))).toEqual([[carla], [bruno, dino]]);
    const half = ofDay(standsIn(3, A, dino, anna));
    expect(free(half, [idOf(3, B)], new Set([anna]))).toEqual([[bruno, carla], [dino]]);
  });

  test('is nobody for the lessons of two people at the same bell', () => {
    const day = ofDay();
    const both = awayHours(day, new Set([anna, bruno])).filter(({ planned }) => planned.hour === 1);
    expect(both).toHaveLength(2);
    expect(freeTeachers(day, both, new Set([anna, bruno]))).toEqual({ ofClass: [], others: [] });
  });
});
