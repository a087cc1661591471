import { describe, expect, it } from 'vitest';
import { toClassId, toPersonId, toSubjectId, type LocalDate } from '../../base/ids.ts';
import type { Assignment } from '../../kinds/assignment/record.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { isFrozen, isPeriodFrozen } from './frozen-period.ts';
import { heldBackOn } from './held-back.ts';
import { areGradingSettings, gradingFaults } from './grading-settings.ts';
import { scaleOfSubject } from './scale-of-subject.ts';

const day = (text: string) => text as LocalDate;
const [classA, classB] = [toClassId('2026.LS.1A'), toClassId('2026.LS.1B')];
const periods: SchoolYear['periods'] = [
  { name: 'I', from: day('2026-09-14'), to: day('2027-01-31') },
  { name: 'II', from: day('2027-02-01'), to: day('2027-06-08') },
];

describe('D24, D28: a period that is closed', () => {
  it('is the one of the day, of one class or of the whole school', () => {
    const ofA = { periods, frozen: [{ period: 0, class: classA }] };
    expect(isFrozen(ofA, classA, day('2026-11-12'))).toBe(true);
    expect(isFrozen(ofA, classB, day('2026-11-12'))).toBe(false);
    expect(isFrozen(ofA, classA, day('2027-03-01'))).toBe(false);
    expect(isPeriodFrozen({ frozen: [{ period: 1 }] }, classB, 1)).toBe(true);
    expect(isFrozen({ periods }, classA, day('2026-11-12'))).toBe(false);
    expect(isFrozen({ periods, frozen: [{ period: 0 }] }, classA, day('2026-09-01'))).toBe(false);
  });
});

it('D76: what is held back is so for its class and period, and for nothing else', () => {
  const until = day('2026-12-03');
  const year = {
    periods,
    heldBack: [
      { period: 0, class: classA, until },
      { period: 1, until },
    ],
  };
  const held = (schoolClass: typeof classA, on: string) =>
    heldBackOn(year, schoolClass, day(on)).map(({ period }) => period);
  expect(held(classA, '2026-11-12')).toEqual([0]);
  expect(held(classB, '2026-11-12')).toEqual([]);
  expect(held(classB, '2027-03-01')).toEqual([1]);
});

it('D25–D27: words in primary classes, and in whatever is taught in the hour of religion', () => {
  const classes = new Map([
    [classA, { level: 'primary' as const }],
    [classB, { level: 'lowerSecondary' as const }],
  ]);
  const subjects = new Map([
    ['maths', { name: 'Matematica' }],
    ['irc', { name: 'Fede e vita', special: 'religion' as const }],
    ['not said', { name: 'Religione cattolica' }],
    ['alternative', { name: 'Diritti', special: 'alternative' as const }],
    ['civics', { name: 'Civica', special: 'civics' as const }],
    ['religion in art', { name: 'Religione nell’arte', special: 'ordinary' as const }],
  ]);
  const scale = (schoolClass: typeof classA, subject: string) =>
    scaleOfSubject({ classes, subjects, assignmentsOf: new Map() }, schoolClass, subject);
  expect([scale(classA, 'maths'), scale(classB, 'maths')]).toEqual(['primary', 'tenths']);
  expect([scale(classA, 'irc'), scale(classB, 'alternative')]).toEqual(['religion', 'religion']);
  // Nobody has said yet what it is: it is what its name says, and stays untold.
  expect(scale(classB, 'not said')).toBe('religion');
  expect([scale(classB, 'civics'), scale(classB, 'religion in art')]).toEqual(['tenths', 'tenths']);
  expect(scale(toClassId('2026.LS.9Z'), 'maths')).toBeUndefined();
});

it('D25, D26: civics and behaviour in words in primary school, and in tenths in both secondary schools', () => {
  const level = (of: 'primary' | 'lowerSecondary' | 'upperSecondary') => new Map([[classA, { level: of }]]);
  const subjects = new Map([
    ['civics', { name: 'Civica', special: 'civics' as const }],
    ['behaviour', { name: 'Comportamento', special: 'behaviour' as const }],
    ['maths', { name: 'Matematica' }],
  ]);
  const scales = (of: Parameters<typeof level>[0]) =>
    [...subjects.keys()].map((subject) =>
      scaleOfSubject({ classes: level(of), subjects, assignmentsOf: new Map() }, classA, subject),
    );
  expect(scales('primary')).toEqual(['primary', 'primary', 'primary']);
  expect(scales('lowerSecondary')).toEqual(['tenths', 'tenths', 'tenths']);
  expect(scales('upperSecondary')).toEqual(['tenths', 'tenths', 'tenths']);
});

it('D27, D94: words too where nobody teaches a subject but as the alternative to religion, whatever the school says of it', () => {
  const classes = new Map([classA, classB].map((id) => [id, { level: 'upperSecondary' as const }]));
  const subjects = new Map([['rights', { name: 'Diritti umani', special: 'ordinary' as const }]]);
  const assigned = (schoolClass: typeof classA, type: Assignment['type']) => ({
    class: schoolClass,
    subject: toSubjectId('rights'),
    type,
  });
  const scales = (...assignments: readonly ReturnType<typeof assigned>[]) => {
    const school = { classes, subjects, assignmentsOf: new Map([[toPersonId('anna'), assignments]]) };
    return [classA, classB].map((schoolClass) => scaleOfSubject(school, schoolClass, 'rights'));
  };
  const beside = assigned(classA, 'alternative');
  expect(scales(beside, assigned(classB, 'ordinary'))).toEqual(['religion', 'tenths']);
  expect(scales(beside, assigned(classA, 'support'))).toEqual(['religion', 'tenths']);
  expect(scales(beside, assigned(classA, 'ordinary'))).toEqual(['tenths', 'tenths']);
  expect(scales(assigned(classA, 'ordinary'), beside)).toEqual(['tenths', 'tenths']);
});

it('D51, D52: the lowest grade, and what "impreparato" counts as, are grades that the school gives', () => {
  expect(areGradingSettings({})).toBe(true);
  expect(areGradingSettings({ step: 'half', lowest: 14, unpreparedCounts: 16 })).toBe(true);
  expect(areGradingSettings({ step: 'whole', lowest: 14 })).toBe(false);
  expect(areGradingSettings({ lowest: 16, unpreparedCounts: 12 })).toBe(false);
  expect(gradingFaults({ step: 'whole', lowest: 14, unpreparedCounts: 18 })).toEqual([
    'lowest',
    'unpreparedCounts',
  ]);
  expect(gradingFaults({ lowest: 16, unpreparedCounts: 12 })).toEqual(['unpreparedCounts']);
});
