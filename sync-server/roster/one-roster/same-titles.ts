import { className, nameSlug } from '../../../domain/kinds/class/record.ts';
import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import type { Classes } from '../draft/classes.ts';
import type { ClassName } from '../values/class-names.ts';
import { splitList } from '../values/cells.ts';
import type { OneRosterRow, OneRosterSet } from './one-roster-set.ts';

/** The name of a class of a set. */
export interface SetClassName extends ClassName {
  /** Whether something was put behind the title, because another class has it. */
  readonly isApart: boolean;
  /** Whether this is the class of an earlier row in a later term. */
  readonly isSecondTerm: boolean;
}

/** Names for the classes of one set. */
export interface ClassNames {
  /** The name that a row's class has here; undefined where nothing tells it from another class of the title. */
  readonly of: (
    row: OneRosterRow,
    wanted: ClassName,
    place: { readonly classes: Classes; readonly level: SchoolLevel | undefined },
  ) => SetClassName | undefined;
}

/** Longest section that a record of a class holds. */
const LONGEST_SECTION = 40;

/**
 * Two rows with different sourcedIds are two classes, however alike their titles: the second one has its code, or its identifier, behind
 * the title. A row in terms in which the first one is not taught is that class in its next term. A title is cut where it is too long, and
 * what the cut makes equal is told apart in the same way. What an earlier import has named keeps its name.
 */
export function createClassNames(set: OneRosterSet): ClassNames {
  const ids = new Set(set.rows('classes').map((row) => row.get('sourcedId')));
  const holders = new Map<string, OneRosterRow>();
  const plain = (name: ClassName): SetClassName => ({ ...name, isApart: false, isSecondTerm: false });
  return {
    of: (row, wanted, { classes, level }) => {
      const id = row.get('sourcedId');
      const known = classes.bySourceId(id);
      const isOwn =
        known &&
        (level ?? known.level) === known.level &&
        nameSlug(className(known)).startsWith(beginning(wanted));
      if (known && isOwn) return plain({ year: known.year, section: known.section });
      const own = [row.get('classCode'), id].filter((text) => text !== '' && text !== row.get('title'));
      const tails = ['', ...own.map((text) => ` ${text}`)];
      for (const tail of tails) {
        const section = `${wanted.section.slice(0, LONGEST_SECTION - tail.length)}${tail}`.trim();
        const name = { year: wanted.year, section };
        const key = `${level ?? ''}/${nameSlug(className(name))}`;
        const holder = holders.get(key);
        if (holder && areInTurn(holder, row)) return { ...plain(name), isSecondTerm: true };
        const isTaken = classes.namedLike(name).some(
          // In a whole set, a class that it does not name any more is the same one under a new identifier.
          ({ level: taken, sourceId }) =>
            (level === undefined || taken === level) &&
            sourceId !== undefined &&
            sourceId !== id &&
            (ids.has(sourceId) || !set.isWhole('classes')),
        );
        if (holder || isTaken) continue;
        holders.set(key, row);
        return { ...plain(name), isApart: tail !== '' };
      }
      return undefined;
    },
  };
}

function beginning({ year, section }: ClassName): string {
  return nameSlug(className({ year, section: section.slice(0, LONGEST_SECTION / 2) }));
}

function areInTurn(a: OneRosterRow, b: OneRosterRow): boolean {
  const [one, other] = [a, b].map((row) => splitList(row.get('termSourcedIds')));
  if (!one || !other || one.length === 0 || other.length === 0) return false;
  return !one.some((term) => other.includes(term));
}
