import { expect, test } from '../fixtures/world.ts';
import { RegisterApp } from '../pages/register-app.ts';

test('wrong passwords are slowed down, also across a restart and without network @keyring-both', async ({
  world,
}) => {
  const teacher = world.account('teacher');
  const first = await world.device('shared-pc');
  const register = new RegisterApp(first.page);
  await register.signIn(teacher);
  await register.expectAllSent();
  await first.quit();
  await world.server.stop('SIGKILL');

  const second = await world.device('shared-pc');
  const locked = new RegisterApp(second.page);
  // The third wrong password costs seconds, each further one more: the button waits, and so does this test.
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await locked.enterUnlockPassword(`sbagliata-${attempt}`);
    // The field is emptied when the answer is there; the notice may still be the one before.
    await expect(second.page.getByLabel('Password', { exact: true })).toHaveValue('');
    await expect(second.page.getByRole('alert')).toBeVisible();
  }
  await expect(second.page.getByRole('button', { name: 'Sblocca' })).toBeDisabled();
  await second.kill();

  // The fifteen seconds of the fourth begin anew with the app, and a slow machine may need as long to start it.
  const started = performance.now();
  const third = await world.device('shared-pc');
  const still = new RegisterApp(third.page);
  const alert = third.page.getByRole('alert');
  await still.enterUnlockPassword(teacher.password);
  await expect(alert.or(still.signOutButton()).first()).toBeVisible();
  if (await alert.isVisible()) {
    await expect(alert).toContainText('Troppi tentativi');
    await expect(third.page.getByRole('button', { name: 'Sblocca' })).toBeEnabled({ timeout: 60_000 });
    await still.enterUnlockPassword(teacher.password);
  }
  await still.expectOpen();
  expect(performance.now() - started).toBeGreaterThan(15_000);
});

test('somebody without an account on this PC is told what a sign-in without network needs', async ({
  world,
}) => {
  await world.server.stop('SIGKILL');
  const { page } = await world.device('new-pc');
  const { username, password } = world.account('teacher');
  await new RegisterApp(page).enterCredentials(username, password);
  await expect(page.getByRole('alert')).toContainText('La scuola non è raggiungibile');
});

test('locks itself when nobody uses it, and draws nothing of the register behind', async ({ world }) => {
  const teacher = world.account('teacher');
  const { page } = await world.device('idle-pc', { idleSeconds: 30 });
  const register = new RegisterApp(page);
  // A busy machine opens the register so slowly that it is locked before anybody has looked.
  await register.enterCredentials(teacher.username, teacher.password);
  await expect(page.getByText('il computer non veniva usato')).toBeVisible({ timeout: 120_000 });
  await expect(register.roll()).toHaveCount(0);
  await register.unlock(teacher.password);
});
