import { must } from '../../domain/base/assert.ts';
import type { OfficeHandOvers } from '../../domain/protocol/endpoints/session/hand-over.ts';
import { ofKind, signInByApi } from '../fixtures/school-api.ts';
import { expect, test } from '../fixtures/world.ts';
import { AccountPages } from '../pages/account-pages.ts';
import { RegisterApp } from '../pages/register-app.ts';

test('a teacher whom the office has blocked hands over what waits, on a computer that a colleague uses too', async ({
  world,
}) => {
  const teacher = world.teacherOfThreeClasses();
  const ofSchool = (role: string) =>
    must(
      world.accounts.find((each) => each.role === role && each.school === teacher.school),
      `one in the role ${role}`,
    );
  const colleague = ofSchool('teacher');
  const clerk = ofSchool('office');
  const device = await world.device('shared-pc');
  const { page } = device;
  const register = new RegisterApp(page);
  const pages = new AccountPages(page);
  const list = page.getByRole('main').getByRole('list').first();

  await test.step('two marks wait when the line is down, and the office closes the account', async () => {
    await register.signIn(teacher);
    await register.openHour(0);
    await register.expectAllSent();
    await world.server.stop('SIGKILL');
    await register.markAndSee(1, 'a', 'absent');
    await register.markAndSee(2, 'a', 'absent');
    await page.keyboard.press('Control+l');
    await expect(page.getByText('Registro bloccato')).toBeVisible();
    await world.server.start();
    const office = await signInByApi(world.server.url, clerk);
    const body = JSON.stringify({ usernames: [teacher.username], reason: 'Supplenza finita' });
    const blocked = await office.request('/api/office/accounts/block', { method: 'POST', body });
    expect(await blocked.json()).toMatchObject({ done: 1 });
  });

  await test.step('the next contact locks the account, and does not keep the colleague out', async () => {
    await register.enterUnlockPassword(teacher.password);
    await expect(page.getByText('Account bloccato')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Entra con un altro account' }).click();
    await expect(page.getByRole('heading', { name: 'Account su questo computer' })).toBeVisible();
    await pages.signIn(colleague.username, colleague.password);
    await register.expectOpen();
    await pages.signOut();
  });

  await test.step('from the list of accounts, by keyboard, the entries go to the office', async () => {
    const closed = list.getByRole('listitem').filter({ hasText: 'Bloccato' });
    await expect(closed).toContainText('registrazioni da inviare');
    await closed.getByRole('button').first().press('Enter');
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
    await page.keyboard.type(teacher.password);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/registrazioni consegnate alla segreteria/)).toBeVisible();
    await page.getByRole('button', { name: 'Torna agli account' }).click();
    await expect(closed).not.toContainText('da inviare');
  });

  await test.step('which takes them into the register in the name of their author', async () => {
    const office = await signInByApi(world.server.url, clerk);
    const answer = await office.request('/api/office/hand-overs');
    const { entries } = (await answer.json()) as OfficeHandOvers;
    expect(entries.map(({ username }) => username)).toEqual(entries.map(() => teacher.username));
    const body = JSON.stringify({ ids: entries.map(({ id }) => id), take: true });
    const settled = await office.request('/api/office/hand-overs/settle', { method: 'POST', body });
    expect(await settled.json()).toEqual({ done: entries.length, refused: [] });
    const written = new Set(entries.map(({ record }) => (record as { readonly id?: string }).id));
    const days = ofKind(await office.readAll('attendance'), 'attendanceDay');
    expect(days.filter(({ id }) => written.has(id))).toHaveLength(2);
  });
});
