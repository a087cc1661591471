import { describe, expect, it } from 'vitest';
import { toSubjectId } from '../../base/ids.ts';
import type { Signature } from './record.ts';
import { sample } from '../../testing/sample.ts';
import { isInTwoPlaces, isOtherSubject } from './signature-clash.ts';

const signature = (teacher = sample.bianchi, changes: Partial<Signature> = {}): Signature => ({
  teacher,
  type: 'ordinary',
  subject: sample.maths,
  signedAt: sample.morning,
  ...changes,
});

describe('two signatures on one lesson', () => {
  it('D17: clash where two teachers signed two ordinary subjects', () => {
    const subject = toSubjectId('storia');
    expect(isOtherSubject(signature(), signature(sample.neri, { subject }))).toBe(true);
    expect(isOtherSubject(signature(), signature(sample.neri))).toBe(false);
    for (const type of ['coTeaching', 'support', 'substitution'] as const)
      expect(isOtherSubject(signature(), signature(sample.neri, { subject, type }))).toBe(false);
  });
});

describe('one teacher at one hour in two classes', () => {
  it('D17: clashes, except with several substitutions at once', () => {
    const standIn = signature(sample.bianchi, { type: 'substitution' });
    expect(isInTwoPlaces(signature(), signature())).toBe(true);
    expect(isInTwoPlaces(signature(), standIn)).toBe(true);
    expect(isInTwoPlaces(standIn, standIn)).toBe(false);
    expect(isInTwoPlaces(signature(), signature(sample.neri))).toBe(false);
  });
});
