import type { PersonId } from '../../base/ids.ts';
import type { Place } from '../../record/envelope.ts';
import type { SchoolView } from '../../school/school-view.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { isAssessedIn } from './pupils-taking.ts';

/** What the decision on somebody's entry at a place needs to know, with who has which subject there: that is told by the rolls of its lessons (D94, D204). */
export function factsOfEntry(view: SchoolView, person: PersonId, place: Place): WriteFacts {
  return { ...view.writeFacts(person, place), isAssessed: isAssessedIn.bind(undefined, view) };
}
