import { setTimeout as delay } from 'node:timers/promises';
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

/** Marks a pupil on one device; answers after how many milliseconds the other one shows it. */
async function timeToShow(
  [from, to]: readonly [RegisterApp, RegisterApp],
  number: number,
  [letter, mark]: readonly [string, string],
): Promise<number> {
  await expect(to.pupil(number)).not.toHaveAttribute('data-mark', mark);
  const pressed = performance.now();
  await from.mark(number, letter);
  // Other expectations look at times that are further and further apart.
  await expect.poll(async () => await to.markOf(number), { intervals: [20], timeout: 60_000 }).toBe(mark);
  return performance.now() - pressed;
}

/** A device that is told nothing takes its line for dead after 30 seconds, and asks anew; whoever is told shows a mark long before. */
const LONG_BEFORE_ASKING_ANEW = 10_000;

test('a mark shows on the colleague’s screen by itself, in both directions', async ({ world }) => {
  const [first, second] = await colleagues(world);
  const there: number[] = [];
  const back: number[] = [];
  for (const number of [4, 5, 7, 8, 9]) {
    there.push(await timeToShow([first, second], number, ['a', 'absent']));
    back.push(await timeToShow([second, first], number, ['p', 'present']));
  }
  // The best of several: the machine that the tests run on may be busy with something else for seconds.
  expect(Math.min(...there), `${there.join(', ')} ms`).toBeLessThan(LONG_BEFORE_ASKING_ANEW);
  expect(Math.min(...back), `${back.join(', ')} ms`).toBeLessThan(LONG_BEFORE_ASKING_ANEW);
});

test('two teachers mark the same pupil differently offline: both converge, history has both, the one who lost is told', async ({
  world,
}) => {
  const [first, second] = await colleagues(world);
  await world.server.stop('SIGKILL');
  await first.markAndSee(6, 'a', 'absent');
  // Each device takes the time from the server, wrong by up to half of what its answer took: the later mark is later by more than that.
  await delay(3_000);
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
