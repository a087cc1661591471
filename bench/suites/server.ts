import { startChildServer, type ChildServer } from '../harness/child-server.ts';
import { percentile } from '../harness/statistics.ts';
import { inTurns, type FigurePlan, type Round, type Suite } from '../harness/suite.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import type { LoadDevice, LoadResult } from '../load/jobs.ts';
import { startLoadProcess, type LoadProcess } from '../load/load-process.ts';
import { FIRST_SAVER, PUSHERS, SAVERS, serverSchool } from '../load/server-school.ts';
import { seedServer } from '../product/seed-server.ts';
import { signIn } from '../product/sign-in.ts';

interface Amounts {
  readonly documents: number;
  readonly warmUp: number;
  readonly savesEach: number;
}

const FULL: Amounts = { documents: 20_000, warmUp: 3_000, savesEach: 150 };
const QUICK: Amounts = { documents: 3_000, warmUp: 600, savesEach: 15 };

interface Contestant {
  readonly name: string;
  readonly server: ChildServer;
  /** One device for each teacher, signed in. */
  readonly devices: readonly LoadDevice[];
}

const FLOOR = { peer: 'floor', peerName: 'HTTP + SQLite FULL' } as const;
const perSecond = { unit: 'docs/s', better: 'more' } as const;

const figures: readonly FigurePlan[] = [
  {
    name: 'server push, batch 1000',
    measure: 'push1000',
    ...perSecond,
    ...FLOOR,
    target: { ratio: 0.4, text: '1: ≥ 0.4 × floor' },
  },
  { name: 'server push, batch 100', measure: 'push100', ...perSecond, ...FLOOR },
  {
    name: 'server pull, batch 1000',
    measure: 'pull1000',
    ...perSecond,
    ...FLOOR,
    target: { ratio: 0.4, text: '2: ≥ 0.4 × floor' },
  },
  { name: 'server pull, batch 100', measure: 'pull100', ...perSecond, ...FLOOR },
  {
    name: 'class saves, 16 clients',
    measure: 'saves',
    unit: 'saves/s',
    better: 'more',
    ...FLOOR,
    target: { ratio: 0.35, absolute: 500, text: '7: ≥ 0.35 × floor, ≥ 500/s' },
  },
  { name: 'class saves, 16 clients, p50', measure: 'saveMedian', unit: 'ms', better: 'less', ...FLOOR },
  {
    name: 'class saves, 16 clients, p99',
    measure: 'saveP99',
    unit: 'ms',
    better: 'less',
    ...FLOOR,
    target: { absolute: 50, text: '7: ≤ 50 ms' },
  },
  { name: 'server CPU for all of it', measure: 'cpu', unit: 's', better: 'less', ...FLOOR },
];

/** Our server with rights, validation and history, against the least that can store the same bytes durably. */
export const server: Suite = {
  name: 'server',
  title: 'push, pull and class saves against a bare HTTP + SQLite server',
  figures,
  async start({ quick }) {
    const school = serverSchool();
    const load = startLoadProcess();
    return {
      round: async (number) => {
        const folder = await temporaryFolder('server');
        await seedServer(folder.path, school);
        const ours = await startChildServer(new URL('../product/our-server.ts', import.meta.url), [
          folder.path,
        ]);
        const floor = await startChildServer(new URL('../floor/floor-server.ts', import.meta.url), [
          folder.path,
        ]);
        // Before the clock starts: a password costs more processor time than many class saves.
        const devices: LoadDevice[] = [];
        for (const [teacher, who] of school.teachers.entries())
          devices.push({ teacher, token: await signIn(ours.url, who) });
        const nobody = school.teachers.map((_, teacher) => ({ teacher, token: `teacher-${teacher}` }));
        const contestants: readonly Contestant[] = [
          { name: 'ours', server: ours, devices },
          { name: 'floor', server: floor, devices: nobody },
        ];
        try {
          return await measure(inTurns(contestants, number), load, quick ? QUICK : FULL);
        } finally {
          await Promise.all([ours.stop(), floor.stop()]);
          await folder.remove();
        }
      },
      close: () => load.stop(),
    };
  },
};

async function measure(
  contestants: readonly Contestant[],
  load: LoadProcess,
  { documents, warmUp, savesEach }: Amounts,
): Promise<Round> {
  const each = async (work: (contestant: Contestant) => Promise<number>) => {
    const values: Record<string, number> = {};
    for (const contestant of contestants) values[contestant.name] = await work(contestant);
    return values;
  };
  const move = (kind: 'push' | 'pull', teacher: number, batch: number, count = documents) =>
    each(async ({ server: { url }, devices }) => {
      const device = devices[teacher];
      if (!device) throw new Error(`No teacher ${teacher}`);
      const { seconds } = await load.run({ kind, url, device, documents: count, batch });
      return count / seconds;
    });

  await move('push', PUSHERS.warmUp, 100, warmUp);
  await move('pull', PUSHERS.warmUp, 100, warmUp);
  const before = await each(({ server: { cpuSeconds } }) => cpuSeconds());
  const push100 = await move('push', PUSHERS.batch100, 100);
  const push1000 = await move('push', PUSHERS.batch1000, 1000);
  const pull100 = await move('pull', PUSHERS.batch100, 100);
  const pull1000 = await move('pull', PUSHERS.batch1000, 1000);
  const results = new Map<string, LoadResult>();
  const saves = await each(async ({ name, server: { url }, devices }) => {
    const savers = devices.slice(FIRST_SAVER, FIRST_SAVER + SAVERS);
    const result = await load.run({ kind: 'saves', url, devices: savers, savesEach });
    results.set(name, result);
    return (SAVERS * savesEach) / result.seconds;
  });
  const latency = (share: number) =>
    each(({ name }) => Promise.resolve(percentile(results.get(name)?.latencies ?? [], share)));
  const cpu = await each(
    async ({ name, server: { cpuSeconds } }) => (await cpuSeconds()) - (before[name] ?? 0),
  );
  const [saveMedian, saveP99] = [await latency(0.5), await latency(0.99)];
  return { push100, push1000, pull100, pull1000, saves, saveMedian, saveP99, cpu };
}
