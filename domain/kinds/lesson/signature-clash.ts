import type { Signature } from './record.ts';

/**
 * Whether two signatures on one lesson say that two ordinary subjects were taught at once (D17). One subject is co-teaching; support
 * and substitution go with anything.
 */
export function isOtherSubject(one: Signature, other: Signature): boolean {
  if (one.type !== 'ordinary' || other.type !== 'ordinary' || one.teacher === other.teacher) return false;
  return one.subject !== undefined && other.subject !== undefined && one.subject !== other.subject;
}

/** Whether one teacher's signatures in two classes at one hour contradict each other: only several substitutions may be (D17). */
export function isInTwoPlaces(one: Signature, other: Signature): boolean {
  return one.teacher === other.teacher && !(one.type === 'substitution' && other.type === 'substitution');
}
