import type { ClassId } from '../../base/ids.ts';
import type { Signature } from './record.ts';

/**
 * Whether two signatures on one lesson say that two ordinary subjects were taught at once (D17). One subject is co-teaching; support
 * and substitution go with anything.
 */
export function isOtherSubject(one: Signature, other: Signature): boolean {
  if (one.type !== 'ordinary' || other.type !== 'ordinary' || one.teacher === other.teacher) return false;
  return one.subject !== undefined && other.subject !== undefined && one.subject !== other.subject;
}

/** A signature, with the class whose lesson it is on. */
export interface SignedIn {
  readonly class: ClassId;
  readonly signature: Signature;
}

/**
 * Whether one teacher's signatures in two classes at one hour contradict each other (D17): not those of several substitutions, nor of
 * classes that either of them says were taught together.
 */
export function isInTwoPlaces(one: SignedIn, other: SignedIn): boolean {
  if (one.signature.teacher !== other.signature.teacher || saysJoined(one, other)) return false;
  return !(one.signature.type === 'substitution' && other.signature.type === 'substitution');
}

/** Whether one of two signatures of a teacher names the class of the other: they arrive one after the other, and one word is enough. */
function saysJoined(one: SignedIn, other: SignedIn): boolean {
  const names = (from: SignedIn, to: SignedIn) => from.signature.joinedWith?.includes(to.class) ?? false;
  return names(one, other) || names(other, one);
}
