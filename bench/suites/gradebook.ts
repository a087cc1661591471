import path from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright';
import { ensureChromium } from '../../build/system/chromium.ts';
import { serveFolder } from '../../tests/harness/serve-folder.ts';
import { buildTestingPagesInto } from '../../tests/harness/testing-pages.ts';
import { drawBareTable } from '../grid/bare-table.ts';
import { listenToKeys, pressAll, scrollFrames, type KeyTimes } from '../grid/key-times.ts';
import { percentile } from '../harness/statistics.ts';
import { inTurns, type FigurePlan, type Suite } from '../harness/suite.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

/** A class, its assessments of a year, and how many marks are written in each of the turns. */
const CLASS = { rows: 30, columns: 60, marks: 20, turns: 4 };
/** As many pupils as one grid ever has. */
const LARGE = { rows: 200, columns: 60, step: 120, frames: 50 };
const QUICK = { marks: 5, turns: 2, frames: 15 };
/** What a key may cost in script, in milliseconds, and how much longer than the bare table's a frame may be. */
const [SCRIPT, FRAME] = [4, 32];

const common = { unit: 'ms', better: 'less' } as const;
const BARE = { peer: 'bare', peerName: 'a bare table of fields' };

const figures: readonly FigurePlan[] = [
  {
    ...common,
    ...BARE,
    name: '30 × 60, key to painted, p50',
    measure: 'p50',
    target: { ratio: 1.3, text: 'gradebook: ≤ 1.3 × the bare table' },
  },
  {
    ...common,
    ...BARE,
    name: '30 × 60, key to painted, p95',
    measure: 'p95',
    target: { ratio: 2, text: 'gradebook: ≤ 2 × the bare table' },
  },
  {
    ...common,
    ...BARE,
    name: '30 × 60, script of a key',
    measure: 'script',
    target: { absolute: SCRIPT, text: 'gradebook: ≤ 4 ms' },
  },
  {
    ...common,
    name: '200 × 60, longest frame while scrolling',
    measure: 'scroll',
    peer: 'allowed',
    peerName: 'the bare table’s + 32 ms',
    target: { ratio: 1, text: 'gradebook: no frame > bare + 32 ms' },
  },
  { ...common, ...BARE, name: '200 × 60, frame while scrolling, p50', measure: 'scroll p50' },
];

/** A contestant in a window of its own. */
interface Contestant {
  readonly page: Page;
  readonly session: CDPSession;
}

/** The grid of the gradebook beside a bare HTML table of fields, in one Chromium. */
export const gradebook: Suite = {
  name: 'gradebook',
  title: 'the grid of the gradebook beside a bare table, in Chromium',
  figures,
  async start({ quick }) {
    const scale = { ...CLASS, ...LARGE, ...(quick ? QUICK : {}) };
    const folder = await temporaryFolder('gradebook');
    const site = path.join(folder.path, 'site');
    await buildTestingPagesInto(site);
    const server = await serveFolder(site);
    const browser = await chromium.launch({
      executablePath: await ensureChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });

    const open = async (name: 'ours' | 'bare', rows: number, columns: number): Promise<Contestant> => {
      // Each in a context of its own: a window behind another draws nothing.
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
      const address =
        name === 'ours' ? `${server.url}/?scenario=calm&grid=${rows}x${columns}#/grid-test` : 'about:blank';
      await page.goto(address);
      if (name === 'bare') await page.evaluate(drawBareTable, [rows, columns] as const);
      await page.locator('tbody tr').first().waitFor();
      await page.evaluate(listenToKeys);
      const session = await page.context().newCDPSession(page);
      // In time of the processor: what other programs take from it is not the grid's.
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      return { page, session };
    };
    const writeColumn = async (
      { page, session }: Contestant,
      name: string,
      turn: number,
    ): Promise<KeyTimes> => {
      await page.bringToFront();
      const cell = page
        .locator('tbody tr:not([aria-hidden])')
        .first()
        .locator('td')
        .nth(turn + 2);
      await (name === 'bare' ? cell.locator('input') : cell).click();
      const keys = Array.from({ length: scale.marks }, (_, index) => [
        String(4 + (index % 5)),
        'Enter',
      ]).flat();
      return await pressAll(page, session, keys);
    };
    return {
      async round(number) {
        const names = inTurns(['ours', 'bare'] as const, number);
        const times: Record<'ours' | 'bare', KeyTimes[]> = { ours: [], bare: [] };
        const frames: Record<'ours' | 'bare', readonly number[]> = { ours: [], bare: [] };
        const writing = new Map<'ours' | 'bare', Contestant>();
        for (const name of names) writing.set(name, await open(name, CLASS.rows, CLASS.columns));
        // The first column is a warm-up.
        for (let turn = -1; turn < scale.turns; turn += 1)
          for (const [name, contestant] of writing) {
            const measured = await writeColumn(contestant, name, turn + 1);
            if (turn >= 0) times[name].push(measured);
          }
        for (const { page } of writing.values()) await page.context().close();
        for (const name of names) {
          const { page } = await open(name, LARGE.rows, LARGE.columns);
          const region = name === 'ours' ? '[role=region]:has(table)' : '#region';
          await page.evaluate(scrollFrames, [region, scale.step, scale.frames] as const);
          frames[name] = await page.evaluate(scrollFrames, [region, scale.step, scale.frames] as const);
          await page.context().close();
        }
        const painted = (name: 'ours' | 'bare') => times[name].flatMap((each) => each.painted);
        const both = (value: (name: 'ours' | 'bare') => number) => ({
          ours: value('ours'),
          bare: value('bare'),
        });
        return {
          p50: both((name) => percentile(painted(name), 0.5)),
          p95: both((name) => percentile(painted(name), 0.95)),
          script: both(
            (name) => times[name].reduce((sum, each) => sum + each.script, 0) / times[name].length,
          ),
          scroll: { ours: Math.max(...frames.ours), allowed: Math.max(...frames.bare) + FRAME },
          'scroll p50': both((name) => percentile(frames[name], 0.5)),
        };
      },
      async close() {
        await browser.close();
        server.close();
        await folder.remove();
      },
    };
  },
};
