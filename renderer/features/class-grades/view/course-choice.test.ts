import { expect, test } from 'vitest';
import { toSubjectId } from '../../../../domain/base/ids.ts';
import { kinds } from '../../../../domain/kinds/registry.ts';
import { chosenSubject } from './course-choice.ts';

const [maths, history, science] = ['matematica', 'storia', 'scienze'].map((id) => toSubjectId(id));
const of = (...ids: readonly (typeof maths)[]) =>
  ids.flatMap((id) => (id === undefined ? [] : [{ ...kinds.subject.samples[0], id }]));

test('the course that somebody writes in stays, though the timetable suggests another one meanwhile', () => {
  const choice = { subjects: of(maths, history, science), suggested: history };
  expect(chosenSubject(choice, { picked: undefined, first: maths })).toBe(maths);
  expect(chosenSubject(choice, { picked: science, first: maths })).toBe(science);
  const without = { ...choice, subjects: of(history) };
  expect(chosenSubject(without, { picked: science, first: maths })).toBe(history);
});
