import { classBucket, pupilBucket, type Bucket } from '../access/bucket.ts';
import type { ClassId, LocalDate, PersonId } from '../base/ids.ts';
import type { Place } from './envelope.ts';

/** A record about the day of one pupil. */
export interface OfPupil {
  readonly day: LocalDate;
  readonly class: ClassId;
  otherClasses?: readonly ClassId[];
  readonly pupil: PersonId;
}

/** The day of one pupil, in each class in which the pupil is on it. */
export function placeOfPupil({ day, class: schoolClass, otherClasses = [], pupil }: OfPupil): Place {
  return { day, class: schoolClass, otherClasses, pupil };
}

/** The teachers of the pupil's classes read it, and the family. */
export function bucketsOfPupil({ class: schoolClass, otherClasses = [], pupil }: OfPupil): readonly Bucket[] {
  return [...[schoolClass, ...otherClasses].map(classBucket), pupilBucket(pupil)];
}

/** The record as it stands in another one of its classes. In which ones besides is the server's word. */
export function inClassOfPupil<R extends OfPupil>(record: R, schoolClass: ClassId): R {
  const own = { ...record, class: schoolClass };
  delete own.otherClasses;
  return own;
}
