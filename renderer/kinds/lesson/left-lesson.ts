import type { PersonId } from '../../../domain/base/ids.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';

/** What was written of a class that was in a lesson by mistake: taken back with the signature, or another's to keep. */
export interface LeftLesson {
  /** The lesson without it. */
  readonly lesson: Lesson;
  readonly takenBack: readonly LeftPart[];
  readonly stays: readonly LeftPart[];
}

/** What a lesson says of its class. */
export type LeftPart = 'signature' | 'roll' | 'texts';

/**
 * A lesson of a class that was not there after all (D17): without the signature of one teacher, without the roll that the same one has
 * confirmed, and without the texts that are those of the lesson it was joined with. Under a colleague's signature the texts stay, and so do
 * others that somebody has written, and a colleague's roll.
 */
export function leftLesson(
  { rollCall, ...lesson }: Lesson,
  teacher: PersonId,
  words: Pick<Lesson, 'topic' | 'activity'>,
): LeftLesson {
  const signatures = lesson.signatures.filter((one) => one.teacher !== teacher);
  const left = (own: string, joined: string) => (signatures.length === 0 && own === joined ? '' : own);
  const texts = { topic: left(lesson.topic, words.topic), activity: left(lesson.activity, words.activity) };
  const isRollTheirs = rollCall !== undefined && rollCall.by !== teacher;
  const isTextTaken = texts.topic !== lesson.topic || texts.activity !== lesson.activity;
  const parts = (...all: readonly (readonly [LeftPart, boolean])[]) =>
    all.flatMap(([part, isSo]) => (isSo ? [part] : []));
  return {
    lesson: { ...lesson, ...texts, signatures, ...(isRollTheirs ? { rollCall } : {}) },
    takenBack: parts(
      ['signature', signatures.length < lesson.signatures.length],
      ['roll', rollCall !== undefined && !isRollTheirs],
      ['texts', isTextTaken],
    ),
    stays: parts(['roll', isRollTheirs], ['texts', texts.topic !== '' || texts.activity !== '']),
  };
}
