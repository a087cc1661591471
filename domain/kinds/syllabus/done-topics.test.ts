import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../base/ids.ts';
import { sample } from '../../testing/sample.ts';
import { groupsOfSubject, isSameTopic, tickedItems } from './done-topics.ts';
import type { SyllabusItem } from './record.ts';

const item = (id: string, topic: string, changes: Partial<SyllabusItem> = {}): SyllabusItem => ({
  id,
  position: 0,
  topic,
  by: sample.bianchi,
  at: sample.morning,
  ...changes,
});
const lesson = (day: string, hour: number, topic: string) => ({ day: day as LocalDate, hour, topic });

describe('a syllabus is ticked off by the lessons', () => {
  it('by the first lesson whose topic names it, whatever else it says', () => {
    const lessons = [
      lesson('2026-11-24', 2, 'Le frazioni: ripasso'),
      lesson('2026-11-23', 5, 'Compito corretto. LE FRAZIONI, esercizi'),
    ];
    expect(tickedItems([item('a', 'Le frazioni')], lessons)).toEqual([
      { item: item('a', 'Le frazioni'), done: { day: '2026-11-23', hour: 5 } },
    ]);
  });

  it('and no topic is found within a word of another one', () => {
    const [ticked] = tickedItems([item('a', 'arte')], [lesson('2026-11-23', 1, 'Le carte geografiche')]);
    expect(ticked?.done).toBeUndefined();
    const [signs] = tickedItems([item('a', '√2')], [lesson('2026-11-23', 1, 'Ripasso')]);
    expect(signs?.done).toBeUndefined();
  });

  it('stands in its own order, and what was ticked by hand is done from that day', () => {
    const doneOn = '2026-10-01' as LocalDate;
    const ticked = tickedItems([item('b', 'Due', { position: 2 }), item('a', 'Uno', { doneOn })], []);
    expect(ticked.map(({ item: { id }, done }) => [id, done])).toEqual([
      ['a', { day: doneOn }],
      ['b', undefined],
    ]);
  });
});

describe('D204: in a class that is parted a topic is done', () => {
  const of = (group: string | undefined, day: string, topic = 'Les verbes') => ({
    ...lesson(day, 2, topic),
    ...(group === undefined ? {} : { group }),
  });
  const ticked = (lessons: readonly ReturnType<typeof of>[], groups = ['FRA', 'SPA']) =>
    tickedItems([item('a', 'Les verbes')], lessons, groups)[0];

  it('once each group has done it, on the day of the last one', () => {
    const both = [of('FRA', '2026-10-01'), of('SPA', '2026-10-03'), of('FRA', '2026-10-05')];
    expect(ticked(both)).toMatchObject({ done: { day: '2026-10-03' } });
    const first = ticked(both.slice(0, 1));
    expect(first?.done).toBeUndefined();
    expect(first?.doneWith).toEqual(['FRA']);
  });

  it('with a lesson of the whole class, for every group', () => {
    expect(ticked([of(undefined, '2026-10-02')])).toMatchObject({ done: { day: '2026-10-02' } });
    expect(ticked([of('FRA', '2026-10-01'), of(undefined, '2026-10-02')])).toMatchObject({
      done: { day: '2026-10-02' },
    });
  });

  it('for one group, with what it has done by itself or with the class', () => {
    const lessons = [of('SPA', '2026-10-01'), of('FRA', '2026-10-02')];
    expect(ticked(lessons, ['FRA'])).toMatchObject({ done: { day: '2026-10-02' } });
    expect(ticked(lessons, ['TED'])?.done).toBeUndefined();
  });

  it('and ticked by hand it is done whatever the groups', () => {
    const doneOn = '2026-09-30' as LocalDate;
    const [byHand] = tickedItems(
      [item('a', 'Les verbes', { doneOn })],
      [of('FRA', '2026-10-01')],
      ['FRA', 'SPA'],
    );
    expect(byHand).toEqual({ item: item('a', 'Les verbes', { doneOn }), done: { day: doneOn } });
  });

  it('and counts the groups that have the subject: all of the class where the class has it together too', () => {
    expect(groupsOfSubject([{}, {}], ['FRA', 'SPA'])).toEqual([]);
    expect(groupsOfSubject([{ group: 'FRA' }], ['FRA', 'SPA'])).toEqual(['FRA']);
    expect(groupsOfSubject([{ group: 'FRA' }, {}], ['FRA', 'SPA'])).toEqual(['FRA', 'SPA']);
    expect(groupsOfSubject([{ group: 'alternative' }], [])).toEqual(['alternative']);
    expect(groupsOfSubject([{ group: 'alternative' }, {}], [])).toEqual([]);
  });
});

it.each([
  ['Le frazioni.', '  le  FRAZIONI', true],
  ['La citta\u0300', 'La città', true],
  ['Le frazioni – ripasso', 'Le frazioni: ripasso', true],
  ['Le frazioni', 'Le frazioni proprie', false],
  ['a > 0', 'a < 0', false],
  ['C#', 'C++', false],
  ['Accordo +', 'Accordo -', false],
  ['हिन्दी', 'हन्द', false],
])('%j and %j are one topic: %s', (one, other, same) => {
  expect(isSameTopic(one, other)).toBe(same);
});

it('a topic is not ticked off by its opposite', () => {
  const [ticked] = tickedItems([item('a', 'a < 0')], [lesson('2026-11-23', 1, 'Disequazioni: a > 0')]);
  expect(ticked?.done).toBeUndefined();
  const [plain] = tickedItems([item('a', 'C')], [lesson('2026-11-23', 1, 'C++')]);
  expect(plain?.done).toBeUndefined();
});
