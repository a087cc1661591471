import { startBenchHost } from '../harness/bench-host.ts';
import { openBenchPage } from '../harness/browser.ts';
import type { FigurePlan, Suite, Target } from '../harness/suite.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import type { LocalStoresTask } from '../page/local-stores.ts';

const FULL: Omit<LocalStoresTask, 'round'> = { documents: 20_000, queries: 200, saves: 60 };
const QUICK: Omit<LocalStoresTask, 'round'> = { documents: 3_000, queries: 30, saves: 10 };

const NAMES = {
  queryMedian: 'class-day query, p50',
  queryP95: 'class-day query, p95',
  saveMedian: 'whole-class save to screen, p50',
  saveP95: 'whole-class save to screen, p95',
  readAll: 'full read',
  insert: 'insert in 1,000s',
} as const;

const TARGETS: Partial<Record<keyof typeof NAMES, Target>> = {
  queryP95: { ratio: 1, absolute: 50, text: '9: ≤ 1.0 × stock, ≤ 50 ms' },
  queryMedian: { ratio: 1.3, text: '13: ≤ 1.3 × stock' },
  saveP95: { ratio: 1.2, text: '10: ≤ 1.2 × stock' },
  readAll: { ratio: 1.5, text: '13: ≤ 1.5 × stock' },
  insert: { ratio: 1 / 1.3, text: '13: ≥ 0.77 × stock (1.3 × slower)' },
};

function figures(): readonly FigurePlan[] {
  return (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((measure) => {
    const common = {
      measure,
      unit: measure === 'insert' ? 'docs/s' : 'ms',
      better: measure === 'insert' ? 'more' : 'less',
    } as const;
    const target = TARGETS[measure];
    return [
      {
        ...common,
        name: `${NAMES[measure]} : stock`,
        peer: 'stock',
        peerName: 'RxDB + Dexie',
        ...(target && { target }),
      },
      { ...common, name: `${NAMES[measure]} : raw`, peer: 'raw', peerName: 'raw IndexedDB' },
    ];
  });
}

/** The journal is reached by HTTP here and by a message in the application: tells how much of a save that is. */
const JOURNAL: FigurePlan = {
  name: 'of it the journal, p50',
  measure: 'journal',
  unit: 'ms',
  better: 'less',
  peer: 'save',
  peerName: 'our whole save',
};

/** Our encrypted and journaled store against stock RxDB on Dexie and raw IndexedDB, in one Chromium page. */
export const localStore: Suite = {
  name: 'local-store',
  title: 'the device’s store in Chromium',
  figures: [...figures(), JOURNAL],
  async start({ quick }) {
    const folder = await temporaryFolder('local-store');
    const host = await startBenchHost(folder.path);
    return {
      async round(number) {
        const page = await openBenchPage(host.url, folder.path, number);
        try {
          return await page.run('measureLocalStores', { round: number, ...(quick ? QUICK : FULL) });
        } finally {
          await page.close();
        }
      },
      async close() {
        await host.close();
        await folder.remove();
      },
    };
  },
};
