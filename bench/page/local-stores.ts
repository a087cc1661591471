import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import { percentile } from '../harness/statistics.ts';
import { inTurns, OURS, type Round } from '../harness/suite.ts';
import { openRawStore } from '../floor/raw-indexeddb.ts';
import { openStockStore } from '../peer/stock-store.ts';
import { connectJournal, type JournalBridge } from '../product/journal-bridge.ts';
import { openOurStore } from '../product/our-store.ts';
import { classDay, marked } from '../school/attendance-days.ts';
import { createBenchSchool } from '../school/bench-school.ts';
import { createSeeded } from '../school/seeded.ts';
import type { AttendanceStore, ClassDayPlace } from './attendance-store.ts';

/** How much one round of the local stores does. */
export interface LocalStoresTask {
  readonly round: number;
  readonly documents: number;
  readonly queries: number;
  readonly saves: number;
}

const PUPILS = 30;
const CLASSES = 4;
const BATCH = 1000;

interface Contestant {
  readonly name: string;
  readonly store: AttendanceStore;
  readonly insert: number[];
  readonly query: number[];
  readonly save: number[];
  readonly readAll: number[];
}

/** Measures raw IndexedDB, stock RxDB and our store side by side in one page: every single step is done by all three in turn. */
export async function measureLocalStores(task: LocalStoresTask): Promise<Round> {
  const { batches, days } = content(task.documents);
  const stamp = Date.now();
  const journaling: number[] = [];
  const journal = await connectJournal(`local-${stamp}`);
  const timedJournal: JournalBridge = {
    ...journal,
    journalAppend: (entries, opening) => time(journaling, () => journal.journalAppend(entries, opening)),
  };
  const contestants = inTurns(
    [
      contestant('raw', await openRawStore(`raw-${stamp}`)),
      contestant('stock', await openStockStore(`stock-${stamp}`)),
      contestant('ours', await openOurStore(`ours-${stamp}`, timedJournal)),
    ],
    task.round,
  );

  for (const batch of batches)
    for (const { store, insert } of contestants) await time(insert, () => store.insert(batch));

  const seeded = createSeeded(7);
  const somewhere = () => days[seeded.below(days.length)] ?? fault('no class day');
  // Each day once: RxDB answers a repeated query from memory, which is not what a page that is opened meets.
  const askedOnce = days.toSorted(() => seeded.next() - 0.5).slice(0, task.queries);
  for (const { place } of askedOnce) {
    for (const { store, query } of contestants) {
      const found = await time(query, () => store.classDay(place));
      if (found.length !== PUPILS) fault(`${found.length} documents of a class's day`);
    }
  }

  for (let turn = 0; turn < task.saves; turn += 1) {
    const chosen = somewhere();
    chosen.documents = chosen.documents.map((document) => marked(seeded, document));
    for (const { store, save } of contestants) {
      const screen = await store.openScreen(chosen.place);
      await time(save, () => screen.save(chosen.documents));
      screen.close();
    }
  }

  for (const { store, readAll } of contestants) {
    const count = await time(readAll, () => store.readAll());
    if (count !== task.documents) fault(`${count} documents read, ${task.documents} written`);
  }
  for (const { store } of contestants) await store.close();

  const ours = contestants.find(({ name }) => name === OURS) ?? fault('we did not compete');
  const measure = (take: (contestant: Contestant) => number) =>
    Object.fromEntries(contestants.map((each) => [each.name, take(each)]));
  return {
    insert: measure(({ insert }) => (1000 * task.documents) / insert.reduce((sum, value) => sum + value, 0)),
    queryMedian: measure(({ query }) => percentile(query, 0.5)),
    queryP95: measure(({ query }) => percentile(query, 0.95)),
    saveMedian: measure(({ save }) => percentile(save, 0.5)),
    saveP95: measure(({ save }) => percentile(save, 0.95)),
    journal: { ours: percentile(journaling, 0.5), save: percentile(ours.save, 0.5) },
    readAll: measure(({ readAll }) => percentile(readAll, 0.5)),
  };
}

function contestant(name: string, store: AttendanceStore): Contestant {
  return { name, store, insert: [], query: [], save: [], readAll: [] };
}

async function time<T>(samples: number[], work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  samples.push(performance.now() - started);
  return result;
}

interface ClassDay {
  readonly place: ClassDayPlace;
  documents: readonly AttendanceDay[];
}

function content(documents: number): { batches: readonly (readonly AttendanceDay[])[]; days: ClassDay[] } {
  const school = createBenchSchool({
    classes: CLASSES,
    pupilsPerClass: PUPILS,
    teachers: [Array.from({ length: CLASSES }, (_, number) => number)],
  });
  const teacher = school.teachers[0] ?? fault('no teacher');
  const seeded = createSeeded(6);
  const all = school.days
    .flatMap((day) => school.classes.map((schoolClass) => ({ day, schoolClass })))
    .slice(0, Math.ceil(documents / PUPILS))
    .map(({ day, schoolClass }): ClassDay => ({
      place: { schoolClass: schoolClass.id, day },
      documents: classDay(seeded, { schoolClass, day }, teacher.person),
    }));
  const flat = all.flatMap((each) => each.documents).slice(0, documents);
  if (flat.length < documents) fault('the school is too small');
  const batches: AttendanceDay[][] = [];
  for (let from = 0; from < flat.length; from += BATCH) batches.push(flat.slice(from, from + BATCH));
  // A day cut off by the round number of documents is written, but never asked for.
  return { batches, days: all.slice(0, Math.floor(documents / PUPILS)) };
}

function fault(message: string): never {
  throw new Error(`Benchmark: ${message}`);
}
