import { expect, test } from 'vitest';
import { sample, sampleLesson } from '../../../domain/testing/sample.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { leftLesson } from './left-lesson.ts';

const words = { topic: 'Le frazioni', activity: '' };
const signedBy = (teacher = sample.bianchi): Lesson['signatures'][number] => ({
  teacher,
  type: 'ordinary',
  subject: sample.maths,
  signedAt: sample.morning,
});
const rollBy = (by = sample.bianchi) => ({ by, at: sample.morning });
const left = (changes: Partial<Lesson>) => leftLesson(sampleLesson(changes), sample.bianchi, words);

test('D17: a class that was not there is left without signature, roll and texts of the lesson', () => {
  const { lesson, takenBack, stays } = left({ ...words, signatures: [signedBy()], rollCall: rollBy() });
  expect(lesson).toMatchObject({ topic: '', activity: '', signatures: [] });
  expect(lesson).not.toHaveProperty('rollCall');
  expect(takenBack).toEqual(['signature', 'roll', 'texts']);
  expect(stays).toEqual([]);
});

test('D17: a colleague’s signature keeps the texts under it, and a colleague’s roll stays', () => {
  const { lesson, takenBack, stays } = left({
    ...words,
    signatures: [signedBy(), signedBy(sample.neri)],
    rollCall: rollBy(sample.neri),
  });
  expect(lesson).toMatchObject({
    ...words,
    signatures: [{ teacher: sample.neri }],
    rollCall: { by: sample.neri },
  });
  expect(takenBack).toEqual(['signature']);
  expect(stays).toEqual(['roll', 'texts']);
});

test('D17: other words than those of the lesson stay, as they are somebody’s own', () => {
  const { lesson, takenBack, stays } = left({ topic: 'Ripasso', activity: '', signatures: [signedBy()] });
  expect(lesson.topic).toBe('Ripasso');
  expect(takenBack).toEqual(['signature']);
  expect(stays).toEqual(['texts']);
});
