import { describe, expect, it } from 'vitest';
import type { ClassId, Instant, LocalDate } from '../base/ids.ts';
import { allKinds, type RegisterRecord } from '../kinds/registry.ts';
import { sampleEnvelope } from '../record/sample-values.ts';
import { closedYearChanged } from './closed-years.ts';

const CLOSED = { startYear: 2025, closedOn: '2026-08-31' as LocalDate };
const years = [CLOSED, { startYear: 2026 }];
const at = '2026-11-23T10:00:00.000Z' as Instant;
const OLD = '2025.LS.1A' as ClassId;
const NEW = '2026.LS.2A' as ClassId;
const day = (text: string) => text as LocalDate;

/** A record of the kind, with the members that the test is about. */
function record(kind: RegisterRecord['kind'], changes: object): RegisterRecord {
  // The laws of the kinds hold each sample to its schema; here days and class alone matter.
  return { ...sampleEnvelope, id: 'one', kind, ...changes } as unknown as RegisterRecord;
}

const enrolment = (changes: object) =>
  record('enrolment', { pupil: 'p', class: OLD, from: '2025-09-15', ...changes });

describe('D198: a closed school year keeps what it says', () => {
  it.each([
    ['a new enrolment in one of its classes', undefined, enrolment({})],
    ['an enrolment that ends within it', enrolment({}), enrolment({ to: '2026-03-02' })],
    ['an enrolment that begins on another day', enrolment({}), enrolment({ from: '2025-10-01' })],
    ['one that is taken back', enrolment({}), enrolment({ to: '2025-09-14' })],
    ['one that is given other words', enrolment({}), enrolment({ pupil: 'q' })],
    ['a class', undefined, record('class', { id: OLD, startYear: 2025 })],
    ['a group of a class', undefined, record('group', { class: OLD, code: 'CHI' })],
    ['a derogation', undefined, record('derogation', { pupil: 'p', startYear: 2025 })],
    [
      'a substitution taken back',
      record('substitution', { day: '2026-05-04', hour: 2, class: OLD }),
      record('substitution', { day: '2026-05-04', hour: 2, class: OLD, cancelled: true }),
    ],
    [
      'an appointment without a class that reaches into it',
      undefined,
      record('appointment', { role: 'staff', from: '2026-06-01', to: '2026-12-31' }),
    ],
    [
      'bells that rang in it',
      record('bellScheme', { name: 'A', validFrom: '2025-09-01', validTo: '2027-08-31' }),
      record('bellScheme', { name: 'B', validFrom: '2025-09-01', validTo: '2027-08-31' }),
    ],
    [
      'its own days',
      record('schoolYear', { startYear: 2025, closedOn: '2026-08-31', lessonsTo: '2026-06-06' }),
      record('schoolYear', { startYear: 2025, closedOn: '2026-08-31', lessonsTo: '2026-06-10' }),
    ],
  ])('%s', (_what, before, after) => {
    expect(closedYearChanged(before, after, years, at)).toBe(2025);
    // Until the day is over on which it was closed, and while it is open, nothing is refused.
    expect(closedYearChanged(before, after, years, '2026-08-31T10:00:00.000Z' as Instant)).toBeUndefined();
    expect(closedYearChanged(before, after, [{ startYear: 2025 }], at)).toBeUndefined();
  });

  it.each([
    ['an enrolment that a list of the new year ends', enrolment({}), enrolment({ to: '2026-08-31' })],
    ['an enrolment in a class of the new year', undefined, enrolment({ class: NEW, from: '2026-09-14' })],
    [
      'an appointment that ends after it',
      record('appointment', { role: 'staff', from: '2025-09-01' }),
      record('appointment', { role: 'staff', from: '2025-09-01', to: '2026-10-31' }),
    ],
    [
      'bells that no longer ring',
      record('bellScheme', { name: 'A', validFrom: '2025-09-01', validTo: '2027-08-31' }),
      record('bellScheme', { name: 'A', validFrom: '2025-09-01', validTo: '2026-08-31' }),
    ],
    [
      'the rights of a guardian, on which a court decides',
      record('guardianship', { guardian: 'g', pupil: 'p', from: '2025-09-01', rights: 'full' }),
      record('guardianship', { guardian: 'g', pupil: 'p', from: '2025-09-01', rights: 'none' }),
    ],
    [
      'the year itself, opened again',
      record('schoolYear', { startYear: 2025, closedOn: '2026-08-31' }),
      record('schoolYear', { startYear: 2025 }),
    ],
    ['a person', undefined, record('person', { surname: 'Rossi', leftOn: day('2026-06-30') })],
  ])('and leaves to be written: %s', (_what, before, after) => {
    expect(closedYearChanged(before, after, years, at)).toBeUndefined();
  });

  it('knows the days of every kind that is about a class or a day', () => {
    // A kind that says so by members of another name would escape the rule.
    const samples: readonly RegisterRecord[] = allKinds.flatMap(
      ({ samples: own }): readonly RegisterRecord[] => own,
    );
    const bound = samples.filter((one) => 'day' in one || 'class' in one || 'startYear' in one);
    const always = [2025, 2026].map((startYear) => ({ startYear, closedOn: '2000-01-01' as LocalDate }));
    const escaping = bound.filter((one) => closedYearChanged(undefined, one, always, at) === undefined);
    expect(new Set(bound.map(({ kind }) => kind)).size).toBeGreaterThan(15);
    expect(escaping.map(({ kind, id }) => `${kind} ${id}`)).toEqual([]);
  });
});
