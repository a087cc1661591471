import type { PersonId } from '../../../domain/base/ids.ts';
import type { PlannedLesson } from '../../../domain/kinds/planned-lesson/record.ts';

/** An hour, and who teaches it. */
interface TaughtHour {
  readonly day: string;
  readonly hour: number;
  readonly class: string;
  readonly teachers: readonly PersonId[];
}

/**
 * What is planned for an hour (D122): my own plan, else that of a colleague who teaches it with me. What another one plans for the same hour
 * is the plan of another lesson.
 */
export function planOfHour(
  plans: readonly PlannedLesson[],
  me: PersonId,
  { day, hour, class: schoolClass, teachers }: TaughtHour,
): PlannedLesson | undefined {
  const ofHour = plans.filter(
    (one) =>
      one.class === schoolClass &&
      one.day === day &&
      one.hour === hour &&
      (one.topic !== '' || one.activity !== ''),
  );
  return (
    ofHour.find(({ teacher }) => teacher === me) ?? ofHour.find(({ teacher }) => teachers.includes(teacher))
  );
}
