import type { RegisterRecord } from '../../../domain/kinds/registry.ts';

type Versioned = Pick<RegisterRecord, 'id' | 'entry' | 'receivedAt'>;

/**
 * Answers records by the objects of before where they are the same versions, and the list of before where all of them are: a query over a
 * collection answers anew with each of its records.
 */
export function keptVersions<R extends Versioned>(): (records: readonly R[]) => readonly R[] {
  let before: readonly R[] = [];
  let known = new Map<string, R>();
  return (records) => {
    const next = records.map((record) => {
      const old = known.get(record.id);
      return old && old.entry === record.entry && old.receivedAt === record.receivedAt ? old : record;
    });
    const isSame = next.length === before.length && next.every((record, index) => record === before[index]);
    if (!isSame) {
      before = next;
      known = new Map(next.map((record) => [record.id, record]));
    }
    return before;
  };
}
