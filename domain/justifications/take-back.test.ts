import { describe, expect, test } from 'vitest';
import { absentAt, clock, justifiedDay, people, type WrittenAct } from '../testing/justified-day.ts';

const [MON, TUE, WED] = ['2026-11-16', '2026-11-17', '2026-11-18'] as const;
const { first: family, second: other, teacher, colleague, principal } = people;
const absence = { item: 'absence' } as const;
const at = (day: string, time: string) => ({ ...absence, at: clock(day, time) });
const back = (answers: string, day: string = TUE, time = '08:12'): WrittenAct => ({
  act: 'takeBack',
  answers,
  ...at(day, time),
});

/** An absence of Monday of which the family has sent the reason. */
function sent() {
  const day = justifiedDay(MON, [absentAt(clock(MON, '08:20'))]);
  day.act(family, { act: 'send', reason: 'health', ...at(MON, '20:00') });
  return { day, text: day.last() };
}
const states = (day: ReturnType<typeof justifiedDay>) => day.state().items.map(({ state }) => state);

describe('a decision that its author takes back', () => {
  test('B.1 leaves the reason sent, whether it was a validation or a rejection', () => {
    const { day, text } = sent();
    day.act(teacher, { act: 'validate', answers: text, ...at(TUE, '08:10') });
    expect(day.act(teacher, back(day.last()))).toBe('ok');
    expect(states(day)).toEqual(['sent']);
    day.act(teacher, { act: 'reject', answers: text, text: 'Manca la firma', ...at(TUE, '08:15') });
    expect(states(day)).toEqual(['rejected']);
    expect(day.act(teacher, back(day.last(), TUE, '08:16'))).toBe('ok');
    expect(states(day)).toEqual(['sent']);
    expect(day.act(teacher, { act: 'validate', answers: text, ...at(TUE, '08:17') })).toBe('ok');
    expect(states(day)).toEqual(['validated']);
  });

  test('B.1 brings back the text that stood before something was written down on paper', () => {
    const { day } = sent();
    day.act(teacher, { act: 'justify', reason: 'family', origin: 'paper', ...at(TUE, '08:10') });
    expect(day.state().items).toMatchObject([{ state: 'validated', text: { reason: 'family' } }]);
    expect(day.act(teacher, back(day.last()))).toBe('ok');
    expect(day.state().items).toMatchObject([{ state: 'sent', text: { reason: 'health' } }]);
  });

  test('D84 puts a day back into its group that was split off', () => {
    const { day } = sent();
    day.act(teacher, { act: 'splitOff', ...at(TUE, '08:10') });
    expect(day.state().items).toMatchObject([{ isSplitOff: true }]);
    expect(day.act(teacher, back(day.last()))).toBe('ok');
    expect(day.state().items).toMatchObject([{ isSplitOff: false, state: 'sent' }]);
  });

  test('B.1 is taken back by nobody else, on no other day, and not what a parent has sent', () => {
    const { day, text } = sent();
    expect(day.act(family, back(text))).toBe('forbidden');
    expect(day.act(teacher, back(text))).toBe('forbidden');
    day.act(teacher, { act: 'validate', answers: text, ...at(TUE, '08:10') });
    const decision = day.last();
    expect(day.act(colleague, back(decision))).toBe('forbidden');
    expect(day.act(principal, back(decision))).toBe('forbidden');
    expect(day.act(teacher, back(decision, WED))).toBe('tooLate');
    expect(states(day)).toEqual(['validated']);
  });

  test('D107b 9: what a parent wrote meanwhile without effect counts again, and a second taking back does nothing', () => {
    const { day, text } = sent();
    day.act(teacher, { act: 'validate', answers: text, ...at(TUE, '08:10') });
    const decision = day.last();
    const parent = day.copy();
    parent.record = justifiedDay(MON).record;
    parent.act(family, { act: 'send', reason: 'family', ...at(TUE, '08:11') });
    day.receive(parent, null);
    expect(day.state().items).toMatchObject([{ state: 'validated', text: { reason: 'health' } }]);
    expect(day.act(teacher, back(decision))).toBe('ok');
    expect(day.state().items).toMatchObject([{ state: 'sent', text: { reason: 'family' } }]);
    expect(day.act(teacher, back(decision, TUE, '08:13'))).toBe('textWithdrawn');
    expect(day.act(other, { act: 'send', reason: 'sport', ...at(TUE, '09:00') })).toBe('sentByOther');
  });
});
