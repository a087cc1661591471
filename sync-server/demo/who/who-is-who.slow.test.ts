import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../domain/base/ids.ts';
import { localDate } from '../../../domain/base/local-date.ts';
import { byKind, schoolRecordsIn } from '../../../domain/kinds/by-kind.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { createAppointments, isInForce } from '../../../domain/school/who/appointments.ts';
import { createOfPupils } from '../../../domain/school/who/of-pupils.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import { generateSchools } from '../generate-schools.ts';

const TODAY = localDate(2026, 11, 23);
const SIZES = [2, 3, 11, 44, 90];
const sized = SIZES.map(
  (classes) => [classes, generateSchools({ seed: 1, today: TODAY, classes, history: 'none' })] as const,
);
const usual = generateSchools({ seed: 1, today: TODAY, history: 'none' });

describe.each(sized)('schools of %i classes together', (_classes, schools) => {
  it.each(schools.map((school) => [school.name, school] as const))(
    'have everybody who runs one: %s',
    (_name, school) => {
      const records = schoolRecordsIn(byKind(school.records));
      const who = createAppointments(records, {
        people: new Map(records.person.map((person) => [person.id, person])),
        classes: new Map(records.class.map((one) => [one.id, one])),
      });
      const holders = (role: string) =>
        records.appointment.filter((one) => one.role === role && isInForce(one, TODAY));
      for (const { id } of records.class.filter(({ startYear }) => startYear === 2026)) {
        const [coordinator, ...others] = who.coordinatorsOf(id, TODAY);
        expect(others).toEqual([]);
        const taught = records.assignment.filter((one) => one.class === id && holdsOn(one, TODAY));
        expect(taught.some(({ teacher }) => teacher === coordinator)).toBe(true);
        const secretary = holders('secretary').find((one) => one.class === id)?.person;
        expect(secretary).not.toBe(coordinator);
        expect(taught.some(({ teacher }) => teacher === secretary)).toBe(true);
        expect(holders('classRepresentative').some((one) => one.class === id)).toBe(true);
      }
      for (const role of ['studentOffice', 'personnelOffice', 'administrativeDirector', 'administrator'])
        expect(holders(role).length).toBeGreaterThan(0);
      const ends = new Set(records.appointment.map(({ to }) => to));
      expect(ends).toEqual(new Set([localDate(2026, 8, 31), localDate(2027, 8, 31)]));
      // The same thing twice would be one record over another.
      expect(new Set(records.appointment.map(({ id }) => id)).size).toBe(records.appointment.length);
    },
  );
});

describe.each(usual.map((school) => [school.name, school] as const))('%s', (_name, school) => {
  const records = schoolRecordsIn(byKind(school.records));
  const ofPupils = createOfPupils(records);
  const appointed = (person: PersonId | undefined) =>
    records.appointment
      .filter((one) => one.person === person && isInForce(one, TODAY))
      .map(({ role }) => role);

  it('has a member of the principal’s staff for the whole school, one for a further site where there is one, and a referent', () => {
    const sites = new Set(records.class.flatMap(({ site }) => site ?? []));
    const now = records.appointment.filter((one) => isInForce(one, TODAY));
    const staff = now.filter(({ role }) => role === 'staff').map(({ site }) => site);
    expect(new Set(staff)).toEqual(new Set([undefined, ...sites]));
    expect(now.filter(({ role }) => role === 'specialNeeds')).toHaveLength(1);
  });

  it('leaves the printed clerk both offices, and gives the printed teachers nothing over the school', () => {
    const personOf = (username: string) => school.staff.find((one) => one.username === username)?.person;
    const printed = school.accounts.filter(({ role }) => role === 'office' || role === 'teacher');
    expect(printed).toHaveLength(4);
    for (const { role, username } of printed) {
      const allowed = role === 'office' ? [] : ['coordinator', 'secretary'];
      expect(appointed(personOf(username)).filter((one) => !allowed.includes(one))).toEqual([]);
    }
  });

  it('knows of every pupil in a class what the choice for religion is, of about 85 in 100 that they attend', () => {
    const here = records.enrolment.filter((one) => holdsOn(one, TODAY));
    const choices = here.map((one) => ofPupils.religionChoiceOn(one.pupil, one.class, TODAY));
    expect(choices).not.toContain(undefined);
    const attending = choices.filter((one) => one === 'attending').length / choices.length;
    expect(attending).toBeGreaterThan(0.8);
    expect(attending).toBeLessThan(0.9);
    expect(new Set(choices).size).toBeGreaterThanOrEqual(4);
  });

  it('divides some classes of lower secondary school, each pupil of them in one group of the class', () => {
    const divided = new Set(records.group.map((one) => one.class));
    const lower = records.class.some(({ level }) => level === 'lowerSecondary');
    expect(divided.size > 0).toBe(lower);
    expect(divided.has(school.showcase)).toBe(false);
    for (const id of divided) {
      const day = id.startsWith('2025') ? localDate(2026, 5, 4) : TODAY;
      const here = records.enrolment.filter((one) => one.class === id && holdsOn(one, day));
      const codes = ofPupils.groupsOf(id).map(({ code }) => code);
      const groups = here.map(({ pupil }) => ofPupils.groupOn(pupil, id, day));
      expect(new Set(groups)).toEqual(new Set(codes));
    }
  });

  it('knows who may collect younger pupils, and who comes or leaves by the bus', () => {
    const own = (kind: RegisterRecord['kind']) => school.records.filter((record) => record.kind === kind);
    const younger = records.class.some(({ level }) => level !== 'upperSecondary');
    expect(own('delegate').length > 40).toBe(younger);
    expect(own('standingAuthorisation').length).toBeGreaterThan(5);
  });

  it('has a few derogations, and two guardians whose rights are less than full, none of whom is printed', () => {
    expect(records.derogation.length).toBeGreaterThanOrEqual(3);
    expect(records.derogation.every(({ classes }) => classes.length > 0)).toBe(true);
    const rights = records.guardianship.map((one) => ofPupils.guardianRights(one.guardian, one.pupil, TODAY));
    expect(rights.toSorted()).toEqual(['none', 'readOnly']);
    for (const { guardian, document } of records.guardianship) {
      expect(school.families.some(({ person }) => person === guardian)).toBe(false);
      expect(document).toMatch(/^Prot\. /);
    }
  });
});

it('before the families have voted there are no representatives, and no court has decided anything', () => {
  const records = schoolRecordsIn(
    byKind(
      generateSchools({ seed: 1, today: localDate(2026, 9, 16), classes: 6, history: 'none' }).flatMap(
        (school) => school.records,
      ),
    ),
  );
  const today = localDate(2026, 9, 16);
  const now = records.appointment.filter((one) => isInForce(one, today));
  expect(now.filter(({ role }) => role === 'classRepresentative')).toEqual([]);
  expect(records.guardianship).toEqual([]);
});
