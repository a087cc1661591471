import { expect, it } from 'vitest';
import { toPersonId, type LocalDate, type PersonId } from '../../base/ids.ts';
import { byKind, schoolRecordsIn } from '../../kinds/by-kind.ts';
import type { Guardianship } from '../../kinds/guardianship/record.ts';
import { kinds, type RegisterRecord } from '../../kinds/registry.ts';
import { sample } from '../../testing/sample.ts';
import { schoolView } from '../school-view.ts';

const day = (text: string) => text as LocalDate;
const [assignment] = kinds.assignment.samples;
const [appointment] = kinds.appointment.samples;
const [guardianship] = kinds.guardianship.samples;
const [cell] = kinds.timetableEntry.samples;
const base = kinds.person.samples[0];
const { pupil, class: schoolClass } = sample;
const [mother, deputy] = [toPersonId('mother'), toPersonId('deputy')];
const [before, after] = [day('2026-11-22'), day('2026-11-23')];

const born = (birthDate: string): RegisterRecord => ({
  ...base,
  id: pupil,
  type: 'pupil',
  birthDate: day(birthDate),
});
const rights = (guardian: PersonId, changes: Partial<Guardianship> = {}): RegisterRecord => ({
  ...guardianship,
  id: guardian,
  guardian,
  pupil,
  rights: 'full',
  from: day('2026-09-01'),
  ...changes,
});

function factsOf(person: PersonId, records: readonly RegisterRecord[], isComplete = true) {
  const view = schoolView(schoolRecordsIn(byKind(records)), isComplete);
  return view.writeFacts(person, { class: schoolClass, day: sample.day, pupil });
}

const familyRight = (person: PersonId, ...records: RegisterRecord[]) => {
  const of = factsOf(person, records).justifying?.familyRight;
  return [before, after].map((on) => of?.(on));
};

it('D233: a guardian has the rights of the day on which something is done, all where nothing is written', () => {
  expect(familyRight(mother)).toEqual(['full', 'full']);
  expect(familyRight(mother, rights(mother, { rights: 'readOnly', from: after }))).toEqual([
    'full',
    'readOnly',
  ]);
});

it('D87: a pupil justifies who is of age and has been given the right, in the place of the parents', () => {
  const [eighteen, child] = [born('2008-11-23'), born('2008-11-24')];
  expect(familyRight(pupil, eighteen)).toEqual(['readOnly', 'readOnly']);
  expect(familyRight(pupil, eighteen, rights(pupil))).toEqual(['readOnly', 'full']);
  expect(familyRight(pupil, child, rights(pupil))).toEqual(['readOnly', 'readOnly']);
  expect(familyRight(mother, eighteen, rights(pupil))).toEqual(['full', 'readOnly']);
  expect(familyRight(mother, eighteen)).toEqual(['full', 'full']);
});

it('D87: a school may leave their right to the parents of an adult', () => {
  const [one] = kinds.school.samples;
  const keeps = { ...one, policies: { ...one.policies, justification: { parentsOfAdults: true } } };
  expect(familyRight(mother, born('2008-11-23'), rights(pupil), keeps)).toEqual(['full', 'full']);
});

it('D233: a device, which has the rights of no guardian, leaves it to the server', () => {
  expect(factsOf(mother, [], false).justifying?.familyRight).toBeUndefined();
});

it('F.5: coordinator and staff of the site are those of the day on which it is done', () => {
  const from = after;
  const staff: RegisterRecord = { ...base, id: deputy, type: 'staff', roles: ['teacher'] };
  const { delegatedBy: _nobody, to: _last, ...office } = { ...appointment, person: deputy, from, to: from };
  const asStaff = factsOf(deputy, [staff, { ...office, id: 'staff', role: 'staff' }]);
  expect([before, after].map((on) => asStaff.justifying?.answersFor?.(on))).toEqual([false, true]);
  expect(asStaff.coordinates).toBe(false);
  const coordinator = { ...office, id: 'coordinator', role: 'coordinator', class: schoolClass } as const;
  const coordinates = factsOf(deputy, [staff, coordinator]);
  expect([before, after].map((on) => coordinates.justifying?.coordinates?.(on))).toEqual([false, true]);
  expect(coordinates).toMatchObject({ coordinates: true, answersFor: false });
});

it('F.5: a support teacher has no first hour, though the timetable names them in it', () => {
  const first: RegisterRecord = {
    ...cell,
    class: schoolClass,
    weekday: 1,
    hour: 1,
    teachers: [sample.bianchi, sample.neri],
  };
  const teaches = (teacher: PersonId, type: 'ordinary' | 'support'): RegisterRecord => ({
    ...assignment,
    id: teacher,
    teacher,
    class: schoolClass,
    type,
  });
  const school = [first, teaches(sample.bianchi, 'ordinary'), teaches(sample.neri, 'support')];
  const takes = (teacher: PersonId, records = school) => factsOf(teacher, records).takesFirstHour?.(after);
  expect([takes(sample.bianchi), takes(sample.neri), takes(deputy)]).toEqual([true, false, false]);
  // Of a class without a timetable the first hour is everybody's who teaches it.
  expect(takes(sample.bianchi, [teaches(sample.bianchi, 'ordinary')])).toBe(true);
});
