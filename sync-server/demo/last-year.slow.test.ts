import { describe, expect, it } from 'vitest';
import type { ClassId, PersonId } from '../../domain/base/ids.ts';
import { localDate } from '../../domain/base/local-date.ts';
import { startYearOfClass, type SchoolClass } from '../../domain/kinds/class/record.ts';
import type { Enrolment } from '../../domain/kinds/enrolment/record.ts';
import type { RecordKind, RecordOfKind } from '../../domain/kinds/registry.ts';
import { isLessonDay, startYearOf } from '../../domain/school/calendar.ts';
import { holdsOn } from '../../domain/school/validity.ts';
import type { DemoSchool } from './build-school.ts';
import { generateSchools } from './generate-schools.ts';

const TODAY = localDate(2026, 11, 23);
const schools = generateSchools({ seed: 1, today: TODAY });
const CHANGED = localDate(2026, 1, 12);
const BEGINS = localDate(2026, 9, 14);

describe.each(schools.map((school) => [school.name, school] as const))('2025/26 at %s', (_name, school) => {
  const classes = new Map(of(school, 'class').map((one) => [one.id, one]));
  const past = of(school, 'enrolment').filter((one) => startYearOfClass(one.class) === 2025);
  const now = new Map(
    of(school, 'enrolment')
      .filter((one) => holdsOn(one, BEGINS))
      .map(byPupil),
  );

  it('is closed, and every hour of its timetable was signed', () => {
    const year = of(school, 'schoolYear').find(({ startYear }) => startYear === 2025);
    expect(year?.closedOn).toBe(localDate(2026, 8, 31));
    const signed = new Set(of(school, 'lesson').map(({ class: id, day, hour }) => `${id} ${day} ${hour}`));
    const days = [localDate(2025, 9, 15), localDate(2026, 1, 12), localDate(2026, 6, 5)];
    for (const day of days) {
      expect(year && isLessonDay(year, day)).toBe(true);
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      const planned = of(school, 'timetableEntry').filter(
        (entry) => entry.weekday === weekday && entry.validFrom <= day && day <= entry.validTo,
      );
      expect(planned.length).toBeGreaterThan(60);
      const open = planned.filter(({ class: id, hour }) => !signed.has(`${id} ${day} ${hour}`));
      expect(open).toEqual([]);
    }
  });

  it('has pupils who changed class in January, with their days in the class of each day', () => {
    const changed = past.filter(({ from }) => from === CHANGED).map(({ pupil }) => pupil);
    expect(changed.length).toBeGreaterThanOrEqual(2);
    for (const pupil of changed) {
      const own = past.filter((one) => one.pupil === pupil);
      expect(own.map(({ to }) => to)).toEqual([localDate(2026, 1, 11), localDate(2026, 8, 31)]);
      const [before, after] = own.map((one) => classes.get(one.class));
      expect([before?.level, before?.year]).toEqual([after?.level, after?.year]);
      expect(before?.section).not.toBe(after?.section);
      for (const day of of(school, 'attendanceDay'))
        if (day.pupil === pupil && startYearOf(day.day) === 2025)
          expect(day.class).toBe(day.day < CHANGED ? before?.id : after?.id);
    }
  });

  it('led almost everybody into the class above, a few into the same one, and the last classes out of the school', () => {
    const moves = past.filter(({ to }) => to === localDate(2026, 8, 31));
    const kinds = Map.groupBy(moves, (one) => moveOf(classes.get(one.class), now, classes, one));
    expect(kinds.get('up')?.length).toBeGreaterThan(200);
    expect(kinds.get('again')?.length).toBeGreaterThanOrEqual(1);
    expect(kinds.get('again')?.length).toBeLessThan(5);
    expect(kinds.get('elsewhere') ?? []).toEqual([]);
    for (const { pupil } of kinds.get('gone') ?? []) {
      const person = of(school, 'person').find(({ id }) => id === pupil);
      expect(person?.type).toBe('pupil');
      expect(person?.classes.map(startYearOfClass)).not.toContain(2026);
      expect(person?.leftOn).toBeDefined();
    }
    const held = of(school, 'class').filter(({ startYear }) => startYear === 2025);
    for (const { id } of held) {
      const size = past.filter((one) => one.class === id).length;
      expect(size).toBeGreaterThan(15);
      expect(size).toBeLessThan(30);
    }
  });

  it('left everybody of it the bucket of their class of then, for whoever taught it', () => {
    const classesOf = new Map(of(school, 'person').map((person) => [person.id, person.classes]));
    for (const { pupil, class: id } of past) expect(classesOf.get(pupil)).toContain(id);
  });
});

function byPupil({ pupil, class: id }: Enrolment) {
  return [pupil, id] as const;
}

/** What became of a pupil of a class. */
function moveOf(
  before: SchoolClass | undefined,
  now: ReadonlyMap<PersonId, ClassId>,
  classes: ReadonlyMap<ClassId, SchoolClass>,
  { pupil }: Enrolment,
): 'up' | 'again' | 'gone' | 'elsewhere' {
  const after = classes.get(now.get(pupil) ?? ('' as ClassId));
  if (!before || !after) return 'gone';
  if (before.level !== after.level) return before.year === 5 && after.year === 1 ? 'up' : 'elsewhere';
  if (after.year === before.year) return 'again';
  return after.year === before.year + 1 ? 'up' : 'elsewhere';
}

function of<K extends RecordKind>(school: DemoSchool, kind: K): readonly RecordOfKind<K>[] {
  return school.records.filter((record): record is RecordOfKind<K> => record.kind === kind);
}
