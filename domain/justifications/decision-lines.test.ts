import { describe, expect, test } from 'vitest';
import { toPersonId, type LocalDate, type LocalTime } from '../base/ids.ts';
import { weekdayOf } from '../base/local-date.ts';
import { kinds } from '../kinds/registry.ts';
import type { HoursElsewhere } from '../kinds/hours-elsewhere/record.ts';
import { classMovementId } from '../kinds/class-movement/record.ts';
import { justificationId, type JustificationAct } from '../kinds/justification/record.ts';
import { permitId } from '../kinds/permit/record.ts';
import { absentAt, clock, moved, sevenDays } from '../testing/justified-day.ts';
import { sample, sampleAttendance, sampleEntry, sampleHours, sampleYear } from '../testing/sample.ts';
import { decisionLines } from './decision-lines.ts';
import { pupilItems, type JustifyingRecords } from './pupil-items.ts';

const { pupil, class: schoolClass } = sample;
/** Thursday, Friday and Monday. */
const [THU, FRI, MON, TUE] = ['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'] as LocalDate[];
const day = (text: string | undefined) => (text ?? '') as LocalDate;
const none: JustifyingRecords = {
  days: [],
  justifications: [],
  permits: [],
  elsewhere: [],
  movements: [],
  left: [],
  authorisations: [],
};
const absent = (on: string | undefined) =>
  sampleAttendance({ day: day(on), events: [absentAt(clock(day(on), '08:20'))] });
const move = (kind: 'entry' | 'exit', time: string, on: string | undefined) =>
  sampleAttendance({ day: day(on), events: [moved(kind, time, clock(day(on), '08:30'))] });

const isNoSaturday = (on: LocalDate) => weekdayOf(on) !== 6;

function linesOf(
  records: Partial<JustifyingRecords>,
  today: string | undefined,
  changes: {
    policies?: typeof sevenDays & { shortLatesPerPeriod?: number };
    absent?: boolean;
    year?: typeof sampleYear;
    hasLessons?: (day: LocalDate) => boolean;
    declared?: readonly HoursElsewhere[];
  } = {},
) {
  const { policies = sevenDays, year = sampleYear, hasLessons = () => true } = changes;
  const bellHours = () => sampleHours;
  const hoursElsewhereOf = () => changes.declared ?? [];
  const school = { year, policies, bellHours, hoursElsewhereOf, ownLessonHours: bellHours };
  const items = pupilItems(school, { ...none, ...records }, day(today));
  return decisionLines(items, {
    year,
    policies,
    hasLessons: (_pupil, on) => hasLessons(on),
    today: day(today),
    absentToday: new Set(changes.absent === true ? [pupil] : []),
  });
}

function acts(on: string | undefined, ...done: Omit<JustificationAct, 'id' | 'by' | 'item'>[]) {
  return {
    ...kinds.justification.samples[0],
    id: justificationId(day(on), pupil),
    day: day(on),
    class: schoolClass,
    pupil,
    acts: done.map((act, index) => ({
      ...act,
      item: 'absence' as const,
      id: `act-${on}-${index}`,
      by: act.act === 'send' ? toPersonId('parent') : sample.bianchi,
    })),
  };
}

describe('what a teacher has to decide on', () => {
  test('D84, D89: Thursday, Friday and Monday are one line on Tuesday, of three lesson days and five calendar days', () => {
    const [line, ...others] = linesOf({ days: [absent(THU), absent(FRI), absent(MON)] }, TUE);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ from: THU, to: MON, state: 'toJustify', lessonDays: 3, calendarDays: 5 });
    expect(line?.open.map((each) => each.day)).toEqual([THU, FRI, MON]);
  });

  test('D84, D88, D105: the lesson days are those of the class, where the school has Saturdays and the class has none', () => {
    const justification = { ...sevenDays.justification, warnAfterDays: 2, certificateOverDays: 4 };
    const policies = { ...sevenDays, justification };
    const ofClass = { policies, year: { ...sampleYear, restDays: [] }, hasLessons: isNoSaturday };
    const [line, ...others] = linesOf({ days: [absent(THU), absent(FRI), absent(MON)] }, TUE, ofClass);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ lessonDays: 3, calendarDays: 5, needsCertificate: true });
    // Back on Friday, and on Monday: two lesson days later is Tuesday, and Wednesday.
    const remindersOf = (on: string | undefined) =>
      linesOf({ days: [absent(on)] }, '2026-11-30', ofClass).map(({ reminders }) => reminders.remindOn);
    expect([remindersOf(THU), remindersOf(FRI)]).toEqual([[TUE], ['2026-11-25']]);
  });

  test('D89: on Monday the absence of Monday is not yet to be decided, and the pupil who is absent is greyed', () => {
    const sent = acts(FRI, { act: 'send', at: clock(day(FRI), '18:00'), reason: 'health' });
    const records = { days: [absent(FRI), absent(MON)], justifications: [sent] };
    const [line] = linesOf(records, MON, { absent: true });
    expect(line).toMatchObject({ lessonDays: 2, isGreyed: true, state: 'sent' });
    expect(line?.open.map((each) => [each.day, each.isGreyed])).toEqual([[FRI, true]]);
  });

  test('D89: late entries and exits up to the day, those to come not', () => {
    const days = [move('entry', '08:25', MON), move('exit', '10:00', TUE)];
    const items = (today: string | undefined) =>
      linesOf({ days }, today).map(({ item, open }) => [item, open.length]);
    expect(items(MON)).toEqual([['late', 1]]);
    expect(items(TUE)).toEqual([
      ['late', 1],
      ['exit', 1],
    ]);
  });

  test('D84: a day that is split off is a line by itself, and what is validated is closed', () => {
    const sent = { act: 'send', at: clock(day(MON), '18:00'), reason: 'health' } as const;
    const lines = linesOf(
      {
        days: [absent(THU), absent(FRI), absent(MON)],
        justifications: [
          acts(THU, sent, { act: 'validate', at: clock(day(TUE), '08:05'), answers: `act-${THU}-0` }),
          acts(FRI, sent, { act: 'validate', at: clock(day(TUE), '08:05'), answers: `act-${FRI}-0` }),
          acts(MON, sent, { act: 'splitOff', at: clock(day(TUE), '08:04') }),
        ],
      },
      TUE,
    );
    expect(lines.map(({ from, state, open }) => [from, state, open.length])).toEqual([
      [THU, 'validated', 0],
      [MON, 'sent', 1],
    ]);
  });

  test('D103: after the short late entries that a period allows the next one makes a line', () => {
    const days = [THU, FRI, MON].map((on) => move('entry', '08:05', on));
    expect(linesOf({ days }, TUE)).toEqual([]);
    const some = { ...sevenDays, shortLatesPerPeriod: 2 };
    expect(linesOf({ days }, TUE, { policies: some }).map(({ from }) => from)).toEqual([MON]);
  });

  test('D97: of whom a school in hospital has nothing is to be justified, and of a placement that was declared what was missed', () => {
    const declaredAs = (source: HoursElsewhere['source']) => [
      { ...kinds.hoursElsewhere.samples[0], pupil, source, from: day(THU), to: day(FRI) },
    ];
    const from = (source: HoursElsewhere['source']) =>
      linesOf({ days: [absent(THU), absent(MON)] }, TUE, { declared: declaredAs(source) }).map(
        (line) => line.from,
      );
    expect(from('careSchool')).toEqual([MON]);
    for (const source of ['workPlacement', 'otherActivity', 'otherSchool'] as const)
      expect(from(source)).toEqual([THU, MON]);
  });

  test('D90, D98: what a permit has granted, and what the school has caused, makes no line', () => {
    const days = [move('entry', '09:00', MON)];
    expect(linesOf({ days }, TUE)).toHaveLength(1);
    const late = '09:00' as LocalTime;
    const movement = {
      ...kinds.classMovement.samples[0],
      id: classMovementId(day(MON), schoolClass),
      day: day(MON),
      class: schoolClass,
      expected: { from: late },
    };
    expect(linesOf({ days, movements: [movement] }, TUE)).toEqual([]);
    expect(linesOf({ days: [move('entry', '09:11', MON)], movements: [movement] }, TUE)).toHaveLength(1);
    // Of a class that the pupil has left, whose movements nobody has here, the hours of that class tell it (D97).
    const left = { pupil, class: schoolClass, movements: [{ day: day(MON), expected: { from: late } }] };
    expect(linesOf({ days, left: [left] }, TUE)).toEqual([]);
    for (const other of [{ pupil: toPersonId('another') }, { class: sample.otherClass }])
      expect(linesOf({ days, left: [{ ...left, ...other }] }, TUE)).toHaveLength(1);
    const asked = {
      id: 'asked',
      act: 'ask',
      by: toPersonId('parent'),
      time: late,
      reason: 'health',
    } as const;
    const permit = {
      ...kinds.permit.samples[0],
      id: permitId(day(MON), pupil, 'entry'),
      day: day(MON),
      move: 'entry' as const,
      class: schoolClass,
      pupil,
      acts: [
        { ...asked, at: clock('2026-11-22', '15:00') },
        {
          id: sampleEntry(),
          act: 'grant' as const,
          by: toPersonId('principal'),
          at: clock('2026-11-22', '15:30'),
          answers: 'asked',
        },
      ],
    };
    expect(linesOf({ days, permits: [permit] }, TUE)).toEqual([]);
  });

  test('D105: a certificate is asked for over so many calendar days, ten of ten is not over', () => {
    const ten = { ...sevenDays, justification: { ...sevenDays.justification, certificateOverDays: 10 } };
    // Monday 2 to Thursday 12 November without the days of rest, then to Wednesday.
    const days = ['02', '03', '04', '05', '06', '09', '10', '11', '12'].map((of) => absent(`2026-11-${of}`));
    const [line] = linesOf({ days }, MON, { policies: ten });
    expect([line?.calendarDays, line?.needsCertificate]).toEqual([11, true]);
    const [shorter] = linesOf({ days: days.slice(0, -1) }, MON, { policies: ten });
    expect([shorter?.calendarDays, shorter?.needsCertificate]).toEqual([10, false]);
  });

  test('D88: two lesson days after the return a warning is proposed, of nobody who is still away', () => {
    const policies = { ...sevenDays, justification: { ...sevenDays.justification, warnAfterDays: 2 } };
    // Absent on Friday, back on Monday: proposed on Wednesday.
    const [line] = linesOf({ days: [absent(FRI)] }, '2026-11-25', { policies });
    expect(line?.reminders).toEqual({ remindOn: '2026-11-25', proposeWarningOn: '2026-11-25' });
    const [away] = linesOf({ days: [absent(FRI), absent(MON)] }, MON, { policies, absent: true });
    expect(away?.reminders).toEqual({});
  });
});
