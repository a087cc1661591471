import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import { ofKind, signInByApi, type SchoolApi } from '../fixtures/school-api.ts';
import { TEST_START } from '../fixtures/school-server.ts';
import { expect, test } from '../fixtures/world.ts';
import { RegisterApp } from '../pages/register-app.ts';

const today = TEST_START.slice(0, 10);

test('a school day without network: written, closed, opened again, killed, and everything arrives once @keyring-both', async ({
  world,
}) => {
  const teacher = world.teacherOfThreeClasses();
  const before = await attendanceToday(await signInByApi(world.server.url, teacher));
  const first = await world.device('classroom');
  const register = new RegisterApp(first.page);
  await register.signIn(teacher);
  await expect(register.hours().nth(2)).toBeVisible();
  await register.expectAllSent();

  // The server dies: nothing on the screen waits for it.
  await world.server.stop('SIGKILL');
  world.line.setFault({ kind: 'refuse' });
  await expect(register.syncState()).toHaveAccessibleName(/Non in linea/);
  for (const hour of [0, 1, 2]) {
    await register.openHour(hour);
    if (hour < 2) await register.sign(`Lezione senza rete ${hour + 1}`);
    await register.markAndSee(2, 'a', 'absent');
    await register.markAndSee(5, 'a', 'absent');
    await register.markAndSee(5, 'p', 'present');
    await register.confirmRollCall();
  }
  await expect(register.syncState()).toContainText(/\d+ in attesa/);

  // Closing warns, and the entries stay.
  const gone = first.gone();
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await first.page.getByRole('dialog').getByRole('button', { name: 'Chiudi', exact: true }).last().click();
  await gone;

  // Opened again, still without network: a wrong password is refused and slowed down, the right one opens everything.
  const second = await world.device('classroom');
  const again = new RegisterApp(second.page);
  await again.enterUnlockPassword('non-questa-password');
  await expect(second.page.getByRole('alert')).toContainText('Password non corretta');
  await again.unlock(teacher.password);
  await expect(again.syncState()).toContainText(/\d+ in attesa/);
  for (const hour of [0, 1, 2]) {
    await again.openHour(hour);
    await expect(again.pupil(2)).toHaveAttribute('data-mark', 'absent');
    await expect(again.pupil(5)).toHaveAttribute('data-mark', 'present');
  }
  await again.openHour(1);
  await expect(second.page.getByLabel('Argomento')).toHaveValue('Lezione senza rete 2');

  // A power cut in the middle of a roll call: what the screen has shown is there.
  await again.openHour(2);
  const marked = [7, 8, 9, 10, 11, 12];
  for (const number of marked) await again.markAndSee(number, 'a', 'absent');
  await second.kill();
  const third = await world.device('classroom');
  const after = new RegisterApp(third.page);
  await after.unlock(teacher.password);
  await after.openHour(2);
  for (const number of marked) await expect(after.pupil(number)).toHaveAttribute('data-mark', 'absent');

  // The network is back: everything arrives, each entry once.
  await world.server.start();
  world.line.setFault({ kind: 'pass' });
  await after.expectAllSent();
  const api = await signInByApi(world.server.url, teacher);
  const days = (await attendanceToday(api)).filter((day) => !before.some(({ id }) => id === day.id));
  const absent = days.filter((day) => day.events.some((event) => event.kind === 'absent'));
  expect(absent.length).toBeGreaterThanOrEqual(marked.length + 1);
  const versions = (
    await Promise.all(days.map(async (day) => await api.history('attendance', day.id)))
  ).flat();
  expect(new Set(versions.map(({ record }) => record.entry)).size).toBe(versions.length);
  expect(versions.every(({ recordedAt, receivedAt }) => recordedAt <= receivedAt)).toBe(true);
  const lessons = ofKind(await api.readAll('lessons'), 'lesson').filter(({ day }) => day === today);
  const signed = lessons.filter(({ topic }) => topic.startsWith('Lezione senza rete'));
  expect(signed.map(({ signatures }) => signatures.length)).toEqual([1, 1]);
});

async function attendanceToday(api: SchoolApi): Promise<readonly AttendanceDay[]> {
  return ofKind(await api.readAll('attendance'), 'attendanceDay').filter(({ day }) => day === today);
}
