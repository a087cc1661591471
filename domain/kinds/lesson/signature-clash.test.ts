import { describe, expect, it } from 'vitest';
import { toClassId, toSubjectId, type ClassId } from '../../base/ids.ts';
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
    const inTwoPlaces = (one: Signature, other: Signature) =>
      isInTwoPlaces({ class: sample.class, signature: one }, { class: sample.otherClass, signature: other });
    expect(inTwoPlaces(signature(), signature())).toBe(true);
    expect(inTwoPlaces(signature(), standIn)).toBe(true);
    expect(inTwoPlaces(standIn, standIn)).toBe(false);
    expect(inTwoPlaces(signature(), signature(sample.neri))).toBe(false);
  });

  it('D17: does not clash where either signature says that the two classes were joined', () => {
    const here = { class: sample.class, signature: signature() };
    const there = { class: sample.otherClass, signature: signature() };
    const naming = (id: ClassId) => signature(sample.bianchi, { joinedWith: [id] });
    expect(isInTwoPlaces({ ...here, signature: naming(sample.otherClass) }, there)).toBe(false);
    expect(isInTwoPlaces(here, { ...there, signature: naming(sample.class) })).toBe(false);
    expect(isInTwoPlaces({ ...here, signature: naming(toClassId('2026.LS.5Z')) }, there)).toBe(true);
  });
});
