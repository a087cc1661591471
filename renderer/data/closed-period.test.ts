import { filter, firstValueFrom, timeout } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../domain/base/local-date.ts';
import { attendanceDayId } from '../../domain/kinds/attendance-day/record.ts';
import type { HourPlace } from '../../domain/school/hour-place.ts';
import { CLASS_A, pupilOf, SCHOOL, schoolRecords, TODAY } from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { classHour } from '../features/class-hour/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { signLesson } from '../kinds/lesson/commands.ts';
import { classJustifications, type ClassJustifications } from '../views/class-justifications.ts';
import type { Register } from './register.ts';
import { closeRegisters, deviceOf, lineTo, openComplete, whenStatus } from './testing/test-staff.ts';

const DAY = 86_400_000;
const pupil = pupilOf(CLASS_A, 1);
const place: HourPlace = { day: addDays(TODAY, -3), schoolClass: CLASS_A, hour: 1 };

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

/** As the office opens the term meeting of class A, or the period again. */
async function close(isClosed: boolean): Promise<void> {
  const years = schoolRecords().filter((record) => record.kind === 'schoolYear');
  const frozen = isClosed ? { frozen: [{ period: 0, class: CLASS_A }] } : {};
  await server.roster.write(
    SCHOOL,
    years.map((year) => ({ ...year, ...frozen })),
  );
}

const hourOf = (register: Register, fits: (closed: string | undefined) => boolean) =>
  firstValueFrom(
    classHour(register, place).pipe(
      filter((hour) => hour !== undefined && fits(hour.closed)),
      timeout(30_000),
    ),
  );

test('D104: what was marked without a line for a period that has been closed stays on the device with the reason, and is taken when it is open again', async () => {
  const line = await lineTo(server, 'anna');
  const register = await openComplete(deviceOf(line));
  line.online = false;
  await markPupil(register, place, pupil, { kind: 'absent' });
  await close(true);
  server.clock.now += DAY;
  line.online = true;
  register.status.syncNow();
  const { refused } = await whenStatus(register, (status) => status.refused.length > 0);
  expect(refused).toMatchObject([
    {
      refusal: { reason: 'periodClosed' },
      record: { id: attendanceDayId(place.day, pupil), events: [{ kind: 'absent', hour: 1 }] },
    },
  ]);
  await close(false);
  register.status.syncNow();
  await hourOf(register, (closed) => closed === undefined);
  const again = await markPupil(register, place, pupil, { kind: 'absent' });
  expect(again.ok).toBe(true);
  await whenStatus(register, ({ waiting }) => waiting.length === 0);
  const read = await server.sync(await server.token('anna'), {
    pull: { attendance: { checkpoint: {}, limit: 100 } },
  });
  expect(read.pull.attendance?.documents).toMatchObject([{ events: [{ kind: 'absent' }] }]);
});

test('D104: a device that knows of it takes neither a mark nor a signature, and shows the hour as closed', async () => {
  await close(true);
  const register = await openComplete(deviceOf(await lineTo(server, 'anna')));
  await hourOf(register, (closed) => closed === 'periodClosed');
  const refused = { ok: false, failure: { reason: 'periodClosed' } };
  expect(await markPupil(register, place, pupil, { kind: 'absent' })).toMatchObject(refused);
  expect(await signLesson(register, place, { topic: 'Le frazioni', activity: '' })).toMatchObject(refused);
  const today = { ...place, day: TODAY };
  expect(await markPupil(register, today, pupil, { kind: 'absent' })).toMatchObject({ ok: true });
});

test('D104: what is to be justified of a closed day is shown as closed, and nobody is asked to decide it until it is open again', async () => {
  const register = await openComplete(deviceOf(await lineTo(server, 'anna')));
  const shown = (fits: (of: ClassJustifications) => boolean) =>
    firstValueFrom(
      classJustifications(register, CLASS_A).pipe(
        filter((of) => of !== undefined && fits(of)),
        timeout(30_000),
      ),
    );
  await markPupil(register, place, pupil, { kind: 'absent' });
  await shown(({ countOf }) => countOf.get(pupil) === 1);
  await whenStatus(register, ({ waiting }) => waiting.length === 0);
  await close(true);
  register.status.syncNow();
  const closed = await shown(({ open }) => open[0]?.isPeriodClosed ?? false);
  expect(closed?.open).toMatchObject([{ pupil, from: place.day, open: [] }]);
  expect(closed?.countOf.size).toBe(0);
  await close(false);
  register.status.syncNow();
  const again = await shown(({ countOf }) => countOf.get(pupil) === 1);
  expect(again?.open).toMatchObject([{ pupil, isPeriodClosed: false }]);
});
