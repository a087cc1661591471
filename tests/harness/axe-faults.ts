import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What of a page axe looks at; all of it by all rules when nothing is said. */
interface Part {
  /** A selector. */
  readonly within?: string;
  /** Names of rules. */
  readonly rules?: string[];
}

/** What axe finds wrong in a page, one line a place; the pages have no frames, so the page alone is looked at. */
export async function axeFaults(page: Page, { within, rules }: Part = {}): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    // To describe what is right takes a third of the time.
    resultTypes: ['violations'],
    ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}),
  });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
}
