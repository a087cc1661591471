import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLASS_A, pupilOf } from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import {
  beginWork,
  close,
  endWork,
  openWithClass,
  PLACE,
  when,
  whenStatus,
  type AtWork,
} from './testing/test-staff.ts';

const pupil = pupilOf(CLASS_A, 1);

let { server, line, device }: AtWork = {} as AtWork;
beforeEach(async () => {
  ({ server, line, device } = await beginWork());
});
afterEach(endWork);

async function absentAtServer(): Promise<number> {
  const pull = { attendance: { checkpoint: {}, limit: 100 } };
  const { pull: pulled } = await server.sync(await server.token('carla'), { pull });
  const days = pulled.attendance?.documents ?? [];
  return days.filter((day) => day.kind === 'attendanceDay' && day.events.length > 0).length;
}

test('a correction holds where the app was closed before it heard that the first word had arrived', async () => {
  let register = await openWithClass(device);
  // The server takes the mark, and its answer gets lost.
  line.answer = () => new Response('', { status: 502 });
  await markPupil(register, PLACE, pupil, { kind: 'absent' });
  await expect.poll(absentAtServer).toBe(1);
  await markPupil(register, PLACE, pupil, { kind: 'present' });
  await when(classHour(register, PLACE), (hour) => hour?.counts.absent === 0);
  await close(register);
  line.answer = (answer) => answer;
  register = await openWithClass(device);
  await whenStatus(register, ({ waiting, syncing }) => waiting.length === 0 && !syncing);
  expect(await absentAtServer()).toBe(0);
  await when(classHour(register, PLACE), (hour) => hour?.counts.absent === 0);
});
