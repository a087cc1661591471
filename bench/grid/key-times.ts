import type { CDPSession, Page } from 'playwright';

/** What keys cost in a page. */
export interface KeyTimes {
  /** From each key to its painted frame, in milliseconds. */
  readonly painted: readonly number[];
  /** Script for a key, in milliseconds of the processor, on average; that which runs on after its frame is its own too. */
  readonly script: number;
}

/** How long everything has that a key has set going, in milliseconds. */
const SETTLED = 1000;

interface Listening {
  readonly painted: readonly number[];
  /** Resolves when so many keys are painted. */
  readonly until: (count: number) => Promise<void>;
}

/** Listens from now on to how long each key takes until what it did is painted. Runs in the page. */
export function listenToKeys(): void {
  const painted: number[] = [];
  let tell = (): void => undefined;
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      tell = () => {
        if (painted.length >= count) resolve();
      };
      tell();
    });
  Object.assign(globalThis, { keyTimes: { painted, until } satisfies Listening });
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        // Handed over by the frame: it comes when that frame has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener(
          'message',
          () => {
            painted.push(performance.now() - timeStamp);
            tell();
          },
          { once: true },
        );
        port1.start();
        port2.postMessage(undefined);
      });
    },
    { capture: true },
  );
}

/** Presses keys one after the other, each when the one before has been painted. */
export async function pressAll(page: Page, session: CDPSession, keys: readonly string[]): Promise<KeyTimes> {
  const before = await paintedSoFar(page);
  const scriptBefore = await scriptSeconds(session);
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key);
    await page.evaluate(
      (count) => (globalThis as unknown as { readonly keyTimes: Listening }).keyTimes.until(count),
      before.length + index + 1,
    );
  }
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const script = ((await scriptSeconds(session)) - scriptBefore) * 1000;
  const painted = (await paintedSoFar(page)).slice(before.length);
  return { painted, script: script / keys.length };
}

/** Which way a region is scrolled. */
export type ScrollWay = 'scrollTop' | 'scrollLeft';

/** Scrolls the region by a step with each frame, and answers how long each frame took, in milliseconds. Runs in the page. */
export async function scrollFrames([selector, way, step, frames]: readonly [
  string,
  ScrollWay,
  number,
  number,
]): Promise<readonly number[]> {
  const region = document.querySelector(selector);
  if (!region) throw new Error(`${selector} is not there`);
  region[way] = 0;
  const frame = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(resolve);
    });
  const times: number[] = [];
  let last = await frame();
  for (let count = 0; count < frames; count += 1) {
    region[way] += step;
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times;
}

async function paintedSoFar(page: Page): Promise<readonly number[]> {
  return await page.evaluate(
    () => (globalThis as unknown as { readonly keyTimes: Listening }).keyTimes.painted,
  );
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'ScriptDuration');
  if (!found) throw new Error('The browser does not say how long scripts ran');
  return found.value;
}
