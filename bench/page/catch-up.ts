import type { RxCollection } from 'rxdb/plugins/core';
import { filter, firstValueFrom } from 'rxjs';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { inTurns, type Round } from '../harness/suite.ts';
import { startStockReplication } from '../peer/stock-replication.ts';
import { openStockDatabase } from '../peer/stock-store.ts';
import { openOurRegister, untilUsable } from '../product/our-register.ts';
import type { Register } from '../../renderer/data/register.ts';
import { classDay } from '../school/attendance-days.ts';
import {
  catchUpPart,
  catchUpSchool,
  CATCH_UP_CLASSES,
  type CatchUpContestant,
} from '../school/catch-up-school.ts';
import { createSeeded } from '../school/seeded.ts';
import { markPupil } from '../../renderer/kinds/attendance-day/commands.ts';
import { pushOnce } from './sync-requests.ts';

/** Entries written without a network go to the server when it is back. */
export interface CatchUpTask {
  readonly round: number;
  /** Days that each contestant has marked, in each of its classes. */
  readonly days: number;
}

const CONTESTANTS = Object.keys(CATCH_UP_CLASSES) as readonly CatchUpContestant[];
const PLAIN_BATCH = 1000;
const school = catchUpSchool();

/** Measures how fast a device catches up: after single class saves, and after one bulk import. */
export async function measureCatchUp(task: CatchUpTask): Promise<Round> {
  const rates = new Map<CatchUpContestant, number>();
  for (const contestant of inTurns(CONTESTANTS, task.round)) {
    const saves = savesOf(contestant, task.days);
    const count = saves.flat().length;
    const measure = { ours, oursBulk: ours, stock, stockBulk: stock, plain }[contestant];
    const seconds = await measure(`${contestant}-${task.round}`, saves);
    rates.set(contestant, count / seconds);
  }
  const rate = (contestant: CatchUpContestant) => rates.get(contestant) ?? Number.NaN;
  const floor = rate('plain');
  return {
    saves: { ours: rate('ours'), stock: rate('stock'), plain: floor },
    bulk: { ours: rate('oursBulk'), stock: rate('stockBulk'), plain: floor },
  };
}

/** The saves of a contestant: one a class's day, or everything in one where it is a bulk import. */
function savesOf(contestant: CatchUpContestant, days: number): readonly (readonly AttendanceDay[])[] {
  const seeded = createSeeded(20 + CONTESTANTS.indexOf(contestant));
  const { teacher, classes } = catchUpPart(school, contestant);
  const saves = school.days
    .slice(0, days)
    .flatMap((day) => classes.map((schoolClass) => classDay(seeded, { schoolClass, day }, teacher.person)));
  return contestant.endsWith('Bulk') ? [saves.flat()] : saves;
}

/** Our whole data layer: marks are written with its commands while every request fails, then the network is there again. */
async function ours(name: string, saves: readonly (readonly AttendanceDay[])[]): Promise<number> {
  let isOnline = true;
  const line: typeof fetch = (input, init) =>
    isOnline ? globalThis.fetch(input, init) : Promise.reject(new TypeError('No network'));
  const { teacher } = catchUpPart(school, 'ours');
  const { register, remove } = await openOurRegister(name, teacher, line);
  await untilUsable(register);
  isOnline = false;
  for (const save of saves) await mark(register, save);
  const status = await firstValueFrom(register.status.sync$);
  if (status.waiting.length !== saves.flat().length)
    throw new Error(`${status.waiting.length} entries wait, ${status.refused.length} were refused`);

  const started = performance.now();
  isOnline = true;
  register.status.syncNow();
  const end = await firstValueFrom(register.status.sync$.pipe(filter(({ waiting }) => waiting.length === 0)));
  const seconds = (performance.now() - started) / 1000;
  if (end.refused.length > 0) throw new Error(`${end.refused.length} entries were refused`);
  await remove();
  return seconds;
}

async function mark(register: Register, save: readonly AttendanceDay[]): Promise<void> {
  const results = await Promise.all(
    save.map(({ day, class: schoolClass, pupil }) =>
      markPupil(register, { day, schoolClass, hour: 1 }, pupil, { kind: 'absent' }),
    ),
  );
  const failed = results.find((result) => !result.ok);
  if (failed) throw new Error(`A mark was not saved: ${JSON.stringify(failed)}`);
}

/** Stock RxDB with its default push batch: the documents are there already when the replication starts. */
async function stock(name: string, saves: readonly (readonly AttendanceDay[])[]): Promise<number> {
  const database = await openStockDatabase(name);
  const collection: RxCollection<RegisterRecord> = database.collections.attendance;
  for (const save of saves) {
    const { error } = await collection.bulkInsert([...save]);
    if (error.length > 0) throw new Error('A mark was not saved');
  }
  const started = performance.now();
  const replication = startStockReplication('attendance', collection);
  await replication.awaitInSync();
  const seconds = (performance.now() - started) / 1000;
  await replication.cancel();
  await database.remove();
  return seconds;
}

/** Requests with the same rows and no store at all: the ceiling of the line and the server. */
async function plain(_name: string, saves: readonly (readonly AttendanceDay[])[]): Promise<number> {
  const rows = saves.flat().map((next) => ({ assumed: null, next }));
  const started = performance.now();
  for (let from = 0; from < rows.length; from += PLAIN_BATCH)
    await pushOnce('attendance', rows.slice(from, from + PLAIN_BATCH));
  return (performance.now() - started) / 1000;
}
