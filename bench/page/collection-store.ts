import type { RxCollection, RxDocument } from 'rxdb/plugins/core';
import { filter, firstValueFrom, shareReplay, timeout } from 'rxjs';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import type { AttendanceStore, ClassDayPlace } from './attendance-store.ts';

/** Milliseconds after which a screen that does not show what was saved is a fault of the benchmark. */
const LONGEST_WAIT = 30_000;

/** Any RxDB collection of attendance days as a store to measure; `write` is how a save of a whole class is done. */
export function collectionStore(
  collection: RxCollection<AttendanceDay>,
  write: (documents: readonly AttendanceDay[]) => Promise<void>,
  close: () => Promise<void>,
): AttendanceStore {
  const find = ({ schoolClass, day }: ClassDayPlace) =>
    collection.find({ selector: { class: schoolClass, day } });
  return {
    async insert(documents) {
      const { error } = await collection.bulkInsert([...documents]);
      if (error.length > 0) throw new Error(`${error.length} documents were not inserted`);
    },
    async classDay(place) {
      const found = await find(place).exec();
      return found.map((document) => document.toJSON() as AttendanceDay);
    },
    async openScreen(place) {
      const live = find(place).$.pipe(shareReplay(1));
      const open = live.subscribe();
      await firstValueFrom(live);
      return {
        async save(documents) {
          const entries = new Set<unknown>(documents.map(({ entry }) => entry));
          const isShown = (document: RxDocument<AttendanceDay>) => entries.has(document.toJSON().entry);
          const shown = firstValueFrom(
            live.pipe(
              filter((found) => found.filter(isShown).length === entries.size),
              timeout(LONGEST_WAIT),
            ),
          );
          await Promise.all([write(documents), shown]);
        },
        close: () => open.unsubscribe(),
      };
    },
    async readAll() {
      const all = await collection.find().exec();
      return all.length;
    },
    close,
  };
}
