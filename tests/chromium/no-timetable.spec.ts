import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

test('before there is a timetable every role reads that, and what comes next', async ({ open }) => {
  const openAs = async (role: string) =>
    await open({ name: 'unplanned', search: `scenario=unplanned&role=${role}` }, LOOK);

  const office = (await openAs('office')).getByRole('main');
  await expect(office.getByText('L’orario delle lezioni non c’è ancora')).toBeVisible();
  await expect(office.getByText(/in «Accessi» si possono già creare gli account/)).toBeVisible();
  await expect(office.getByText('Nessuna classe ha lezione')).toHaveCount(0);

  const teacher = (await openAs('teacher')).getByRole('main');
  await expect(teacher.getByRole('heading', { name: 'L’orario delle lezioni non c’è ancora' })).toBeVisible();
  await expect(teacher.getByText(/Quando la scuola lo inserisce/)).toBeVisible();
  await expect(teacher.getByText(/l’orario non prevede/)).toHaveCount(0);

  const family = (await openAs('parent')).getByRole('main');
  await expect(family.getByText('L’orario della classe non c’è ancora')).toBeVisible();
  await expect(family.getByRole('table')).toHaveCount(0);
});
