import { combineLatest, map, of, type Observable } from 'rxjs';
import { groupBy } from '../../../domain/base/group-by.ts';
import { toClassId, type ClassId } from '../../../domain/base/ids.ts';
import { kindNamed } from '../../../domain/kinds/registry.ts';
import type { JournalEntry } from '../../../domain/protocol/bridge/journal.ts';
import type { Register } from '../../data/register.ts';
import { wordsOf } from '../../kinds/registry.ts';
import type { Words } from '../../kinds/words.ts';

/** The columns of a class, by which a conflict over a record of this kind is told (D78); none where that is told without them. */
export function columnsTold(
  register: Register,
  kind: string,
  schoolClass: ClassId | undefined,
): Observable<Words['column']> {
  const columns = wordsOf(kind)?.columns;
  return columns && schoolClass !== undefined ? columns(register, [schoolClass]) : of(undefined);
}

/** The kinds and classes of the entries that are told by columns, a line for each: the same text as long as they are the same. */
export function toldByColumns(entries: readonly Pick<JournalEntry, 'record'>[]): string {
  const lines = entries.flatMap(({ record }) => {
    const { class: schoolClass } = kindNamed(record.kind)?.place(record) ?? {};
    return wordsOf(record.kind)?.columns && schoolClass !== undefined
      ? [`${record.kind} ${schoolClass}`]
      : [];
  });
  return [...new Set(lines)].toSorted().join('\n');
}

/** The columns by which entries of these kinds and classes are told. */
export function columnsOfEntries(register: Register, lines: string): Observable<Words['column']> {
  if (lines === '') return of(undefined);
  const told = lines.split('\n').map((line): readonly [string, ClassId] => {
    const [kind = '', ...schoolClass] = line.split(' ');
    return [kind, toClassId(schoolClass.join(' '))];
  });
  const found = [...groupBy(told, ([kind]) => kind)].map(
    ([kind, own]) =>
      wordsOf(kind)?.columns?.(
        register,
        own.map(([, schoolClass]) => schoolClass),
      ) ?? of(undefined),
  );
  return combineLatest(found).pipe(
    map((all) => (id) => all.map((columns) => columns?.(id)).find((column) => column !== undefined)),
  );
}
