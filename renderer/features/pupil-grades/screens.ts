import { must } from '../../../domain/base/assert.ts';
import { classes, pupilsOf } from '../../../tests/harness/school/demo-class.ts';
import type { Screen } from '../../../tests/harness/screen.ts';

const [first] = classes;
/** With a name that is long, and marks of every sort. */
const pupil = must(
  pupilsOf.get(first.id)?.find(({ surname }) => surname.startsWith('De Benedictis')),
  'a pupil of the first class',
).id;
const PAGE = `/pupil-grades/${first.id}/${pupil}`;

/** One pupil in all subjects. */
export const screens: readonly Screen[] = [
  { name: 'pupil-grades', search: 'scenario=council', hash: PAGE },
  { name: 'pupil-grades-primary', search: 'scenario=councilPrimary', hash: PAGE },
  { name: 'pupil-grades-frozen', search: 'scenario=councilFrozen', hash: PAGE },
  { name: 'pupil-grades-nothing', search: 'scenario=calm&role=principal', hash: PAGE },
  { name: 'pupil-grades-not-here', search: 'scenario=calm', hash: '/pupil-grades/2026.LS.1A/nobody' },
  {
    name: 'pupil-grades-what-if',
    search: 'scenario=council',
    hash: `${PAGE}/matematica`,
    async act(page) {
      const maths = page.getByRole('region', { name: 'Matematica' });
      await maths.getByText(/E se…|What if…/).click();
      await maths
        .getByText(/Andamento|Trend/)
        .first()
        .click();
      await maths.getByRole('textbox').fill('7 8+');
      await maths.getByText(/sarebbe|would be/).waitFor();
    },
  },
  {
    name: 'pupil-grades-printed',
    paper: true,
    search: 'scenario=council',
    hash: PAGE,
    async act(page) {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.emulateMedia({ media: 'print' });
    },
  },
];
