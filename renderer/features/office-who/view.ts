import { combineLatest, map, type Observable } from 'rxjs';
import type { PersonId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { RecordOfKind } from '../../../domain/kinds/registry.ts';
import type { PaperKind } from '../../../domain/school/who/paper.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** What this device knows of papers of a kind, and of the people that they may be about. */
export interface WhoIsWho<K extends PaperKind> {
  readonly facts: SchoolFacts;
  readonly papers: readonly RecordOfKind<K>[];
  /** Everybody who works at the school. */
  readonly staff: readonly RecordOfKind<'person'>[];
  /** The guardians of pupils, as the office's records name them. */
  readonly guardiansOf: ReadonlyMap<PersonId, readonly PersonId[]>;
}

/** The papers of a kind, live; those that were taken back are among them. */
export function whoIsWho<K extends PaperKind>(
  { records, now }: Pick<Register, 'records' | 'now'>,
  kind: K,
): Observable<WhoIsWho<K>> {
  return combineLatest([
    records.facts$,
    records.find(kind, {}),
    records.find('person', {}),
    records.find('personalData', {}),
  ]).pipe(
    map(([facts, papers, people, personalData]) => ({
      facts,
      papers,
      // Whoever leaves at a day to come is here until then.
      staff: people.filter(
        ({ type, leftOn }) => type === 'staff' && (leftOn === undefined || leftOn >= dayOfInstant(now())),
      ),
      guardiansOf: guardiansIn(personalData),
    })),
  );
}

function guardiansIn(data: readonly RecordOfKind<'personalData'>[]) {
  const found = new Map<PersonId, PersonId[]>();
  for (const { person, children } of data)
    for (const { pupil } of children) found.set(pupil, [...(found.get(pupil) ?? []), person]);
  return found;
}
