import type { Page } from 'playwright';
import type { Screen } from '../../../tests/harness/screen.ts';

const MATRIX = '/class/2026.LS.1A/grades-of-all/2026-11-23/2';

/** Until the pupils are there, and their hours of absence, which come last. */
const whole = async (page: Page) => {
  await page.getByRole('grid', { name: /^(Quadro (dei voti|delle valutazioni)|Overview of)/ }).waitFor();
  await page.getByRole('columnheader', { name: /Ore assenza|Hours absent/ }).waitFor();
};

/** A class in all its subjects. */
export const screens: readonly Screen[] = [
  { name: 'class-matrix', search: 'scenario=council', hash: MATRIX, act: whole },
  { name: 'class-matrix-principal', search: 'scenario=council&role=principal', hash: MATRIX, act: whole },
  { name: 'class-matrix-primary', search: 'scenario=councilPrimary', hash: MATRIX, act: whole },
  { name: 'class-matrix-frozen', search: 'scenario=councilFrozen', hash: MATRIX, act: whole },
  { name: 'class-matrix-empty', search: 'scenario=calm&role=principal', hash: MATRIX, act: whole },
  { name: 'class-matrix-not-open', search: 'scenario=calm', hash: MATRIX },
  {
    name: 'class-matrix-printed',
    paper: true,
    search: 'scenario=council',
    hash: MATRIX,
    async act(page) {
      await whole(page);
      await page.emulateMedia({ media: 'print' });
    },
  },
];
