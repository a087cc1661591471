import { map, type Observable } from 'rxjs';
import { must } from '../../domain/base/assert.ts';
import { kindNamed, type RecordKind, type RecordOfKind } from '../../domain/kinds/registry.ts';
import type { Criteria } from './live-queries.ts';
import type { LocalRecords } from './local-records.ts';

/** Records of one kind, live. */
export type FindOfKind = <K extends RecordKind>(
  kind: K,
  criteria: Criteria,
) => Observable<readonly RecordOfKind<K>[]>;

/** Looks for records of one kind: what another kind keeps in the same collection is no answer, whatever fields it shares. */
export function recordsOfKind({ find }: Pick<LocalRecords, 'find'>): FindOfKind {
  return <K extends RecordKind>(kind: K, criteria: Criteria) => {
    const { collection } = must(kindNamed(kind), 'a kind of the registry');
    // Few of a collection's records may be of the kind: no other is read where nothing else is asked.
    const asked = Object.keys(criteria).length === 0 ? { kind } : criteria;
    return find(collection, asked).pipe(
      // Of the kind that was asked for.
      map((found) => found.filter((record) => record.kind === kind) as unknown as readonly RecordOfKind<K>[]),
    );
  };
}
