import type { PersonId } from '../../base/ids.ts';
import type { Signature } from './record.ts';

/** A lesson with its signatures, as it is stored or as a page shows it. */
interface Signed<S extends Pick<Signature, 'teacher'>> {
  readonly signatures: readonly S[];
}

/** A teacher's own signature on a lesson, of which each has one at the most (D16); undefined where there is none, or no lesson. */
export function signatureOf<S extends Pick<Signature, 'teacher'>>(
  lesson: Signed<S> | undefined,
  teacher: PersonId,
): S | undefined {
  return lesson?.signatures.find((signature) => signature.teacher === teacher);
}

/** Whether a teacher has signed a lesson. */
export function isSignedBy(
  lesson: Signed<Pick<Signature, 'teacher'>> | undefined,
  teacher: PersonId,
): boolean {
  return signatureOf(lesson, teacher) !== undefined;
}
