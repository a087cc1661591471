import type { SubjectId } from '../../../domain/base/ids.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { plannedForMe } from './planned-for-me.ts';
import type { SchoolFacts } from './school-facts.ts';

/** In what capacity somebody teaches in a class: a subject, which may be the support of a pupil. */
export interface OwnPost {
  readonly subject: SubjectId;
  readonly isSupport: boolean;
}

/**
 * The capacities in which I may sign an hour of a class, the usual one first (D17): that of the subject which the timetable has there. In
 * an hour that it gives me beside a colleague of another subject I am there as support, where I have that; in any other for a subject.
 */
export function ownPosts(
  facts: Pick<
    SchoolFacts,
    'me' | 'plannedHours' | 'mySubstitutions' | 'myAssignments' | 'religion' | 'subject'
  >,
  place: HourPlace,
): readonly OwnPost[] {
  const planned = plannedForMe(facts, place);
  const isBeside = planned?.teachers.includes(facts.me) ?? false;
  const posts = new Map<string, OwnPost>();
  for (const { subject, type } of facts.myAssignments(place.schoolClass, place.day)) {
    const isSupport = type === 'support';
    if (facts.subject(subject)) posts.set(`${subject} ${isSupport}`, { subject, isSupport });
  }
  const rank = ({ subject, isSupport }: OwnPost) => {
    const usual = subject === planned?.subject ? 0 : 2;
    return usual + (isSupport === (isBeside && usual > 0) ? 0 : 1);
  };
  // As they were given, where nothing tells one from another.
  return [...posts.values()].toSorted((a, b) => rank(a) - rank(b));
}
