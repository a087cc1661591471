import path from 'node:path';
import { chromium } from 'playwright';
import { ensureChromium } from '../../build/system/chromium.ts';
import type { Round } from './suite.ts';
import type { PageTasks } from '../page/bench.page.ts';

/** What a browser does by itself must not compete for the processor. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium with the measuring page open. */
export interface BenchPage {
  /** Runs one of the page's tasks; what it takes and gives are plain JSON values. */
  run<T extends keyof PageTasks>(task: T, argument: Parameters<PageTasks[T]>[0]): Promise<Round>;
  close(): Promise<void>;
}

/** Opens the page of a host in a Chromium with a new profile on the disk: the storage of a private window would be in memory. */
export async function openBenchPage(url: string, folder: string, round: number): Promise<BenchPage> {
  const context = await chromium.launchPersistentContext(path.join(folder, `profile-${round}`), {
    executablePath: await ensureChromium(),
    headless: true,
    args: FLAGS,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('pageerror', (error) => console.error('  in the page:', error.message));
  await page.goto(url);
  await page.waitForFunction(() => 'campanellaBench' in globalThis);
  return {
    async run(task, argument) {
      const result = await page.evaluate(
        async ([name, content]) => {
          const { campanellaBench } = globalThis as unknown as {
            readonly campanellaBench: Record<string, (argument: unknown) => Promise<unknown>>;
          };
          return await campanellaBench[name]?.(content);
        },
        [task, argument] as const,
      );
      // The cast: every task of the page answers a round.
      return result as Round;
    },
    close: () => context.close(),
  };
}
