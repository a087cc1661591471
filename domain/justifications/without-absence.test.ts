import { expect, test } from 'vitest';
import type { LocalDate } from '../base/ids.ts';
import { absentAt, clock, justifiedDay, moved, people, sevenDays } from '../testing/justified-day.ts';
import { sampleAttendance, sampleHours, sampleYear } from '../testing/sample.ts';
import { decisionLines } from './decision-lines.ts';
import { pupilItems } from './pupil-items.ts';

const [MON, TUE, WED] = ['2026-11-16', '2026-11-17', '2026-11-18'] as const;
const { first: G, teacher, office } = people;
const absence = { item: 'absence' } as const;

/** A reason that the family has sent and a teacher has validated, of a day on which the pupil may have been there. */
function validated(day: ReturnType<typeof justifiedDay>) {
  expect(day.act(G, { act: 'send', ...absence, reason: 'health', at: clock(MON, '20:00') })).toBe('ok');
  const at = clock(TUE, '08:10');
  expect(day.act(teacher, { act: 'validate', ...absence, answers: day.last(), at })).toBe('ok');
  return day;
}

/** What a class has to decide on, or has decided, of the pupil's Monday as it is marked. */
function linesOf({ events, record }: ReturnType<typeof justifiedDay>) {
  const day = MON as LocalDate;
  const hours = () => sampleHours;
  const school = {
    year: sampleYear,
    policies: sevenDays,
    bellHours: hours,
    ownLessonHours: hours,
    hoursElsewhereOf: () => [],
  };
  const records = {
    days: events.length === 0 ? [] : [sampleAttendance({ day, events })],
    justifications: record ? [record] : [],
    permits: [],
    elsewhere: [],
    movements: [],
    left: [],
    authorisations: [],
  };
  const today = WED as LocalDate;
  return decisionLines(pupilItems(school, records, today), {
    year: sampleYear,
    policies: sevenDays,
    today,
    absentToday: new Set(),
    hasLessons: () => true,
  });
}

test('B.1 what justifies an absence that nobody has marked is taken, and counts nowhere: it is no line, open or decided', () => {
  const monday = validated(justifiedDay(MON));
  expect(monday.state(WED)).toMatchObject({ items: [], notices: [] });
  expect(linesOf(monday)).toEqual([]);
  expect(
    monday.act(office, {
      act: 'justify',
      ...absence,
      reason: 'family',
      origin: 'paper',
      answers: monday.last(),
      at: clock(TUE, '10:00'),
    }),
  ).toBe('alreadyDecided');
});

test('B.1 it justifies nothing else of the day, and whoever wrote it is told that it is about something else', () => {
  const monday = validated(justifiedDay(MON, [moved('entry', '09:30', clock(MON, '09:31'))]));
  expect(linesOf(monday)).toMatchObject([{ item: 'late', state: 'toJustify', items: [{ item: 'late' }] }]);
  expect(monday.state(WED).voided.map(({ reason }) => reason)).toEqual(['itemCorrected', 'itemCorrected']);
});

test('B.1 the absence that a device brings later finds it, as if it had come in its order', () => {
  const late = validated(justifiedDay(MON));
  late.events = [absentAt(clock(MON, '08:20'))];
  const inOrder = validated(justifiedDay(MON, [absentAt(clock(MON, '08:20'))]));
  expect(linesOf(late)).toMatchObject([{ item: 'absence', state: 'validated', open: [] }]);
  expect(linesOf(late).map(({ state, items }) => [state, items.length])).toEqual(
    linesOf(inOrder).map(({ state, items }) => [state, items.length]),
  );
});
