import type { SubjectId } from '../../base/ids.ts';
import type { Lesson } from './record.ts';

/** Whether a lesson is one of a subject: by what the hour is, or by one of its signatures. */
export function isOfSubject({ subject, signatures }: Lesson, id: SubjectId): boolean {
  return subject === id || signatures.some((signature) => signature.subject === id);
}
