import { combineLatest, map, type Observable } from 'rxjs';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { LocalRecords } from '../local-records.ts';
import { recordsOfKind } from '../records-of-kind.ts';
import type { Outbox } from '../sync/queue/outbox.ts';
import type { SyncReporter } from '../sync/status/sync-state.ts';
import type { SyncStatus } from './sync-status.ts';
import { untilStored } from './first-reception.ts';

/** State of synchronisation, live: the line, the entries that wait or were refused, the values that lost. */
export function liveStatus(
  reporter: SyncReporter,
  outbox: Outbox,
  records: LocalRecords,
  me: PersonId,
): Observable<SyncStatus> {
  const conflicts$ = recordsOfKind(records)('conflictNotice', { kind: 'conflictNotice' }).pipe(
    map((notices) =>
      notices
        .filter((notice) => notice.addressee === me && !notice.seen)
        .toSorted((a, b) => b.keptRecordedAt.localeCompare(a.keptRecordedAt)),
    ),
  );
  return combineLatest([untilStored(reporter.state$, records), outbox.entries$, conflicts$]).pipe(
    map(([state, entries, conflicts]) => {
      const newestFirst = entries.toReversed();
      return {
        ...state,
        waiting: newestFirst.filter(({ refusal }) => refusal === undefined),
        refused: newestFirst.filter(({ refusal }) => refusal !== undefined),
        conflicts,
      };
    }),
  );
}
