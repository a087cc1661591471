import { describe, expect, test } from 'vitest';
import type { LocalDate, LocalTime } from '../base/ids.ts';
import { kinds } from '../kinds/registry.ts';
import { lastDayToSend } from '../kinds/justification/allowed-days.ts';
import type { JustificationState } from '../kinds/justification/item-state.ts';
import { permitsOverUsual } from '../kinds/permit/permit-times.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import { absentAt, clock, justifiedDay, moved, people, sevenDays } from '../testing/justified-day.ts';
import { sampleHours, sampleYear } from '../testing/sample.ts';
import { absenceGroups, needsCertificate } from './absence-groups.ts';
import { itemsOfDay } from './day-items.ts';
import { familyRight, isAdultOn, type FamilyMember } from '../school/who/family-right.ts';
import { proposesWarning, reminders } from './reminders.ts';
import { shortLatesBefore } from './short-lates.ts';
import { validationList, type PupilItem } from './validation-list.ts';

const day = (text: string) => text as LocalDate;
const absent = (...days: string[]) =>
  days.map((each) => ({ day: day(each), state: 'toJustify' as JustificationState }));
const numbers = (days: readonly string[], year: SchoolYear = sampleYear) =>
  absenceGroups(absent(...days), year).map(({ lessonDays, calendarDays }) => [lessonDays, calendarDays]);

describe('groups of absences', () => {
  test('D14, D84 Thursday, Friday and Monday are one group of three lesson days and five calendar days', () => {
    expect(numbers(['2026-11-19', '2026-11-20', '2026-11-23'])).toEqual([[3, 5]]);
  });

  test('D84 two days that are not next to each other are two groups', () => {
    // In 2024 both are days of lessons, in 2026 they are days of rest.
    const lessons = {
      lessonsFrom: day('2024-09-10'),
      lessonsTo: day('2025-06-07'),
      periods: [],
      closures: [],
    };
    expect(numbers(['2024-10-11', '2024-10-17'], { ...sampleYear, ...lessons })).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('D84 a group longer than a month counts all of its days', () => {
    const one = { name: 'Anno', from: sampleYear.lessonsFrom, to: sampleYear.lessonsTo };
    const days = Array.from({ length: 50 }, (_, index) =>
      new Date(Date.UTC(2027, 0, 20 + index)).toISOString().slice(0, 10),
    ).filter((each) => ![0, 6].includes(new Date(`${each}T00:00:00Z`).getUTCDay()));
    const groups = absenceGroups(absent(...days), { ...sampleYear, patronSaint: '12-07', periods: [one] });
    expect(groups).toMatchObject([{ from: '2027-01-20', to: '2027-03-10', calendarDays: 50 }]);
  });

  test('D84 a closure of the class keeps a group together, a lesson day and the end of a period do not', () => {
    expect(numbers(['2026-12-04', '2026-12-09'])).toEqual([[2, 6]]);
    expect(numbers(['2026-11-16', '2026-11-18'])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(numbers(['2027-01-29', '2027-02-01'])).toHaveLength(2);
    const closed = (each: string) => each !== '2026-11-17';
    const ofClass = absenceGroups(absent('2026-11-16', '2026-11-18'), sampleYear, closed);
    expect(ofClass).toMatchObject([{ lessonDays: 2, calendarDays: 3 }]);
  });

  test('D84 a group is unjustified if any day is, sent if any is only sent, validated if all are', () => {
    const stateOf = (...states: JustificationState[]) =>
      absenceGroups(
        states.map((state, index) => ({ day: day(`2026-11-${16 + index}`), state })),
        sampleYear,
      ).map(({ state }) => state);
    expect(stateOf('validated', 'toJustify', 'sent')).toEqual(['toJustify']);
    expect(stateOf('validated', 'sent', 'validated')).toEqual(['sent']);
    expect(stateOf('validated', 'validated')).toEqual(['validated']);
  });

  test('D84 a day that is split off leaves the others together, and no certificate shorter', () => {
    const days = absent('2026-11-16', '2026-11-17', '2026-11-18').map((each, index) => ({
      ...each,
      isSplitOff: index === 1,
    }));
    expect(absenceGroups(days, sampleYear)).toMatchObject([
      { from: '2026-11-16', to: '2026-11-18', lessonDays: 2, calendarDays: 3 },
      { from: '2026-11-17', lessonDays: 1, calendarDays: 3 },
    ]);
  });

  test('D105 a certificate is asked for over so many calendar days, where the school asks for one at all', () => {
    const over = (days: number | undefined) => ({
      justification: days === undefined ? {} : { certificateOverDays: days },
    });
    const group = (last: string) => {
      const all = ['02', '03', '04', '05', '06', '09', '10', '11', '12'].map((each) => `2026-11-${each}`);
      return (
        absenceGroups(absent(...all.filter((each) => each <= last)), sampleYear)[0] ?? { calendarDays: 0 }
      );
    };
    expect(group('2026-11-12').calendarDays).toBe(11);
    expect(needsCertificate(group('2026-11-12'), over(10))).toBe(true);
    expect(needsCertificate(group('2026-11-11'), over(10))).toBe(false);
    expect(needsCertificate(group('2026-11-12'), over(undefined))).toBe(false);
  });
});

describe('days, rights and reminders', () => {
  const send = (at: string, time: string) =>
    ({ act: 'send', item: 'absence', reason: 'health', at: clock(at, time) }) as const;

  test('D86 seven days after 1 October the family may still send, on the ninth the office alone', () => {
    expect(lastDayToSend('absence', day('2026-10-01'), sevenDays.justification)).toBe('2026-10-08');
    const thursday = justifiedDay('2026-10-01', [absentAt(clock('2026-10-01', '08:20'))]);
    expect(thursday.act(people.first, send('2026-10-09', '00:00'))).toBe('tooLate');
    expect(thursday.act(people.first, send('2026-10-08', '23:59'))).toBe('ok');
    const unlimited = { policies: { ...sevenDays, justification: { daysAllowed: { absence: 0 } } } };
    expect(thursday.act(people.first, send('2026-12-01', '10:00'), unlimited)).toBe('ok');
  });

  test('D86 the days of a reason for several days are counted from the last of them', () => {
    const first = justifiedDay('2026-11-02', [absentAt(clock('2026-11-02', '08:20'))]);
    const late = send('2026-11-14', '10:00');
    expect(first.act(people.first, late)).toBe('tooLate');
    expect(first.act(people.first, { ...late, lastDay: day('2026-11-20') })).toBe('invalid');
    expect(first.act(people.first, { ...late, lastDay: day('2026-11-13') })).toBe('ok');
  });

  test('D87 the right of an adult replaces the parents’, unless the school keeps both', () => {
    const guardian: FamilyMember = { is: 'guardian', responsibility: 'full' };
    const facts = { isAdult: true, studentMayJustify: true, policies: { justification: {} } };
    expect(familyRight(guardian, facts)).toBe('readOnly');
    expect(familyRight({ is: 'student', mayJustify: true }, facts)).toBe('full');
    expect(familyRight(guardian, { ...facts, policies: { justification: { parentsOfAdults: true } } })).toBe(
      'full',
    );
    expect(familyRight(guardian, { ...facts, isAdult: false })).toBe('full');
    expect(familyRight({ is: 'student', mayJustify: true }, { ...facts, isAdult: false })).toBe('readOnly');
    expect(familyRight({ ...guardian, responsibility: 'none' }, facts)).toBe('none');
    expect(familyRight({ ...guardian, responsibility: 'readOnly' }, facts)).toBe('readOnly');
  });

  test('D87 somebody is an adult from the eighteenth birthday on', () => {
    expect(isAdultOn(day('2008-11-29'), day('2026-11-28'))).toBe(false);
    expect(isAdultOn(day('2008-11-29'), day('2026-11-29'))).toBe(true);
    expect(isAdultOn(day('2008-02-29'), day('2026-02-28'))).toBe(false);
    expect(isAdultOn(day('2008-02-29'), day('2026-03-01'))).toBe(true);
  });

  test('D88 two lesson days after a return on Monday a warning is proposed, and not again on the day after', () => {
    const policies = { justification: { warnAfterDays: 2 } };
    const after = reminders(day('2026-10-05'), 'toJustify', sampleYear, policies);
    expect(after).toEqual({ remindOn: '2026-10-07', proposeWarningOn: '2026-10-07' });
    const proposedOn = ['2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09'].filter((on) =>
      proposesWarning(after, day(on)),
    );
    expect(proposedOn).toEqual(['2026-10-07']);
    expect(proposesWarning({}, day('2026-10-07'))).toBe(false);
    // Over a weekend lesson days are counted, and not those of the calendar.
    expect(reminders(day('2026-10-09'), 'rejected', sampleYear, policies)).toEqual({
      remindOn: '2026-10-13',
      proposeWarningOn: '2026-10-13',
    });
    expect(reminders(day('2026-10-05'), 'sent', sampleYear, policies)).toEqual({});
    expect(reminders(day('2026-10-05'), 'toJustify', sampleYear, {})).toEqual({ remindOn: '2026-10-07' });
  });

  test('D89 the list of a day has absences before it, late entries and exits up to it, and nothing decided', () => {
    const line = (item: PupilItem['item'], on: string, state: JustificationState = 'sent'): PupilItem => ({
      item,
      day: day(on),
      state,
      pupil: people.student.person,
      isRequired: true,
      isSplitOff: false,
    });
    const list = validationList(
      [
        line('absence', '2026-11-17'),
        line('absence', '2026-11-16'),
        line('late', '2026-11-17', 'toJustify'),
        line('exit', '2026-11-18'),
        line('exit', '2026-11-13', 'validated'),
        line('late', '2026-11-13', 'notRequired'),
      ],
      day('2026-11-17'),
      new Set(),
    );
    expect(list.map(({ item, day: on }) => `${item} ${on}`)).toEqual([
      'absence 2026-11-16',
      'late 2026-11-17',
    ]);
  });
});

describe('what is not asked for', () => {
  const [authorisation] = kinds.standingAuthorisation.samples;
  const lateAt = (time: string, on = '2026-11-24', changes = {}) => {
    const rules = {
      day: day(on),
      hours: sampleHours,
      mode: 'daily' as const,
      policies: sevenDays,
      ...changes,
    };
    const [item] = itemsOfDay([moved('entry', time, clock(on, '08:30'))], rules);
    return item === undefined ? 'none' : item.isRequired;
  };

  test('D91 a pupil who comes by bus is authorised on the days, and for the minutes, that were given', () => {
    const policies = { ...sevenDays, shortLateMinutes: 0 };
    const bus = { policies, authorisations: [authorisation] };
    expect(lateAt('08:10', '2026-11-24', bus)).toBe(false);
    expect(lateAt('08:11', '2026-11-24', bus)).toBe(true);
    expect(lateAt('08:10', '2026-11-25', bus)).toBe(true);
    expect(lateAt('08:10', '2026-11-24', { policies })).toBe(true);
    const over = { policies, authorisations: [{ ...authorisation, to: day('2026-11-23') }] };
    expect(lateAt('08:10', '2026-11-24', over)).toBe(true);
  });

  test('D103 after the short late entries that a period allows the next one is an ordinary one', () => {
    const policies = { ...sevenDays, shortLatesPerPeriod: 3 };
    expect(lateAt('08:10', '2026-11-24', { policies, shortLatesBefore: 2 })).toBe(false);
    expect(lateAt('08:10', '2026-11-24', { policies, shortLatesBefore: 3 })).toBe(true);
    expect(lateAt('08:10', '2026-11-24', { shortLatesBefore: 30 })).toBe(false);
    expect(lateAt('08:11')).toBe(true);
    expect(lateAt('08:00')).toBe('none');
    const short = ['2026-11-02', '2027-01-29', '2027-02-02'].map(day);
    expect(shortLatesBefore(short, day('2027-01-29'), sampleYear)).toBe(1);
    expect(shortLatesBefore(short, day('2027-02-03'), sampleYear)).toBe(1);
  });

  test('B.1 an exit with the last bell is none, each earlier one is, and what the school has caused is not asked for', () => {
    const at = clock('2026-11-24', '10:00');
    const rules = { day: day('2026-11-24'), hours: sampleHours, mode: 'daily' as const, policies: sevenDays };
    const times = ['09:40', '11:00'].map((time) => moved('exit', time, at));
    expect(itemsOfDay(times, rules)).toEqual([
      { item: 'exit', time: '09:40' as LocalTime, isRequired: true },
    ]);
    const excused = itemsOfDay(times, { ...rules, isExcused: ({ item }) => item === 'exit' });
    expect(excused).toMatchObject([{ isRequired: false }]);
  });

  test('D90 the office hears of more permits than are usual in a period', () => {
    expect([5, 6].map((granted) => permitsOverUsual(granted, {}))).toEqual([0, 1]);
    expect(permitsOverUsual(3, { permitsPerPeriod: 2 })).toBe(1);
  });
});
