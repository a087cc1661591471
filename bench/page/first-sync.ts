import { firstValueFrom, filter } from 'rxjs';
import { COLLECTION_NAMES } from '../../domain/record/collection-names.ts';
import { pullIntoIndexedDb } from '../floor/raw-sync.ts';
import { inTurns, type Round } from '../harness/suite.ts';
import { startStockReplication } from '../peer/stock-replication.ts';
import { openStockDatabase } from '../peer/stock-store.ts';
import { openOurRegister, untilUsable } from '../product/our-register.ts';
import { yearSchool } from '../school/year-school.ts';
import { untilStored } from './count-stored.ts';

/** A teacher's device on its first day: everything is received once by each contestant, one after the other. */
export interface FirstSyncTask {
  readonly round: number;
  /** How many documents the server has for this teacher. */
  readonly documents: number;
}

interface Timed {
  readonly seconds: number;
  readonly usable?: number;
}

/** Measures the first sync of a teacher's year. */
export async function measureFirstSync(task: FirstSyncTask): Promise<Round> {
  const contestants = {
    ours: () => syncOurs(task),
    stock: () => syncStock(task),
    raw: async () => {
      const started = performance.now();
      const received = await pullIntoIndexedDb(`raw-sync-${task.round}`);
      if (received !== task.documents) throw new Error(`${received} documents of ${task.documents}`);
      return { seconds: (performance.now() - started) / 1000 };
    },
  };
  const results = new Map<string, Timed>();
  for (const [name, measure] of inTurns(Object.entries(contestants), task.round))
    results.set(name, await measure());
  const seconds = (name: string) => results.get(name)?.seconds ?? Number.NaN;
  const rate = Object.fromEntries([...results.keys()].map((name) => [name, task.documents / seconds(name)]));
  return {
    rate,
    usable: { ours: results.get('ours')?.usable ?? Number.NaN, stock: seconds('stock'), raw: seconds('raw') },
  };
}

async function syncOurs({ round, documents }: FirstSyncTask): Promise<Timed> {
  const teacher = yearSchool().teachers[0];
  if (!teacher) throw new Error('No teacher');
  const name = `ours-sync-${round}`;
  const started = performance.now();
  const since = () => (performance.now() - started) / 1000;
  const { register, remove } = await openOurRegister(name, teacher, globalThis.fetch.bind(globalThis));
  const usable = untilUsable(register).then(since);
  await firstValueFrom(register.status.sync$.pipe(filter(({ initial }) => initial === undefined)));
  await untilStored(name, documents);
  const seconds = since();
  const result = { seconds, usable: await usable };
  await remove();
  return result;
}

async function syncStock({ round, documents }: FirstSyncTask): Promise<Timed> {
  const started = performance.now();
  const database = await openStockDatabase(`stock-sync-${round}`);
  const replications = COLLECTION_NAMES.map((name) =>
    startStockReplication(name, database.collections[name]),
  );
  await Promise.all(replications.map((replication) => replication.awaitInitialReplication()));
  const seconds = (performance.now() - started) / 1000;
  let stored = 0;
  for (const name of COLLECTION_NAMES) stored += await database.collections[name].count().exec();
  if (stored !== documents) throw new Error(`Stock stored ${stored} documents of ${documents}`);
  await Promise.all(replications.map((replication) => replication.cancel()));
  await database.remove();
  return { seconds };
}
