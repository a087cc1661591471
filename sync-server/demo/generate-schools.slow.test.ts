import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../domain/base/ids.ts';
import { localDate } from '../../domain/base/local-date.ts';
import { bucketsOf } from '../../domain/entries/buckets-of.ts';
import { className, startYearOfClass } from '../../domain/kinds/class/record.ts';
import { collections } from '../../domain/kinds/collections.ts';
import type { RecordKind, RecordOfKind } from '../../domain/kinds/registry.ts';
import { isLessonDay, periodFaults, startYearOf } from '../../domain/school/calendar.ts';
import { eventFault } from '../../domain/kinds/attendance-day/attendance-state.ts';
import { parseUsername } from '../../domain/people/username.ts';
import { holdsOn } from '../../domain/school/validity.ts';
import type { DemoSchool } from './build-school.ts';
import { generateSchools } from './generate-schools.ts';

const TODAY = localDate(2026, 11, 23);
const schools = generateSchools({ seed: 1, today: TODAY });

describe.each(schools.map((school) => [school.name, school] as const))('%s', (_name, school) => {
  it('holds only records that their schemas accept, each with its own identifier and entry', () => {
    const ajv = new Ajv({ strict: false });
    const validators = new Map(
      Object.values(collections).flatMap(({ kinds }) =>
        Object.entries(kinds).map(([kind, schema]) => [kind, ajv.compile(schema)] as const),
      ),
    );
    const faulty = school.records.filter((record) => validators.get(record.kind)?.(record) !== true);
    expect(faulty.slice(0, 3)).toEqual([]);
    expect(new Set(school.records.map((record) => `${record.kind}/${record.id}`)).size).toBe(
      school.records.length,
    );
    expect(new Set(school.records.map((record) => record.entry)).size).toBe(school.records.length);
    expect(school.records.every((record) => bucketsOf(record).length > 0)).toBe(true);
  });

  it('has a sound calendar and no history from today on', () => {
    const years = new Map(of(school, 'schoolYear').map((year) => [year.startYear, year]));
    expect([...years.keys()]).toEqual([2025, 2026]);
    expect([...years.values()].flatMap(periodFaults)).toEqual([]);
    for (const record of [...of(school, 'lesson'), ...of(school, 'attendanceDay')]) {
      const year = years.get(startYearOf(record.day));
      expect(record.day < TODAY && year !== undefined && isLessonDay(year, record.day)).toBe(true);
    }
  });

  it('has a class of 28 that the first printed teacher meets on every weekday, and colleagues who share it', () => {
    const [teacher, colleague] = school.accounts;
    const person = school.staff.find((member) => member.username === teacher?.username)?.person;
    const entries = of(school, 'timetableEntry').filter((entry) => person && entry.teachers.includes(person));
    const level = school.records.find((record) => record.kind === 'class' && record.level !== 'primary');
    const showcase = classesNow(school).find(
      (item) =>
        className(item) === teacher?.classes[0] && level?.kind === 'class' && item.level === level.level,
    );
    const enrolled = of(school, 'enrolment').filter(
      (item) => item.class === showcase?.id && holdsOn(item, TODAY),
    );
    expect(enrolled).toHaveLength(28);
    const weekdays = new Set(
      entries.filter((entry) => entry.class === showcase?.id).map((entry) => entry.weekday),
    );
    expect(weekdays.size).toBe(currentYear(school).restDays.includes(6) ? 5 : 6);
    expect(colleague?.classes[0]).toBe(teacher?.classes[0]);
  });

  it('leaves some recent hours to sign', () => {
    const year = currentYear(school);
    const lessons = of(school, 'lesson');
    const last = lessons.reduce(
      (latest, lesson) => (lesson.day > latest ? lesson.day : latest),
      year.lessonsFrom,
    );
    const weekday = new Date(`${last}T00:00:00Z`).getUTCDay();
    const planned = of(school, 'timetableEntry').filter(
      (entry) => entry.weekday === weekday && entry.validFrom <= last && last <= entry.validTo,
    );
    const held = lessons.filter((lesson) => lesson.day === last);
    expect(held.length).toBeLessThan(planned.length);
    expect(held.length).toBeGreaterThan(planned.length * 0.8);
  });

  it('marks plausible absences of pupils who were in the class on the day, under the school’s rules', () => {
    const days = of(school, 'attendanceDay');
    const enrolments = Map.groupBy(of(school, 'enrolment'), (item) => item.pupil);
    for (const day of days) {
      expect(eventFault(day.events)).toBeUndefined();
      const here = enrolments
        .get(day.pupil)
        ?.some((item) => item.class === day.class && holdsOn(item, day.day));
      expect(here).toBe(true);
    }
    for (const startYear of [2025, 2026]) {
      const isOfYear = ({ day }: { readonly day: LocalDate }) => startYearOf(day) === startYear;
      const lessonDays = new Set(
        of(school, 'lesson')
          .filter(isOfYear)
          .map((lesson) => lesson.day),
      ).size;
      const absent = days.filter((day) => isOfYear(day) && day.events[0]?.kind === 'absent').length;
      const here = new Set(
        of(school, 'enrolment').flatMap((item) =>
          startYearOfClass(item.class) === startYear ? [item.pupil] : [],
        ),
      );
      const share = absent / (lessonDays * here.size);
      expect(share).toBeGreaterThan(0.05);
      expect(share).toBeLessThan(0.08);
    }
  });

  it('has pupils who come, go and change class, a supply teacher, support and homonyms', () => {
    const enrolments = of(school, 'enrolment').filter((item) => startYearOfClass(item.class) === 2026);
    // Three who change class, one of them into a class of the printed teacher, and one who leaves.
    expect(enrolments.filter((item) => item.to !== undefined)).toHaveLength(4);
    expect(of(school, 'hoursElsewhere').map(({ source }) => source)).toContain('otherSchool');
    expect(of(school, 'assignment').some((item) => item.replaces !== undefined)).toBe(true);
    expect(of(school, 'assignment').some((item) => item.type === 'support' && item.pupil)).toBe(true);
    const names = of(school, 'person').flatMap((person) =>
      person.type === 'pupil' ? [`${person.classes.at(-1)} ${person.surname} ${person.givenName}`] : [],
    );
    expect(new Set(names).size).toBeLessThan(names.length);
  });
});

describe('the two schools', () => {
  it('share some guardians, by fiscal code', () => {
    const codes = schools.map(
      (school) =>
        new Set(
          of(school, 'personalData').flatMap((data) => (data.children.length > 0 ? [data.fiscalCode] : [])),
        ),
    );
    const shared = [...(codes[0] ?? [])].filter((code) => codes[1]?.has(code));
    expect(shared.length).toBeGreaterThan(10);
  });

  it('have families with accounts in use: one guardian in both, a first and a second one, a student of the liceo', () => {
    const [comprensivo, liceo] = schools.map(({ families }) => families);
    expect(comprensivo?.map(({ kind }) => kind)).toEqual([
      'firstGuardian',
      'firstGuardian',
      'secondGuardian',
    ]);
    expect(liceo?.map(({ kind }) => kind)).toEqual([
      'firstGuardian',
      'firstGuardian',
      'secondGuardian',
      'student',
    ]);
    const codes = schools.map(
      (school) =>
        of(school, 'personalData').find(({ person }) => person === school.families[0]?.person)?.fiscalCode,
    );
    expect(new Set(codes).size).toBe(1);
    const printed = schools.flatMap(({ accounts }) => accounts).filter(({ role }) => role === 'guardian');
    expect(printed).toHaveLength(6);
    expect(printed.every(({ child, classes }) => child !== undefined && classes.length === 1)).toBe(true);
    for (const { username } of printed) expect(parseUsername(username)).toMatchObject({ isOurs: true });
  });

  it('are the same for the same seed, other for another, and have the wanted size', () => {
    const size = schools.map((school) => classesNow(school).length);
    expect(size).toEqual([20, 24]);
    expect(schools.map((school) => pupilsOf(school))).toEqual([
      expect.closeTo(430, -2),
      expect.closeTo(560, -2),
    ]);
    expect(generateSchools({ seed: 1, today: TODAY })).toEqual(schools);
    const other = generateSchools({ seed: 2, today: TODAY });
    expect(other[0]?.accounts[0]?.name).not.toBe(schools[0]?.accounts[0]?.name);
    const large = generateSchools({ seed: 1, today: localDate(2026, 9, 16), classes: 120, history: 'none' });
    expect(large.reduce((sum, school) => sum + classesNow(school).length, 0)).toBe(120);
  });

  it('show a stable day when today is outside the lessons of the year', () => {
    const outside = { seed: 1, classes: 6 };
    expect(generateSchools({ ...outside, today: localDate(2030, 1, 1) })).toEqual(
      generateSchools({ ...outside, today: localDate(2026, 8, 1) }),
    );
  });
});

function of<K extends RecordKind>(school: DemoSchool, kind: K): readonly RecordOfKind<K>[] {
  return school.records.filter((record): record is RecordOfKind<K> => record.kind === kind);
}

function classesNow(school: DemoSchool) {
  return of(school, 'class').filter(({ startYear }) => startYear === 2026);
}

function currentYear(school: DemoSchool) {
  return only(of(school, 'schoolYear').filter(({ startYear }) => startYear === 2026));
}

function pupilsOf(school: DemoSchool): number {
  return of(school, 'person').filter((person) => person.type === 'pupil' && person.leftOn === undefined)
    .length;
}

function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined || items.length !== 1) throw new Error('Exactly one expected');
  return item;
}
