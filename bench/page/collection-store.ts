import type { RxCollection } from 'rxdb/plugins/core';
import { filter, firstValueFrom, shareReplay } from 'rxjs';
import type { AttendanceDay } from '../../domain/records/attendance-day.ts';
import type { AttendanceStore, ClassDayPlace } from './attendance-store.ts';

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
          const entries = new Set<string>(documents.map(({ entry }) => entry));
          const shown = firstValueFrom(
            live.pipe(
              filter((found) => found.filter(({ entry }) => entries.has(entry)).length === entries.size),
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
