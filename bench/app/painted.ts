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
  /** Milliseconds until what it then shows is painted as HTML that is ready, with no program and no data: what no page of this look can be faster than here. */
  readonly still: number;
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
  const processor = (await processorOf(session)) - before;
  return { milliseconds, processor, still: await stillToPainted(page) };
}

/** Paints a copy of what the page shows in its place, and takes it away again. */
async function stillToPainted(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const frame = async () => await new Promise(requestAnimationFrame);
    const main = document.querySelector('main');
    if (!main) throw new Error('A page without a main part');
    const html = main.innerHTML;
    const copy = main.cloneNode(false) as HTMLElement;
    main.after(copy);
    main.style.display = 'none';
    await frame();
    await frame();
    const started = performance.now();
    copy.innerHTML = html;
    await frame();
    await frame();
    const took = performance.now() - started;
    copy.remove();
    main.style.removeProperty('display');
    return took;
  });
}

/** Milliseconds of processor time that the page's thread has had for its tasks. */
async function processorOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('The page does not tell its processor time');
  return seconds * 1000;
}

/** Milliseconds, in the middle, until a mark is painted. */
export interface Mark {
  /** From the key that marks a pupil. */
  readonly milliseconds: number;
  /** Of the changed row alone, as HTML that is ready, in a still copy of the page. */
  readonly still: number;
}

/** Marks pupils, and paints each of the rows once more in a copy of the page. */
export async function markToPainted(page: Page, shown: PaintedPage, marks: number): Promise<Mark> {
  await go(page, shown.path);
  await page
    .locator(shown.selector)
    .nth(shown.atLeast - 1)
    .waitFor();
  const times = await page.evaluate(
    async ({ selector, count }) => {
      const frame = async () => await new Promise(requestAnimationFrame);
      const taken: number[] = [];
      const still: number[] = [];
      const drawn: string[] = [];
      const main = document.querySelector('main');
      if (!main) throw new Error('A page without a main part');
      const copy = main.cloneNode(true) as HTMLElement;
      const rows = [...main.querySelectorAll<HTMLElement>(selector)].slice(0, count);
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
        drawn.push(row.outerHTML);
      }
      main.after(copy);
      main.style.display = 'none';
      await frame();
      await frame();
      for (const [index, row] of [...copy.querySelectorAll(selector)].slice(0, count).entries()) {
        const started = performance.now();
        row.outerHTML = drawn[index] ?? '';
        await frame();
        await frame();
        still.push(performance.now() - started);
      }
      copy.remove();
      main.style.removeProperty('display');
      return { taken, still };
    },
    { selector: shown.selector, count: marks },
  );
  return { milliseconds: median(times.taken), still: median(times.still) };
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address;
  }, path);
}
