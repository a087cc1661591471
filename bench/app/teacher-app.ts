import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { COLLECTION_NAMES } from '../../domain/record/collection-names.ts';
import { startDevice } from '../../tests/fixtures/device.ts';
import { hourPath, dayPath, sectionPath, SYNC_PATH } from '../../renderer/ui/routes.ts';
import { weekPath } from '../../renderer/features/week/span/address.ts';
import { median } from '../harness/statistics.ts';
import { PASSWORD, SCHOOL, TODAY, type BenchSchool, type BenchTeacher } from '../school/bench-school.ts';
import type { Memory } from './memory.ts';
import { markToPainted, openedToPainted, watchProcessor, type Opening, type PaintedPage } from './painted.ts';
import { memoryAtRest } from './resting.ts';

/** Name of a page that is opened in the app. */
export type OpenedPage = 'today' | 'class hour' | 'absences' | 'pupils' | 'week' | 'topics';

/** What is measured in the whole app of a teacher. */
export interface AppRound {
  /** Of each page, in the middle. */
  readonly painted: Readonly<Record<OpenedPage, Opening>>;
  readonly mark: number;
  readonly memory: Memory;
}

const PUPILS = 28;
const ROWS_IN_SIGHT = 10;

/** Opens the app on a new device of a teacher, opens each page on other days, marks pupils of today, and lets it rest. */
export async function measureTeacherApp(
  of: {
    readonly school: BenchSchool;
    readonly teacher: BenchTeacher;
    readonly server: string;
    /** How many documents the server has for this teacher. */
    readonly documents: number;
  },
  folder: string,
  options: { readonly openings: number; readonly marks: number; readonly restSeconds: number },
): Promise<AppRound> {
  const { school, teacher, server } = of;
  const schoolConfig = path.join(folder, 'school.json');
  await writeFile(
    schoolConfig,
    JSON.stringify({
      school: SCHOOL,
      name: 'Liceo di prova',
      city: 'Torino',
      phone: '',
      email: '',
      address: '',
      server,
    }),
  );
  const device = await startDevice({
    userData: path.join(folder, 'profile'),
    serverUrl: server,
    schoolConfig,
    language: 'it-IT',
  });
  try {
    const { page } = device;
    await page.getByLabel('Nome utente').fill(teacher.username);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Entra', exact: true }).click();
    await page.locator('aside li a').first().waitFor({ timeout: 120_000 });
    await untilReceived(page, of.documents);

    const session = await watchProcessor(page);
    const painted = new Map<OpenedPage, Opening[]>();
    for (let opening = 0; opening < options.openings; opening += 1) {
      const day = school.days.at(-1 - opening);
      const schoolClass = teacher.classes[opening % teacher.classes.length];
      if (day === undefined || !schoolClass) throw new Error('Not enough days');
      const pages: Record<OpenedPage, PaintedPage> = {
        today: { path: dayPath(day), selector: 'aside li a', atLeast: 1 },
        'class hour': {
          path: hourPath(day, schoolClass.id, 2),
          selector: '[role=row][data-mark]',
          atLeast: PUPILS,
        },
        absences: {
          path: sectionPath('absences', { schoolClass: schoolClass.id, day, hour: 2 }),
          selector: 'article table tbody tr',
          atLeast: ROWS_IN_SIGHT,
        },
        pupils: {
          path: sectionPath('pupils', { schoolClass: schoolClass.id, day, hour: 2 }),
          selector: 'article table tbody tr',
          atLeast: ROWS_IN_SIGHT,
        },
        week: { path: weekPath(day), selector: '[role=grid] [data-spot]', atLeast: 1 },
        topics: {
          path: sectionPath('topics', { schoolClass: schoolClass.id, day, hour: 2 }),
          selector: 'table tbody tr',
          atLeast: ROWS_IN_SIGHT,
        },
      };
      for (const [name, shown] of Object.entries(pages) as [OpenedPage, PaintedPage][])
        painted.set(name, [
          ...(painted.get(name) ?? []),
          await openedToPainted(page, session, shown, SYNC_PATH),
        ]);
    }
    const [own] = teacher.classes;
    if (!own) throw new Error('No class');
    const today = { path: hourPath(TODAY, own.id, 1), selector: '[role=row][data-mark]', atLeast: PUPILS };
    const mark = await markToPainted(page, today, options.marks);
    await session.detach();
    const middle = (name: OpenedPage): Opening => {
      const all = painted.get(name) ?? [];
      return {
        milliseconds: median(all.map((one) => one.milliseconds)),
        processor: median(all.map((one) => one.processor)),
      };
    };
    return {
      painted: {
        today: middle('today'),
        'class hour': middle('class hour'),
        absences: middle('absences'),
        pupils: middle('pupils'),
        week: middle('week'),
        topics: middle('topics'),
      },
      mark,
      memory: await memoryAtRest(device.app, page, options.restSeconds),
    };
  } catch (error) {
    console.error(device.output());
    throw error;
  } finally {
    await device.kill();
  }
}

/** Waits until so many documents are in the stores of the app. */
async function untilReceived(page: Page, documents: number): Promise<void> {
  const count = async () =>
    await page.evaluate(async (names) => {
      const done = async <T>(request: IDBRequest<T>) =>
        await new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(new Error('The store could not be read')));
        });
      let found = 0;
      for (const { name = '' } of await indexedDB.databases()) {
        if (!names.some((collection) => name.endsWith(`--${collection}`))) continue;
        const database = await done(indexedDB.open(name));
        found += await done(database.transaction('docs', 'readonly').objectStore('docs').count());
        database.close();
      }
      return found;
    }, COLLECTION_NAMES);
  while ((await count()) < documents) await new Promise((resolve) => setTimeout(resolve, 250));
}
