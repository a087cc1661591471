import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { sectionPath } from '../../renderer/ui/routes.ts';
import { openDesktop } from '../app/desktop.ts';
import { openEmptyApp } from '../app/empty-app.ts';
import { filledDevice } from '../app/filled-device.ts';
import { startChildServer } from '../harness/child-server.ts';
import { median } from '../harness/statistics.ts';
import { seedServer } from '../product/seed-server.ts';
import { TODAY } from '../school/bench-school.ts';
import { emptyColumns, LARGE_COURSE } from '../school/course-grades.ts';
import { pagesRoster, pagesSchool, pagesYear, PUPILS, readBy, teacherNamed } from '../school/pages-school.ts';
import { bareContestant, listened, marksOf, type Contestants } from './contestants.ts';

const GRID = '[role=grid]';

/** The gradebook of a class in the app, over its register, journal and server, and the bare table in the same Electron. */
export interface CourseInApp extends Contestants {
  /** Fails unless the marks of a round stand in the columns of so many turns. */
  hasWritten(round: number, scale: { readonly marks: number; readonly turns: number }): Promise<void>;
  /** Milliseconds, in the middle, from the Enter after a mark until what its column comes to is painted. */
  markToAverage(round: number, marks: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens the large course of a teacher of six classes, with a year of them on the device. */
export async function openCourseInApp(folder: string): Promise<CourseInApp> {
  const school = pagesSchool();
  const teacher = teacherNamed(school, 'six');
  const [roster, year] = [pagesRoster(school), pagesYear(school, 'six')];
  const [data, own] = [path.join(folder, 'server'), path.join(folder, 'app')];
  for (const each of [data, own]) await mkdir(each);
  await seedServer(data, school, year, roster);
  const server = await startChildServer(new URL('../product/our-server.ts', import.meta.url), [data]);
  const desktop = await openDesktop();
  const documents = readBy(school, 'six', [...roster, ...year]);
  const device = await filledDevice({ teacher, server: server.url, documents }, own);
  const empty = await openEmptyApp(desktop.executable, path.join(folder, 'empty'));

  const { page } = device;
  const columns = emptyColumns(teacher);
  const column = (turn: number) => `td[data-column="${columns[turn] ?? ''}"]`;
  const [first] = teacher.classes;
  if (!first) throw new Error('No class');
  await page.evaluate(
    (address) => {
      location.hash = address;
    },
    sectionPath('grades', { schoolClass: first.id, day: TODAY, hour: 1 }),
  );
  const row = page.locator(`${GRID} tbody tr`).first();
  await row.waitFor();
  const from = LARGE_COURSE.columns - LARGE_COURSE.empty;
  return {
    ours: await listened(page, {
      begin: (turn) => row.locator(column(turn)),
      region: `[role=region]:has(${GRID})`,
    }),
    bare: await bareContestant(empty.page, { rows: PUPILS, columns: LARGE_COURSE.columns, from }),
    async hasWritten(round, { marks, turns }) {
      const wanted = marksOf(round, marks).join(' ');
      for (let turn = 0; turn <= turns; turn += 1) {
        const cells = await page.locator(`${GRID} tbody ${column(turn)}`).allInnerTexts();
        const found = cells.slice(0, marks).join(' ');
        if (found !== wanted) throw new Error(`The marks ${wanted} were to be written, there are ${found}`);
      }
    },
    async markToAverage(round, marks) {
      const last = column(columns.length - 1);
      await page.bringToFront();
      await row.locator(last).click();
      const times: number[] = [];
      for (const mark of marksOf(round, marks)) {
        await page.keyboard.press(mark);
        await watchFoot(page, `${GRID} tfoot ${last}`);
        await page.keyboard.press('Enter');
        times.push(
          await page.evaluate(
            () => (globalThis as unknown as { readonly footChanged: Promise<number> }).footChanged,
          ),
        );
      }
      return median(times);
    },
    async close() {
      empty.close();
      await device.kill();
      await server.stop();
      await desktop.close();
    },
  };
}

/** From the next Enter on, how long it takes until something else stands in a cell of the foot. */
async function watchFoot(page: Page, selector: string): Promise<void> {
  await page.evaluate((foot) => {
    const text = () => document.querySelector(foot)?.textContent;
    const before = text();
    const footChanged = new Promise<number>((resolve) => {
      window.addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = () => {
            if (text() === before) requestAnimationFrame(look);
            // The frame in which it is drawn, and the one that shows that it has been.
            else requestAnimationFrame(() => resolve(performance.now() - timeStamp));
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
    Object.assign(globalThis, { footChanged });
  }, selector);
}
