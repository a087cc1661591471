import { nameSlug } from '../../../domain/kinds/class/record.ts';
import type { SpecialSubject } from '../../../domain/grades/special-subjects.ts';
import { subjectId, type Subject } from '../../../domain/kinds/subject/record.ts';
import { tidy } from '../values/names.ts';
import { specialOfName } from '../../../domain/kinds/subject/special-of-name.ts';
import type { Draft } from './draft.ts';

/**
 * Opens the subjects of a draft: a subject is found by its whole name, whatever its key was made of (keys once ended after forty letters),
 * and made where there is none. Of one of which nobody has said what rules know it as, that is proposed by its name, and told.
 */
export function createSubjects(
  draft: Draft,
  onProposed: (subject: Subject, special: SpecialSubject) => void,
): (name: string, sourceId?: string) => Subject {
  const byName = new Map(
    draft.all('subject').map((subject) => [nameSlug(subject.name), subject.id] as const),
  );
  return (name, sourceId) => {
    const key = nameSlug(tidy(name));
    const known = byName.get(key);
    const made = subjectId(name);
    // An old key, cut short, may be that of another name: a longer text ends in a sum of its own.
    const isTaken = known === undefined && draft.get('subject', made) !== undefined;
    const id = known ?? (isTaken ? subjectId(`${made} ${key} ${key}`) : made);
    const before = draft.get('subject', id);
    const source = sourceId ?? before?.sourceId;
    const special = before?.special ?? specialOfName(name);
    draft.put(
      {
        ...(before ?? { id, kind: 'subject', name: tidy(name), shortName: shortNameOf(name) }),
        ...(source === undefined ? {} : { sourceId: source }),
        ...(special === undefined ? {} : { special }),
      },
      'subjects',
    );
    byName.set(key, id);
    const saved = draft.get('subject', id);
    if (!saved) throw new Error('A subject that was just put is there');
    if (special !== undefined && before?.special === undefined) onProposed(saved, special);
    return saved;
  };
}

function shortNameOf(name: string): string {
  const letters = tidy(name).replaceAll(/[^\p{L}]/gu, '');
  return letters.slice(0, 3).toUpperCase();
}
