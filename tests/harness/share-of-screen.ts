import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { WINDOWS } from './windows.ts';

/** What of a screen is looked at in one run. */
export interface ShareOfScreen {
  /** In which axe looks at it: contrast is by far its dearest rule. */
  readonly themes: readonly ['light' | 'dark', ...'dark'[]];
  readonly windows: readonly (typeof WINDOWS)[number][];
}

/** Windows of a screen that a usual run looks at beside the smallest one, where most goes wrong. */
const OTHER_WINDOWS = 2;

/** Whether all is looked at: a night's run, or whoever has changed how things look (CAMPANELLA_TEST_BUDGET above 1). */
const ALL = Number(process.env['CAMPANELLA_TEST_BUDGET'] ?? 1) > 1;

/**
 * What a run looks at of a screen: of the themes one, of the windows the smallest and two more. Which ones, the commit says: the same commit
 * always gives the same answer, and those to come look at the rest.
 */
export function shareOfScreen(screen: string, commit = COMMIT, all = ALL): ShareOfScreen {
  if (all) return { themes: ['light', 'dark'], windows: WINDOWS };
  const dice = createHash('sha256').update(`${commit} ${screen}`).digest();
  const smallest = WINDOWS.length - 1;
  const others = [...WINDOWS.keys()]
    .filter((index) => index !== smallest)
    .sort((one, other) => (dice[one] ?? 0) - (dice[other] ?? 0))
    .slice(0, OTHER_WINDOWS);
  return {
    themes: [(dice.at(-1) ?? 0) % 2 === 0 ? 'light' : 'dark'],
    windows: WINDOWS.filter((_, index) => index === smallest || others.includes(index)),
  };
}

const COMMIT = commit();

/** The commit of the tree; nothing where the project is not under version control. */
function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  } catch {
    return '';
  }
}
