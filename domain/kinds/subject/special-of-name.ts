import { nameSlug } from '../class/record.ts';
import type { SpecialSubject } from '../../grades/special-subjects.ts';

/** The names that schools give the subjects that rules know. */
const NAMES: readonly (readonly [Exclude<SpecialSubject, 'ordinary'>, RegExp])[] = [
  ['religion', /^(?:irc|religione|insegnamento-(?:della-)?religione)(?:-|$)/],
  ['alternative', /^(?:attivita|materia|ora)-alternativ[ae](?:-|$)/],
  ['assistedStudy', /^studio-assistito(?:-|$)/],
  ['civics', /^(?:educazione|ed)-civica(?:-|$)/],
  ['behaviour', /^(?:comportamento|condotta)(?:-|$)/],
];

/** What a subject is by its name, where nobody has said what it is: an import says so in its report, and the office has the last word. */
export function specialOfName(name: string): SpecialSubject | undefined {
  const slug = nameSlug(name);
  return NAMES.find(([, names]) => names.test(slug))?.[0];
}
