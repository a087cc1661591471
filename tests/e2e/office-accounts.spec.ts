import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { must } from '../../domain/base/assert.ts';
import { className } from '../../domain/kinds/class/record.ts';
import { readLetters } from '../fixtures/letters.ts';
import { ofKind, signInByApi } from '../fixtures/school-api.ts';
import { expect, test } from '../fixtures/world.ts';
import { AccountPages } from '../pages/account-pages.ts';

test('S10 the letters of a class take three clicks; whoever is blocked is out at the next contact', async ({
  world,
}) => {
  const clerk = world.account('office');
  const office = await signInByApi(world.server.url, clerk);
  const classes = ofKind(await office.readAll('roster'), 'class');
  // One whose name is enough, although the school has two levels.
  const isAlone = (name: string) => classes.filter((one) => className(one) === name).length === 1;
  const schoolClass = must(
    classes.find((one) => one.level === 'lowerSecondary' && isAlone(className(one))),
    'a class',
  );
  const issued = await office.request('/api/office/accounts/issue', {
    method: 'POST',
    body: JSON.stringify({ classId: schoolClass.id }),
  });
  expect(issued.status).toBe(200);

  const { page, app } = await world.device('office-pc');
  const pages = new AccountPages(page);
  await pages.signIn(clerk.username, clerk.password);
  await pages.expectOpen();
  await page
    .getByRole('navigation', { name: 'Pagine' })
    .getByRole('link', { name: /Accessi/ })
    .click();
  const file = path.join(world.folder, 'lettere.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);

  await page.getByRole('button', { name: 'Lettere di una classe' }).click();
  await page
    .getByRole('group', { name: 'Classe' })
    .getByRole('button', { name: new RegExp(`^${className(schoolClass)}\\b`) })
    .first()
    .click();
  await page.getByRole('button', { name: /^Salva il PDF/ }).click();
  await expect(page.getByText(/letter[ae] salvat[ae]/)).toBeVisible();
  const letters = await readLetters(await readFile(file));
  expect(letters.length).toBeGreaterThan(20);
  const letter = must(letters[0], 'a letter');
  expect(letter.text).toContain(className(schoolClass));

  const family = await world.device('family-pc');
  const parent = new AccountPages(family.page);
  await parent.signIn(letter.username, letter.password);
  await parent.choosePassword('un treno per il mare');
  const blocked = await office.request('/api/office/accounts/block', {
    method: 'POST',
    body: JSON.stringify({ usernames: [letter.username], reason: 'Prova' }),
  });
  expect(blocked.status).toBe(200);
  await expect(family.page.getByText('Account bloccato').first()).toBeVisible({ timeout: 60_000 });
  await expect(parent.signOutButton()).toBeHidden();
});
