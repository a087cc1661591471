import type { CDPSession, Page } from 'playwright';
import { median } from '../harness/statistics.ts';

/** A page of the app: its address, and what is on the screen when it is painted. */
export interface PaintedPage {
  readonly path: string;
  readonly selector: string;
  /** So many of them. */
  readonly atLeast: number;
}

/** How long a page took, and how much processor time its thread had of it: where others use the machine too, the second says more. */
export interface Opening {
  readonly milliseconds: number;
  readonly processor: number;
}

/** Lets a page tell of the processor time of its thread. */
export async function watchProcessor(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** From the change of the address until the page has been painted with all that it shows; from another page, each time. */
export async function openedToPainted(
  page: Page,
  session: CDPSession,
  shown: PaintedPage,
  elsewhere: string,
): Promise<Opening> {
  await go(page, elsewhere);
  await page.locator(shown.selector).first().waitFor({ state: 'detached' });
  const before = await processorOf(session);
  const milliseconds = await page.evaluate(async ({ path, selector, atLeast }) => {
    const frame = async () => await new Promise(requestAnimationFrame);
    await frame();
    const started = performance.now();
    location.hash = path;
    while (document.querySelectorAll(selector).length < atLeast) await frame();
    // The frame in which it is drawn, and the one that shows that it has been.
    await frame();
    await frame();
    return performance.now() - started;
  }, shown);
  return { milliseconds, processor: (await processorOf(session)) - before };
}

/** Milliseconds of processor time that the page's thread has had for its tasks. */
async function processorOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('The page does not tell its processor time');
  return seconds * 1000;
}

/** Milliseconds, in the middle, from the key that marks a pupil until the mark is painted. */
export async function markToPainted(page: Page, shown: PaintedPage, marks: number): Promise<number> {
  await go(page, shown.path);
  await page
    .locator(shown.selector)
    .nth(shown.atLeast - 1)
    .waitFor();
  const times = await page.evaluate(
    async ({ selector, count }) => {
      const frame = async () => await new Promise(requestAnimationFrame);
      const taken: number[] = [];
      const rows = [...document.querySelectorAll<HTMLElement>(selector)].slice(0, count);
      for (const row of rows) {
        const cell = row.querySelector<HTMLElement>('[role=gridcell]');
        if (!cell) throw new Error('A row without a cell');
        cell.focus();
        await frame();
        const before = row.dataset['mark'];
        const started = performance.now();
        const key = before === 'absent' ? 'p' : 'a';
        cell.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        while (row.dataset['mark'] === before) await frame();
        await frame();
        taken.push(performance.now() - started);
      }
      return taken;
    },
    { selector: shown.selector, count: marks },
  );
  return median(times);
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address;
  }, path);
}
