import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import type { Checkpoint } from '../../domain/protocol/endpoints/register/sync.ts';
import { classDay, marked } from '../school/attendance-days.ts';
import type { BenchSchool, BenchTeacher } from '../school/bench-school.ts';
import { createSeeded } from '../school/seeded.ts';
import type { LoadJob, LoadResult } from './jobs.ts';
import { serverSchool } from './server-school.ts';
import { createSyncClient, pushBody, requireStored, type SyncClient } from './sync-client.ts';

type JobOf<K extends LoadJob['kind']> = Extract<LoadJob, { readonly kind: K }>;

const school = serverSchool();

process.on('message', (job) => {
  // The cast: the parent sends nothing but jobs.
  void carryOut(job as LoadJob).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error('  load:', error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));

async function carryOut(job: LoadJob): Promise<LoadResult> {
  const client = createSyncClient(job.url);
  try {
    if (job.kind === 'push') return await push(client, job);
    if (job.kind === 'pull') return await pull(client, job);
    return await saves(client, job);
  } finally {
    client.close();
  }
}

async function push(client: SyncClient, job: JobOf<'push'>): Promise<LoadResult> {
  const documents = yearOf(school, teacherOf(job.device.teacher)).slice(0, job.documents);
  const bodies: { readonly text: string; readonly rows: number }[] = [];
  for (let from = 0; from < documents.length; from += job.batch) {
    const rows = documents.slice(from, from + job.batch).map((next) => ({ assumed: null, next }));
    bodies.push({ text: pushBody(rows), rows: rows.length });
  }
  return await timed(async (latency) => {
    for (const { text, rows } of bodies)
      requireStored(await latency(() => client.post(job.device.token, text)), rows);
  });
}

async function pull(client: SyncClient, job: JobOf<'pull'>): Promise<LoadResult> {
  return await timed(async (latency) => {
    let checkpoint: Checkpoint = {};
    let received = 0;
    for (let more = true; more;) {
      const body = JSON.stringify({
        protocol: PROTOCOL_VERSION,
        client: 'bench',
        push: {},
        pull: { attendance: { checkpoint, limit: job.batch } },
      });
      const { pull: pages } = await latency(() => client.post(job.device.token, body));
      if (!pages.attendance) throw new Error('No page');
      received += pages.attendance.documents.length;
      ({ checkpoint, more } = pages.attendance);
    }
    if (received !== job.documents) throw new Error(`${received} documents pulled of ${job.documents}`);
  });
}

/** Every device marks its class day after day, and goes round again where the year is too short. */
async function saves(client: SyncClient, job: JobOf<'saves'>): Promise<LoadResult> {
  const prepared = job.devices.map((device) => ({ device, bodies: savesOf(device.teacher, job.savesEach) }));
  return await timed(async (latency) => {
    await Promise.all(
      prepared.map(async ({ device, bodies }) => {
        for (const body of bodies)
          requireStored(
            await latency(() => client.post(device.token, body)),
            teacherOf(device.teacher).classes[0]?.pupils.length ?? 0,
          );
      }),
    );
  });
}

function savesOf(number: number, count: number): readonly string[] {
  const seeded = createSeeded(100 + number);
  const teacher = teacherOf(number);
  const [schoolClass] = teacher.classes;
  if (!schoolClass) throw new Error('A teacher without a class cannot save');
  const states = new Map<string, readonly AttendanceDay[]>();
  return Array.from({ length: count }, (_, index) => {
    const day = school.days[index % school.days.length];
    if (day === undefined) throw new Error('No lesson days');
    const before = states.get(day);
    const after = before
      ? before.map((document) => marked(seeded, document))
      : classDay(seeded, { schoolClass, day }, teacher.person);
    states.set(day, after);
    return pushBody(after.map((next, row) => ({ assumed: before?.[row] ?? null, next })));
  });
}

function yearOf({ days }: BenchSchool, teacher: BenchTeacher): readonly AttendanceDay[] {
  const seeded = createSeeded(10 + Number(teacher.username.split('.').at(-1)));
  return days.flatMap((day) =>
    teacher.classes.flatMap((schoolClass) => classDay(seeded, { schoolClass, day }, teacher.person)),
  );
}

function teacherOf(number: number): BenchTeacher {
  const teacher = school.teachers[number];
  if (!teacher) throw new Error(`No teacher ${number}`);
  return teacher;
}

type Latency = <T>(request: () => Promise<T>) => Promise<T>;

async function timed(work: (latency: Latency) => Promise<void>): Promise<LoadResult> {
  const latencies: number[] = [];
  const started = performance.now();
  await work(async (request) => {
    const sent = performance.now();
    const answer = await request();
    latencies.push(performance.now() - sent);
    return answer;
  });
  return { seconds: (performance.now() - started) / 1000, latencies };
}
