import type { ClassId } from '../../../domain/base/ids.ts';
import type { Assignment } from '../../../domain/kinds/assignment/record.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import type { Roster } from '../draft/roster.ts';
import type { ImportedClass } from './one-roster-classes.ts';
import type { OneRosterRow, OneRosterSet } from './one-roster-set.ts';

/** What earlier imports have made of rows of enrolments, by their identifiers. */
export interface Brought {
  readonly enrolments: ReadonlyMap<string | undefined, readonly Enrolment[]>;
  readonly assignments: ReadonlyMap<string | undefined, readonly Assignment[]>;
  /** Assignments that sets have made, by class. */
  readonly posts: ReadonlyMap<ClassId, readonly Assignment[]>;
}

/** Looks through what the register has, before the rows of a set are taken. */
export function broughtBefore({ draft }: Roster): Brought {
  const assignments = draft.all('assignment').filter(({ sourceId }) => sourceId !== undefined);
  return {
    enrolments: Map.groupBy(draft.all('enrolment'), ({ sourceId }) => sourceId),
    assignments: Map.groupBy(assignments, ({ sourceId }) => sourceId),
    posts: Map.groupBy(assignments, (one) => one.class),
  };
}

/** The class and the subject of an assignment that an earlier set has made of the same row. */
export function knownPost(
  row: OneRosterRow,
  brought: Brought,
  set: OneRosterSet,
  { draft }: Roster,
): ImportedClass | undefined {
  if (set.isWhole('classes') || !/^teacher$/i.test(row.get('role'))) return undefined;
  const own = brought.assignments.get(row.get('sourcedId')) ?? [];
  const [first] = own;
  const subject = first && draft.get('subject', first.subject);
  if (!subject) return undefined;
  const classes = own.flatMap((one) => draft.get('class', one.class) ?? []);
  return { subject: subject.name, classes, isHome: false };
}

/** A class that an earlier set has brought, where this one does not have all; of its subjects the only one that a set has brought. */
export function knownHome(
  row: OneRosterRow,
  brought: Brought,
  set: OneRosterSet,
  roster: Roster,
): ImportedClass | undefined {
  const known = set.isWhole('classes') ? undefined : roster.knownClass(row.get('classSourcedId'));
  if (!known) return undefined;
  const taught = (brought.posts.get(known.id) ?? []).map((one) => one.subject);
  const [only, second] = new Set(taught);
  const subject = only === undefined || second !== undefined ? undefined : roster.draft.get('subject', only);
  return { subject: subject?.name ?? '', classes: [known], isHome: true };
}
