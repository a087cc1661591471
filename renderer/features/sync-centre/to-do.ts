import { distinctUntilChanged, map } from 'rxjs';
import { shallow } from 'zustand/shallow';
import type { ToDoSource } from '../../hosts/page.ts';
import { SYNC_PATH } from '../../ui/routes.ts';
import { syncStatus } from '../../views/sync-status.ts';

/** Entries that the school did not take, and values that a colleague's entry overruled. */
export const entriesToDo: ToDoSource = {
  id: 'entries',
  order: 80,
  needs: 'sendEntries',
  title: (t) => t('sync.toDo.title'),
  items: (register) =>
    syncStatus(register).pipe(
      map(({ refused, conflicts }) => ({ refused: refused.length, conflicts: conflicts.length })),
      distinctUntilChanged(shallow),
      map((counts) =>
        (['refused', 'conflicts'] as const)
          .filter((kind) => counts[kind] > 0)
          .map((kind) => ({
            id: kind,
            count: counts[kind],
            to: SYNC_PATH,
            told: (t) => ({ label: t(`sync.toDo.${kind}`, { count: counts[kind] }) }),
          })),
      ),
    ),
};
