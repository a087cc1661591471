import { bucketsOf } from '../../domain/entries/buckets-of.ts';
import { readScope } from '../../domain/access/bucket.ts';
import { startBenchHost } from '../harness/bench-host.ts';
import { openBenchPage } from '../harness/browser.ts';
import { startChildServer } from '../harness/child-server.ts';
import type { FigurePlan, Suite } from '../harness/suite.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { seedServer } from '../product/seed-server.ts';
import { signIn } from '../product/sign-in.ts';
import { SCHOOL } from '../school/bench-school.ts';
import { rosterRecords } from '../school/roster-records.ts';
import { teacherYear } from '../school/teacher-year.ts';
import { yearSchool } from '../school/year-school.ts';

const QUICK_DAYS = 25;

const figures: readonly FigurePlan[] = [
  {
    name: 'first sync : stock',
    measure: 'rate',
    unit: 'docs/s',
    better: 'more',
    peer: 'stock',
    peerName: 'RxDB + Dexie',
    target: { ratio: 1, text: '11: ≥ 1.0 × stock' },
  },
  {
    name: 'first sync : fetch + raw',
    measure: 'rate',
    unit: 'docs/s',
    better: 'more',
    peer: 'raw',
    peerName: 'fetch + raw IndexedDB',
    target: { ratio: 0.5, text: '11: ≥ 0.5 × floor' },
  },
  {
    name: 'first sync, today’s classes usable',
    measure: 'usable',
    unit: 's',
    better: 'less',
    peer: 'stock',
    peerName: 'all of it, RxDB + Dexie',
    target: { absolute: 1.5, text: '11: ≤ 1.5 s' },
  },
];

/** A new device receives a teacher's year from our server: our client, stock replication, and the least that is possible. */
export const firstSync: Suite = {
  name: 'first-sync',
  title: 'a teacher’s year onto a new device, in Chromium',
  figures,
  async start({ quick }) {
    const folder = await temporaryFolder('first-sync');
    const school = yearSchool();
    const [teacher] = school.teachers;
    if (!teacher) throw new Error('No teacher');
    const days = quick ? school.days.slice(-QUICK_DAYS) : school.days;
    const year = teacherYear({ ...school, days }, teacher);
    await seedServer(folder.path, school, year);
    const classes = teacher.classes.map(({ id }) => id);
    const scope = new Set(readScope({ school: SCHOOL, person: teacher.person, roles: ['teacher'], classes }));
    const pushed = [...rosterRecords(school), ...year].filter((record) =>
      bucketsOf(record).some((bucket) => scope.has(bucket)),
    );
    // The server adds a name list of each class of the school.
    const documents = pushed.length + school.classes.length;
    console.error(`  ${documents} documents`);

    const server = await startChildServer(new URL('../product/our-server.ts', import.meta.url), [
      folder.path,
    ]);
    const host = await startBenchHost(folder.path);
    return {
      async round(number) {
        // A new session each round: an access token lives ten minutes, a long run longer.
        host.setUpstream({ url: server.url, token: await signIn(server.url, teacher) });
        const page = await openBenchPage(host.url, folder.path, number);
        try {
          return await page.run('measureFirstSync', { round: number, documents });
        } finally {
          await page.close();
        }
      },
      async close() {
        await host.close();
        await server.stop();
        await folder.remove();
      },
    };
  },
};
