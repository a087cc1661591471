import { hourPath, dayPath, sectionPath, SYNC_PATH } from '../../renderer/ui/routes.ts';
import { weekPath } from '../../renderer/features/week/span/address.ts';
import { median } from '../harness/statistics.ts';
import { TODAY, type BenchSchool } from '../school/bench-school.ts';
import { PUPILS } from '../school/pages-school.ts';
import { filledDevice, type DeviceOf } from './filled-device.ts';
import type { Memory } from './memory.ts';
import {
  markToPainted,
  openedToPainted,
  watchProcessor,
  type Mark,
  type Opening,
  type PaintedPage,
} from './painted.ts';
import { memoryAtRest } from './resting.ts';

/** Name of a page that is opened in the app. */
export type OpenedPage =
  'today' | 'class hour' | 'absences' | 'pupils' | 'week' | 'topics' | 'class grades' | 'proposals';

/** What is measured in the whole app of a teacher. */
export interface AppRound {
  /** Of each page, in the middle. */
  readonly painted: Readonly<Record<OpenedPage, Opening>>;
  readonly mark: Mark;
  readonly memory: Memory;
}

const ROWS_IN_SIGHT = 10;

/** Opens the app on a new device of a teacher, opens each page on other days, marks pupils of today, and lets it rest. */
export async function measureTeacherApp(
  of: DeviceOf & { readonly school: BenchSchool },
  folder: string,
  options: { readonly openings: number; readonly marks: number; readonly restSeconds: number },
): Promise<AppRound> {
  const { school, teacher } = of;
  const device = await filledDevice(of, folder);
  try {
    const { page } = device;
    const session = await watchProcessor(page);
    const [first] = teacher.classes;
    if (!first) throw new Error('No class');
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
        // Those of the large course, whatever class the other pages are of.
        'class grades': {
          path: sectionPath('grades', { schoolClass: first.id, day, hour: 2 }),
          selector: '[role=grid] tbody tr',
          atLeast: PUPILS,
        },
        proposals: {
          path: sectionPath('proposals', { schoolClass: first.id, day, hour: 2 }),
          selector: 'article table tbody tr',
          atLeast: ROWS_IN_SIGHT,
        },
      };
      for (const [name, shown] of Object.entries(pages) as [OpenedPage, PaintedPage][])
        painted.set(name, [
          ...(painted.get(name) ?? []),
          await openedToPainted(page, session, shown, SYNC_PATH),
        ]);
    }
    const today = { path: hourPath(TODAY, first.id, 1), selector: '[role=row][data-mark]', atLeast: PUPILS };
    const mark = await markToPainted(page, today, options.marks);
    await session.detach();
    const middle = (name: OpenedPage): Opening => {
      const all = painted.get(name) ?? [];
      return {
        milliseconds: median(all.map((one) => one.milliseconds)),
        processor: median(all.map((one) => one.processor)),
        still: median(all.map((one) => one.still)),
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
        'class grades': middle('class grades'),
        proposals: middle('proposals'),
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
