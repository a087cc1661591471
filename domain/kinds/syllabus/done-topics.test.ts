import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../base/ids.ts';
import { sample } from '../../testing/sample.ts';
import { isSameTopic, tickedItems } from './done-topics.ts';
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
