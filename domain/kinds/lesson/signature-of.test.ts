import { expect, test } from 'vitest';
import { sample, sampleLesson } from '../../testing/sample.ts';
import { isSignedBy, signatureOf } from './signature-of.ts';

test('D16 a teacher’s own signature is told from those of others, and none from none', () => {
  const signature = { teacher: sample.neri, type: 'support', signedAt: sample.morning } as const;
  const lesson = sampleLesson({ signatures: [signature] });
  expect(signatureOf(lesson, sample.neri)).toBe(signature);
  expect([isSignedBy(lesson, sample.neri), isSignedBy(lesson, sample.bianchi)]).toEqual([true, false]);
  expect(signatureOf(undefined, sample.neri)).toBeUndefined();
});
