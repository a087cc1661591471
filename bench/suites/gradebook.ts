import { openCourseInApp } from '../grid/course-in-app.ts';
import { scrollInTurns, writeInTurns, type Contestants, type OfBoth } from '../grid/contestants.ts';
import { openGridAlone } from '../grid/grid-alone.ts';
import type { FigurePlan, Suite } from '../harness/suite.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

/** A class, its assessments of a year, and how many marks are written in each of the turns. */
const CLASS = { rows: 30, columns: 60, marks: 20, turns: 4 };
/** As many pupils as one grid ever has. */
const LARGE = { rows: 200, columns: 60, step: 120, frames: 50 };
/** A course is wider than high. */
const ACROSS = { way: 'scrollLeft', step: 60, frames: 40 } as const;
const QUICK = { marks: 5, turns: 2, frames: 15 };
/** What a key may cost in script, in milliseconds, and how much longer than the bare table's a frame may be. */
const [SCRIPT, FRAME] = [4, 32];
/** What is felt as at once. */
const AT_ONCE = 100;

const common = { unit: 'ms', better: 'less' } as const;
const BARE = { peer: 'bare', peerName: 'a bare table of fields' };
const ALLOWED = { peer: 'allowed', peerName: 'the bare table’s + 32 ms' };

/** What is measured of keys, in the app and of the grid alone. */
const ofKeys = (name: string, measure: string): readonly FigurePlan[] => [
  {
    ...common,
    ...BARE,
    name: `${name}, key to painted, p50`,
    measure: `${measure} p50`,
    target: { ratio: 1.3, text: 'gradebook: ≤ 1.3 × the bare table' },
  },
  {
    ...common,
    ...BARE,
    name: `${name}, key to painted, p95`,
    measure: `${measure} p95`,
    target: { ratio: 2, text: 'gradebook: ≤ 2 × the bare table' },
  },
  {
    ...common,
    ...BARE,
    name: `${name}, script of a key`,
    measure: `${measure} script`,
    target: { absolute: SCRIPT, text: 'gradebook: ≤ 4 ms' },
  },
];

/** The same of scrolling. */
const ofScrolling = (name: string, measure: string): readonly FigurePlan[] => [
  {
    ...common,
    ...ALLOWED,
    name: `${name}, longest frame while scrolling`,
    measure: `${measure} scroll`,
    target: { ratio: 1, text: 'gradebook: no frame > bare + 32 ms' },
  },
  { ...common, ...BARE, name: `${name}, frame while scrolling, p50`, measure: `${measure} scroll p50` },
];

const figures: readonly FigurePlan[] = [
  ...ofKeys('course of 30 × 60', 'course'),
  {
    ...common,
    name: 'course of 30 × 60, Enter to its average painted, p50',
    measure: 'average',
    peer: 'bound',
    peerName: 'what is felt as at once',
    target: { ratio: 1, text: 'gradebook: ≤ 100 ms' },
  },
  ...ofScrolling('course of 30 × 60', 'course'),
  ...ofKeys('the grid alone, 30 × 60', 'grid'),
  ...ofScrolling('the grid alone, 200 × 60', 'grid'),
];

/** The gradebook of a class in the app, and its grid alone, each beside a bare HTML table of fields. */
export const gradebook: Suite = {
  name: 'gradebook',
  title: 'the gradebook in the app, and its grid alone in Chromium, beside a bare table',
  figures,
  async start({ quick }) {
    const scale = { ...CLASS, ...(quick ? QUICK : {}) };
    const frames = quick ? QUICK.frames : undefined;
    const folder = await temporaryFolder('gradebook');
    const alone = await openGridAlone(folder.path);
    const course = await openCourseInApp(folder.path);
    return {
      async round(number) {
        const written = await writeInTurns(course, scale, number);
        await course.hasWritten(number, scale);
        const average = await course.markToAverage(number, scale.marks);
        const across = await scrollInTurns(course, { ...ACROSS, frames: frames ?? ACROSS.frames }, number);

        const small = await alone.open(CLASS.rows, CLASS.columns);
        const keys = await writeInTurns(small, scale, number);
        await closeBoth(small);
        const large = await alone.open(LARGE.rows, LARGE.columns);
        const down = { way: 'scrollTop', step: LARGE.step, frames: frames ?? LARGE.frames } as const;
        const scrolled = await scrollInTurns(large, down, number);
        await closeBoth(large);
        return {
          'course p50': written.p50,
          'course p95': written.p95,
          'course script': written.script,
          average: { ours: average, bound: AT_ONCE },
          'course scroll': allowed(across.longest),
          'course scroll p50': across.p50,
          'grid p50': keys.p50,
          'grid p95': keys.p95,
          'grid script': keys.script,
          'grid scroll': allowed(scrolled.longest),
          'grid scroll p50': scrolled.p50,
        };
      },
      async close() {
        await course.close();
        await alone.close();
        await folder.remove();
      },
    };
  },
};

function allowed({ ours, bare }: OfBoth) {
  return { ours, allowed: bare + FRAME };
}

async function closeBoth({ ours, bare }: Contestants): Promise<void> {
  for (const { page } of [ours, bare]) await page.context().close();
}
