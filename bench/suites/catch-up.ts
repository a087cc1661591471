import { startBenchHost } from '../harness/bench-host.ts';
import { openBenchPage } from '../harness/browser.ts';
import { startChildServer } from '../harness/child-server.ts';
import type { FigurePlan, Suite } from '../harness/suite.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { seedServer } from '../product/seed-server.ts';
import { signIn } from '../product/sign-in.ts';
import { catchUpSchool } from '../school/catch-up-school.ts';

const FULL_DAYS = 50;
const QUICK_DAYS = 10;

const STOCK = { peer: 'stock', peerName: 'RxDB + Dexie' } as const;
const PLAIN = { peer: 'plain', peerName: 'fetch alone' } as const;
const RATE = { unit: 'docs/s', better: 'more' } as const;

const figures: readonly FigurePlan[] = [
  {
    name: 'catch-up after class saves : stock',
    measure: 'saves',
    ...RATE,
    ...STOCK,
    target: { ratio: 1.3, text: '12: ≥ 1.3 × stock' },
  },
  { name: 'catch-up after class saves : fetch', measure: 'saves', ...RATE, ...PLAIN },
  {
    name: 'catch-up after a bulk import : stock',
    measure: 'bulk',
    ...RATE,
    ...STOCK,
    target: { ratio: 5, text: '12: ≥ 5 × stock' },
  },
];

/** A device that was offline delivers what it has: our data layer, stock replication, and plain requests. */
export const catchUp: Suite = {
  name: 'catch-up',
  title: 'what was written offline goes to the server, in Chromium',
  figures,
  async start({ quick }) {
    const school = catchUpSchool();
    const [teacher] = school.teachers;
    if (!teacher) throw new Error('No teacher');
    return {
      async round(number) {
        const folder = await temporaryFolder('catch-up');
        await seedServer(folder.path, school);
        const server = await startChildServer(new URL('../product/our-server.ts', import.meta.url), [
          folder.path,
        ]);
        const host = await startBenchHost(folder.path);
        host.setUpstream({ url: server.url, token: await signIn(server.url, teacher) });
        const page = await openBenchPage(host.url, folder.path, number);
        try {
          return await page.run('measureCatchUp', { round: number, days: quick ? QUICK_DAYS : FULL_DAYS });
        } finally {
          await page.close();
          await host.close();
          await server.stop();
          await folder.remove();
        }
      },
      close: () => Promise.resolve(),
    };
  },
};
