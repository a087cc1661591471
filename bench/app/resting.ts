import type { ElectronApplication, Page } from 'playwright';
import { memoryOf, type Memory } from './memory.ts';

/** The memory of a program after its pages have thrown away what they do not need, and nobody has touched it for a while. */
export async function memoryAtRest(
  app: ElectronApplication,
  page: Page,
  restSeconds: number,
): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await new Promise((resolve) => setTimeout(resolve, restSeconds * 1000));
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const { pid } = app.process();
  if (pid === undefined) throw new Error('The program has ended');
  return await memoryOf(pid);
}
