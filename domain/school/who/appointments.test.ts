import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../base/ids.ts';
import { toPersonId } from '../../base/ids.ts';
import { byKind, schoolRecordsIn } from '../../kinds/by-kind.ts';
import type { Appointment } from '../../kinds/appointment/record.ts';
import { kinds, type RegisterRecord } from '../../kinds/registry.ts';
import { sample, sampleYear } from '../../testing/sample.ts';
import { schoolView } from '../school-view.ts';
import { staffActor } from './staff-actor.ts';
import { isInForce } from './appointments.ts';

const [coordinator, ofSite] = kinds.appointment.samples;
const [assignment] = kinds.assignment.samples;
const [schoolClass] = kinds.class.samples;
const [staff] = kinds.person.samples;
const day = (text: string) => text as LocalDate;
const vice = toPersonId('vice');

function viewOf(...records: readonly RegisterRecord[]) {
  const school = [sampleYear, { ...schoolClass, site: 'Via Verdi' }, { ...staff, id: vice }];
  return schoolView(schoolRecordsIn(byKind([...school, ...records])), true);
}

function appointed(changes: Partial<Appointment>): Appointment {
  return { ...coordinator, person: vice, ...changes };
}

describe('appointments and their days', () => {
  it('D216: what was handed over ends by itself, and never begins without a last day', () => {
    const principal = appointed({
      role: 'principal',
      delegatedBy: toPersonId('head'),
      from: day('2026-11-20'),
    });
    const { class: _none, ...delegated } = principal;
    expect(isInForce(delegated, sample.day)).toBe(false);
    const forFiveDays = { ...delegated, to: day('2026-11-24') };
    const days = ['2026-11-19', '2026-11-20', '2026-11-24', '2026-11-25'].map(day);
    expect(days.map((one) => isInForce(forFiveDays, one))).toEqual([false, true, true, false]);
  });

  it.each(['coordinator', 'secretary', 'specialNeeds', 'classRepresentative'] as const)(
    'D217: that of %s ends with the school year, though nobody has ended it',
    (role) => {
      const { class: _none, ...ofSchool } = appointed({ role });
      for (const one of [ofSchool, appointed({ role })]) {
        expect(isInForce(one, day('2027-08-31'))).toBe(true);
        expect(isInForce(one, day('2027-09-01'))).toBe(false);
      }
    },
  );

  it('that of an office, of the principal’s staff or of an administrator lasts', () => {
    for (const role of ['studentOffice', 'staff', 'administrator'] as const) {
      const { class: _none, ...lasting } = appointed({ role });
      expect(isInForce(lasting, day('2029-01-10'))).toBe(true);
    }
  });
});

describe('the coordinators of a class', () => {
  const flagged = { ...assignment, coordinator: true, from: day('2026-09-14'), to: day('2026-11-30') };

  it('are those whom an older list has marked, on the days of the assignment', () => {
    const view = viewOf(flagged);
    expect(view.coordinatorsOf(sample.class, sample.day)).toEqual([sample.bianchi]);
    expect(view.coordinatedBy(sample.bianchi, sample.day)).toEqual([sample.class]);
    expect(view.coordinatorsOf(sample.class, day('2026-12-01'))).toEqual([]);
  });

  it('are those appointed, wherever somebody is, and the mark counts again when nobody is', () => {
    const view = viewOf(flagged, appointed({ from: day('2026-11-01'), to: day('2026-11-23') }));
    expect(view.coordinatorsOf(sample.class, sample.day)).toEqual([vice]);
    expect(view.coordinatedBy(sample.bianchi, sample.day)).toEqual([]);
    expect(view.coordinatorsOf(sample.class, day('2026-11-24'))).toEqual([sample.bianchi]);
  });
});

describe('whoever answers for a class without teaching in it', () => {
  it('is the principal’s staff of its site, or of the whole school, and nobody on other days', () => {
    const at = (site?: string) => {
      const { class: _none, site: _site, ...whole } = appointed({ role: 'staff', to: sample.day });
      return viewOf(site === undefined ? whole : { ...whole, site });
    };
    expect(at().answersFor(vice, sample.class, sample.day)).toBe(true);
    expect(at('Via Verdi').answersFor(vice, sample.class, sample.day)).toBe(true);
    expect(at('Via Roma').answersFor(vice, sample.class, sample.day)).toBe(false);
    expect(at().answersFor(vice, sample.class, day('2026-11-24'))).toBe(false);
    expect(viewOf(ofSite).answersFor(vice, sample.class, sample.day)).toBe(false);
  });

  it('has no right by an appointment alone: without a role nobody is of the staff', () => {
    const { class: _none, ...whole } = appointed({ role: 'principal' });
    const view = viewOf({ ...staff, id: vice, roles: [] }, whole);
    expect(view.answersFor(vice, sample.class, sample.day)).toBe(false);
    const member = { school: sample.school, person: vice, roles: [], assignments: [] };
    expect(staffActor(view, member, sample.day)).toEqual({
      school: sample.school,
      person: vice,
      roles: [],
      classes: [],
    });
  });
});
