import { ofKind, signInByApi } from '../fixtures/school-api.ts';
import { expect, test, type World } from '../fixtures/world.ts';
import { RegisterApp } from '../pages/register-app.ts';

/** Two devices of two teachers with the same class and hour open. */
async function colleagues(world: World): Promise<readonly [RegisterApp, RegisterApp]> {
  const [one, two] = [world.account('teacher', 0), world.account('teacher', 1)];
  const first = new RegisterApp((await world.device('first')).page);
  await first.signIn(one);
  await first.openHour(0);
  const second = new RegisterApp((await world.device('second')).page);
  await second.signIn(two);
  const place = new URL(first.page.url()).hash || new URL(first.page.url()).pathname;
  await second.goTo(place);
  await expect(second.pupil(1)).toBeVisible();
  await first.expectAllSent();
  await second.expectAllSent();
  return [first, second];
}

test('a mark shows on the colleague’s screen within two seconds', async ({ world }) => {
  const [first, second] = await colleagues(world);
  await first.mark(4, 'a');
  await expect(second.pupil(4)).toHaveAttribute('data-mark', 'absent', { timeout: 2000 });
  await second.mark(4, 'p');
  await expect(first.pupil(4)).toHaveAttribute('data-mark', 'present', { timeout: 2000 });
});

test('two teachers mark the same pupil differently offline: both converge, history has both, the one who lost is told', async ({
  world,
}) => {
  const [first, second] = await colleagues(world);
  await world.server.stop('SIGKILL');
  await first.markAndSee(6, 'a', 'absent');
  await second.mark(6, 'r');
  await second.press(['Enter']);
  await expect(second.pupil(6)).toHaveAttribute('data-mark', 'late');
  await world.server.start();
  await first.expectAllSent();
  await second.expectAllSent();

  // The later entry stands on both devices.
  await expect(first.pupil(6)).toHaveAttribute('data-mark', 'late');
  await expect(second.pupil(6)).toHaveAttribute('data-mark', 'late');
  await expect(first.syncState()).toContainText(/da controllare/);
  await expect(second.syncState()).not.toContainText(/da controllare/);
  await first.openSyncCentre();
  const conflict = first.page.getByRole('region', { name: 'Conflitti' });
  await expect(conflict).toContainText('Assente');
  await expect(conflict).toContainText('Entrata alle');
  await conflict.getByRole('button', { name: 'Ho visto' }).click();
  await expect(first.syncState()).not.toContainText(/da controllare/);

  const api = await signInByApi(world.server.url, world.account('teacher'));
  const notices = ofKind(await api.readAll('personal'), 'conflictNotice');
  expect(notices).toHaveLength(1);
  const versions = await api.history('attendance', notices[0]?.record ?? '');
  const kinds = versions.flatMap(({ record }) =>
    record.kind === 'attendanceDay' ? record.events.map(({ kind }) => kind) : [],
  );
  expect(kinds).toEqual(expect.arrayContaining(['absent', 'entry']));
});
