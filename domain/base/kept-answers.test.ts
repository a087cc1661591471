import { expect, test } from 'vitest';
import { keptAnswers } from './kept-answers.ts';

test('an answer is asked for once under its name, also where it is that there is none', () => {
  const asked: string[] = [];
  const of = keptAnswers<string | undefined>(2);
  const ask = (name: string, answer: string | undefined) =>
    of(name, () => {
      asked.push(name);
      return answer;
    });
  expect([ask('one', 'first'), ask('none', undefined)]).toEqual(['first', undefined]);
  expect([ask('one', 'other'), ask('none', 'other')]).toEqual(['first', undefined]);
  expect(asked).toEqual(['one', 'none']);
  // A third has no room: whatever was known is asked anew.
  expect([ask('more', 'third'), ask('one', 'again'), ask('more', 'other')]).toEqual([
    'third',
    'again',
    'third',
  ]);
});
