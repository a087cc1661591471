import type { SubjectId } from '../../../../domain/base/ids.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';
import type { ClassHour } from '../view/class-hour.ts';

/** In what capacity the lesson is signed: as the timetable says, for one of my subjects, or in place of a colleague, with a subject or without. */
export type SignAs =
  | { readonly as: 'planned' }
  | { readonly as: 'subject'; readonly subject: SubjectId; readonly support?: true }
  | { readonly as: 'substitution'; readonly subject?: SubjectId };

/** A capacity to choose, with the subject to name it by; a substitution without one is named by itself. */
export interface SignChoice {
  readonly signAs: SignAs;
  readonly subject?: Subject;
}

/**
 * In what capacity an hour may be signed: each of my posts there, the usual one first (D17), and standing in for a colleague where the
 * timetable does not give it to me.
 */
export function signChoices({ planned, posts, foreseen }: SignedHour): readonly SignChoice[] {
  const ofPosts = posts.map(({ subject, isSupport }): SignChoice => ({
    signAs: { as: 'subject', subject: subject.id, ...(isSupport ? { support: true } : {}) },
    subject,
  }));
  if (planned) return ofPosts;
  const own = posts.map(({ subject }) => subject);
  const taught = new Map([...own, ...(foreseen ? [foreseen] : [])].map((one) => [one.id, one]));
  return [
    ...ofPosts,
    { signAs: { as: 'substitution' } },
    ...[...taught.values()].map(
      (subject) => ({ signAs: { as: 'substitution', subject: subject.id }, subject }) as const,
    ),
  ];
}

/** As what an hour is signed where nobody says otherwise: whoever stands in there does so without a subject (D209). */
export function usualSignAs(hour: SignedHour): SignAs {
  const [usual] = signChoices(hour);
  if (hour.posts.length === 0 || !usual) return hour.planned ? { as: 'planned' } : { as: 'substitution' };
  return hour.standsIn && !hour.planned ? { as: 'substitution' } : usual.signAs;
}

type SignedHour = Pick<ClassHour, 'planned' | 'standsIn' | 'posts' | 'foreseen'>;

/** What is done in the same act as the signature of the hour. */
export interface SignAct {
  /** The hours after it that are signed too. */
  readonly following?: readonly PlannedHour[];
  /** Topic and activity are written to this hour alone; else to all of them, where nothing is written yet. */
  readonly textsHereOnly?: boolean;
  /** The roll of the hour is confirmed. */
  readonly rollCall?: boolean;
  /** Classes that I have signed at this time, and that have the same lesson as this one (D17). */
  readonly together?: ClassHour['signedElsewhere'];
}
