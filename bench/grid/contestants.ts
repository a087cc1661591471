import type { CDPSession, Locator, Page } from 'playwright';
import { percentile } from '../harness/statistics.ts';
import { inTurns } from '../harness/suite.ts';
import { drawBareTable } from './bare-table.ts';
import { listenToKeys, pressAll, scrollFrames, type KeyTimes, type ScrollWay } from './key-times.ts';

const NAMES = ['ours', 'bare'] as const;
type Name = (typeof NAMES)[number];

/** A grid or a table in a window of its own. */
export interface Contestant {
  readonly page: Page;
  readonly session: CDPSession;
  /** What is clicked to begin in a column, from the first one that is written. */
  readonly begin: (turn: number) => Locator;
  /** What is scrolled. */
  readonly region: string;
}

/** Both of them. */
export type Contestants = Readonly<Record<Name, Contestant>>;

/** A value of each. */
export type OfBoth = Readonly<Record<Name, number>>;

/** Listens to a page that shows what is measured. */
export async function listened(
  page: Page,
  { begin, region }: Pick<Contestant, 'begin' | 'region'>,
): Promise<Contestant> {
  await page.evaluate(listenToKeys);
  const session = await page.context().newCDPSession(page);
  // In time of the processor: what other programs take from it is not the grid's.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session, begin, region };
}

/** Draws the bare table into an empty page; what is written begins at a column. */
export async function bareContestant(
  page: Page,
  { rows, columns, from }: { readonly rows: number; readonly columns: number; readonly from: number },
): Promise<Contestant> {
  await page.evaluate(drawBareTable, [rows, columns] as const);
  const row = page.locator('tbody tr').first();
  await row.waitFor();
  return await listened(page, {
    begin: (turn) =>
      row
        .locator('td')
        .nth(from + turn)
        .locator('input'),
    region: '#region',
  });
}

/** Writes columns of marks by turns, the first of them as a warm-up; how long the keys took until they were painted, and how much script they cost. */
export async function writeInTurns(
  both: Contestants,
  { marks, turns }: { readonly marks: number; readonly turns: number },
  round: number,
): Promise<Readonly<Record<'p50' | 'p95' | 'script', OfBoth>>> {
  const keys = marksOf(round, marks).flatMap((mark) => [mark, 'Enter']);
  const times: Record<Name, KeyTimes[]> = { ours: [], bare: [] };
  for (let turn = -1; turn < turns; turn += 1)
    for (const name of inTurns(NAMES, round)) {
      const { page, session, begin } = both[name];
      await page.bringToFront();
      const cell = begin(turn + 1);
      await cell.evaluate((element) => element.scrollIntoView({ block: 'center', inline: 'center' }));
      await cell.click();
      const measured = await pressAll(page, session, keys);
      if (turn >= 0) times[name].push(measured);
    }
  const painted = (name: Name) => times[name].flatMap((each) => each.painted);
  return {
    p50: ofBoth((name) => percentile(painted(name), 0.5)),
    p95: ofBoth((name) => percentile(painted(name), 0.95)),
    script: ofBoth((name) => times[name].reduce((sum, each) => sum + each.script, 0) / times[name].length),
  };
}

/** The marks that a round writes into a column: other ones than the round before. */
export function marksOf(round: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(4 + ((index + round) % 5)));
}

/** Scrolls both by turns, after having done so once; their longest frame, and the one in the middle. */
export async function scrollInTurns(
  both: Contestants,
  { way, step, frames }: { readonly way: ScrollWay; readonly step: number; readonly frames: number },
  round: number,
): Promise<Readonly<Record<'longest' | 'p50', OfBoth>>> {
  const times: Record<Name, readonly number[]> = { ours: [], bare: [] };
  for (const name of inTurns(NAMES, round)) {
    const { page, region } = both[name];
    await page.bringToFront();
    await page.evaluate(scrollFrames, [region, way, step, frames] as const);
    times[name] = await page.evaluate(scrollFrames, [region, way, step, frames] as const);
  }
  return {
    longest: ofBoth((name) => Math.max(...times[name])),
    p50: ofBoth((name) => percentile(times[name], 0.5)),
  };
}

function ofBoth(value: (name: Name) => number): OfBoth {
  return { ours: value('ours'), bare: value('bare') };
}
