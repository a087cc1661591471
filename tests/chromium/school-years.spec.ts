import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1024, height: 700 } as const;
const YEARS = { name: 'years', search: 'role=principal', hash: '/accounts/years' };

test('D198: a year of which the lessons are over is closed, and opened again with a reason', async ({
  open,
}) => {
  const page = await open(YEARS, LOOK);
  // The periods of a year, which are closed for its grades, have rows of their own below.
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) });
  await expect(row('2026/27')).toContainText('In corso');
  await expect(row('2026/27').getByRole('button')).toHaveCount(0);
  await row('2025/26').getByRole('button', { name: 'Chiudi il 2025/26' }).click();
  const dialog = page.getByRole('dialog', { name: 'Chiudere il 2025/26?' });
  await expect(dialog).toContainText('Da domani nessuno scrive più in quest’anno');
  // Enter alone closes no year.
  await expect(dialog.getByRole('button', { name: 'Annulla' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Chiudi il 2025/26' }).click();
  await expect(page.getByRole('alert')).toContainText('Il 2025/26 è chiuso.');
  await expect(row('2025/26')).toContainText('Chiuso il');

  await row('2025/26').getByRole('button', { name: 'Riapri il 2025/26' }).click();
  const reopening = page.getByRole('dialog', { name: 'Riaprire il 2025/26?' });
  await reopening.getByRole('button', { name: 'Riapri il 2025/26' }).click();
  await expect(reopening).toContainText('Scrivi perché lo riapri.');
  await reopening.getByRole('textbox', { name: 'Motivo' }).fill('Un’assenza da correggere');
  await reopening.getByRole('button', { name: 'Riapri il 2025/26' }).click();
  await expect(row('2025/26')).toContainText('Lezioni finite');
});

test('D198: whoever is not the principal closes a year and does not open it again', async ({ open }) => {
  const page = await open({ ...YEARS, search: 'role=office' }, LOOK);
  const row = page.getByRole('row', { name: /^2025\/26 / });
  await row.getByRole('button', { name: 'Chiudi il 2025/26' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chiudi il 2025/26' }).click();
  await expect(row).toContainText('riapre chi dirige');
  await expect(row.getByRole('button')).toHaveCount(0);
});

/** Opens what is open in 2025/26, and gives the list of it. */
async function openListed(page: Page) {
  await page.getByRole('row', { name: '2025/26' }).getByRole('button', { name: 'Chiudi il 2025/26' }).click();
  return page.getByRole('region', { name: 'Che cosa è ancora aperto' });
}

const WAYS = [
  { way: /^2B: \d+ ore senza firma$/, url: /\/day\/2025-09-15\/2025\.LS\.2B\/1$/ },
  { way: /^2B: \d+ appelli non fatti$/, url: /\/day\/2025-09-15\/2025\.LS\.2B\/1$/ },
  { way: '2B: 1 assenza da giustificare', url: /\/class\/2025\.LS\.2B\/absences\/2026-06-05\/1$/ },
] as const;

for (const { way, url } of WAYS)
  test(`D198: before the year is closed stands what is open in it, with the way to ${way}`, async ({
    open,
  }) => {
    const page = await open({ ...YEARS, search: 'role=principal&scenario=lastYear' }, LOOK);
    const listed = await openListed(page);
    await expect(listed.getByRole('listitem')).toHaveCount(1);
    await expect(listed.getByRole('link')).toHaveCount(4);
    await listed.getByRole('link', { name: way }).click();
    await expect(page.getByRole('region', { name: 'Anno scolastico passato' })).toContainText('sola lettura');
    await expect(page).toHaveURL(url);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2B');
  });

test('D198: what was handed over is decided on in the year under way', async ({ open }) => {
  const page = await open({ ...YEARS, search: 'role=principal&scenario=lastYear' }, LOOK);
  const listed = await openListed(page);
  await listed.getByRole('link', { name: '2B: 1 registrazione consegnata, da decidere' }).click();
  await expect(page).toHaveURL(/\/accounts\/handOvers$/);
  await expect(page).toHaveTitle(/Registrazioni consegnate/);
  await expect(page.getByRole('region', { name: 'Anno scolastico passato' })).toHaveCount(0);
});

test('D76: what is held back from families is held back until a day to come, and stands there as a past one once it is shown', async ({
  open,
}) => {
  const page = await open({ ...YEARS, search: 'role=office' }, LOOK);
  const row = page.getByRole('row', { name: /^Primo quadrimestre/ });
  const asked = page.getByRole('dialog', { name: /^Quando le famiglie vedono i voti/ });
  const day = asked.getByRole('textbox', { name: 'Le famiglie li vedono dal' });
  const ask = async () => await row.getByRole('button', { name: /^Quando le famiglie/ }).click();
  const save = async () => await asked.getByRole('button', { name: 'Salva' }).click();
  await ask();
  await day.fill('01/10/2026');
  await save();
  await expect(asked).toContainText('Scrivi un giorno dopo oggi.');
  await day.fill('10/06/2027');
  await save();
  await expect(row).toContainText('dal 10/06/2027');
  await ask();
  await save();
  await expect(row).toContainText('senza rinvio');
  await expect(row).toContainText('Rinviati prima: fino al');
});
