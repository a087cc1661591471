import { describe, expect, test } from 'vitest';
import type { LocalTime } from '../base/ids.ts';
import { isWholeAct } from '../kinds/justification/act-fault.ts';
import { FACADE_CODES, JUSTIFICATION_REASONS, type JustificationAct } from '../kinds/justification/record.ts';
import { clock, people } from '../testing/justified-day.ts';

const at = clock('2026-11-17', '08:10');
const act = (changes: Partial<JustificationAct>): JustificationAct => ({
  id: 'one',
  act: 'send',
  item: 'absence',
  by: people.first.person,
  at,
  reason: 'health',
  ...changes,
});
const without = (changes: Partial<JustificationAct>) => {
  const { reason: _none, ...rest } = act(changes);
  return rest;
};

describe('what an act has to say', () => {
  test('D85 a reason is one of the list, and “other” asks for words', () => {
    expect(isWholeAct(act({}))).toBe(true);
    expect(isWholeAct(without({}))).toBe(false);
    expect(isWholeAct(act({ reason: 'other' }))).toBe(false);
    expect(isWholeAct(act({ reason: 'other', text: '  ' }))).toBe(false);
    expect(isWholeAct(act({ reason: 'other', text: 'Trasloco' }))).toBe(true);
  });

  test('D85 of an exit it says who collects the pupil, of nothing else', () => {
    const exit = { item: 'exit', time: '10:00' as LocalTime, collector: 'aunt' } as const;
    expect(isWholeAct(act(exit))).toBe(true);
    expect(isWholeAct(act({ collector: 'aunt' }))).toBe(false);
  });

  test('D85 each reason has its code for other programs', () => {
    const codes = JUSTIFICATION_REASONS.map((reason) => FACADE_CODES[reason]);
    expect(codes).toEqual(['A', 'AC', 'B', 'C', 'D', 'E', '']);
  });

  test('B.1 a late entry and an exit have a time, an absence none, and a notice may have one', () => {
    const time = '08:25' as LocalTime;
    expect(isWholeAct(act({ item: 'late' }))).toBe(false);
    expect(isWholeAct(act({ item: 'late', time }))).toBe(true);
    expect(isWholeAct(act({ time }))).toBe(false);
    expect(isWholeAct(act({ act: 'announce', item: 'late' }))).toBe(true);
  });

  test('B.1 a rejection answers a text and says why, and what is written down at school says whence', () => {
    const no = { act: 'reject', answers: 'sent', text: 'Manca il certificato' } as const;
    expect(isWholeAct(without(no))).toBe(true);
    expect(isWholeAct(without({ ...no, text: '' }))).toBe(false);
    expect(isWholeAct(without({ act: 'reject', text: 'Manca il certificato' }))).toBe(false);
    expect(isWholeAct(act({ act: 'justify' }))).toBe(false);
    expect(isWholeAct(act({ act: 'justify', origin: 'phone' }))).toBe(true);
    expect(isWholeAct(act({ origin: 'phone' }))).toBe(false);
    expect(isWholeAct(without({ act: 'splitOff', item: 'late', time: '08:25' as LocalTime }))).toBe(false);
  });
});
