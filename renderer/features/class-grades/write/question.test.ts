import { expect, test } from 'vitest';
import { createQuestions, type Question } from './question.ts';

test('questions are asked one after the other, and none is lost', async () => {
  const questions = createQuestions();
  const asked: (Question['about'] | undefined)[] = [];
  questions.subscribe(() => void asked.push(questions.now()?.about));
  const isConfirmed = questions.absent([]);
  const reason = questions.reason([]);
  const first = questions.now();
  if (first?.about === 'absent') first.answer(true);
  const second = questions.now();
  if (second?.about === 'reason') second.answer('Errore di somma');
  await expect(isConfirmed).resolves.toBe(true);
  await expect(reason).resolves.toBe('Errore di somma');
  expect(asked).toEqual(['absent', 'absent', 'reason', undefined]);
});

test('who leaves gives up all that waits, and nothing is asked when nobody is there', async () => {
  const questions = createQuestions();
  const leave = questions.subscribe(() => {});
  const waiting = [questions.reason([]), questions.absent([])];
  leave();
  await expect(Promise.all(waiting)).resolves.toEqual([undefined, false]);
  await expect(questions.absent([])).resolves.toBe(false);
  expect(questions.now()).toBeUndefined();
});
