import { execFile } from 'node:child_process';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ofKind, signInByApi } from '../fixtures/school-api.ts';
import { TEST_START } from '../fixtures/school-server.ts';
import { expect, test } from '../fixtures/world.ts';
import { RegisterApp } from '../pages/register-app.ts';

const run = promisify(execFile);
const MEGABYTE = 1024 * 1024;

/** A small volume of memory as profile folder; undefined where this user may not mount one. */
async function mountSmallVolume(folder: string): Promise<string | undefined> {
  await mkdir(folder, { recursive: true });
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder]).then(
    () => true,
    () => false,
  );
  return mounted ? folder : undefined;
}

/** Fills a volume to the last block. */
async function fill(volume: string): Promise<string> {
  const ballast = path.join(volume, 'ballast');
  for (const step of [MEGABYTE, 4096]) {
    for (let size = 0; size < 200; size += 1) {
      const { bavail, bsize } = await statfs(volume);
      if (bavail * bsize < step) break;
      const bytes = Buffer.alloc(Math.min(bavail * bsize, 8 * step));
      // The app writes too: what was free may be taken meanwhile.
      await writeFile(`${ballast}-${step}-${size}`, bytes).catch(unlessFull);
    }
  }
  return ballast;
}

function unlessFull(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOSPC') throw error;
}

async function empty(ballast: string): Promise<void> {
  await run('sh', ['-c', `rm -f "${ballast}"-*`]);
}

test('on a disk that fills up, with a restart while it is full: nothing confirmed is lost', async ({
  world,
}) => {
  const volume = await mountSmallVolume(path.join(world.folder, 'small-disk'));
  test.skip(volume === undefined, 'mounting a small volume needs the rights of root on Linux');
  if (volume === undefined) return;
  try {
    const userData = path.join(volume, 'profile');
    const teacher = world.account('teacher');
    const first = await world.device('small', { userData });
    const register = new RegisterApp(first.page);
    await register.signIn(teacher);
    await register.openHour(0);
    await register.expectAllSent();
    await world.server.stop('SIGKILL');
    await register.markAndSee(1, 'a', 'absent');

    // From here on the disk takes nothing more; the journal's reserve still confirms a roll call.
    const ballast = await fill(volume);
    const marked = [2, 3, 4, 5, 6];
    for (const number of marked) await register.markAndSee(number, 'a', 'absent');
    await first.kill();

    const second = await world.device('small', { userData });
    const onFullDisk = new RegisterApp(second.page);
    await onFullDisk.unlock(teacher.password);
    await expect(onFullDisk.syncState()).toContainText(/[6-9] in attesa|\d\d in attesa/);
    await second.kill();

    await empty(ballast);
    const third = await world.device('small', { userData });
    const afterwards = new RegisterApp(third.page);
    await afterwards.unlock(teacher.password);
    await expect(afterwards.syncState()).toContainText(/[6-9] in attesa|\d\d in attesa/);
    await world.server.start();
    await afterwards.expectAllSent();
    await afterwards.openHour(0);
    for (const number of [1, ...marked])
      await expect(afterwards.pupil(number)).toHaveAttribute('data-mark', 'absent');
    const api = await signInByApi(world.server.url, teacher);
    const today = ofKind(await api.readAll('attendance'), 'attendanceDay').filter(
      ({ day }) => day === TEST_START.slice(0, 10),
    );
    const absent = today.filter(({ events }) => events.some(({ kind }) => kind === 'absent'));
    expect(absent.length).toBeGreaterThanOrEqual(marked.length + 1);
  } finally {
    await world.quitDevices();
    await run('umount', ['-l', volume]).catch(() => undefined);
    await rm(volume, { recursive: true, force: true });
  }
});
