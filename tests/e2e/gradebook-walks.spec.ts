import type { ClassId, SubjectId } from '../../domain/base/ids.ts';
import type { Grade } from '../../domain/kinds/grade/record.ts';
import {
  entriesOfTestDay,
  staffOf,
  TEST_DAY,
  type StaffHour,
  type StaffMember,
} from '../fixtures/demo-staff.ts';
import { ofKind, signInByApi, type SchoolApi } from '../fixtures/school-api.ts';
import { expect, test, type World } from '../fixtures/world.ts';
import { GradeGrid } from '../pages/grade-grid.ts';
import type { RegisterApp } from '../pages/register-app.ts';
import { filledDevice, Keys, openOwnHour, pullTheCable, putTheCableBack } from '../pages/walk.ts';

/** The printed principals: of the school of primary and lower secondary classes, and of the upper secondary one. */
const [PRIMARY, UPPER] = [0, 1];

/** An hour of today whose course a teacher assesses, with who is taught in it. */
interface AssessedHour {
  readonly who: StaffMember;
  readonly own: StaffHour;
  readonly subject: SubjectId;
  readonly pupils: number;
}

interface School {
  readonly api: SchoolApi;
  readonly staff: readonly StaffMember[];
  readonly hours: readonly AssessedHour[];
  /** All who have a course, other than by support. */
  teachersOf(schoolClass: ClassId, subject: SubjectId): readonly StaffMember[];
}

/** What the principal's own computer would know of a demonstration school. */
async function schoolOf(world: World, principal: number): Promise<School> {
  const account = world.account('principal', principal);
  const [api, staff] = await Promise.all([signInByApi(world.server.url, account), staffOf(world, account)]);
  const roster = await api.readAll('roster');
  const timetable = entriesOfTestDay(await api.readAll('timetable'));
  const enrolled = Map.groupBy(
    ofKind(roster, 'enrolment').filter(({ from, to }) => from <= TEST_DAY && (to ?? TEST_DAY) >= TEST_DAY),
    (each) => each.class,
  );
  const assignments = ofKind(roster, 'assignment').filter(
    ({ type, group, from, to }) =>
      (type === 'ordinary' || type === 'lab') &&
      group === undefined &&
      from <= TEST_DAY &&
      (to ?? TEST_DAY) >= TEST_DAY,
  );
  const hours = staff.flatMap((who) =>
    who.hours.flatMap((own) => {
      const entry = timetable.find(
        (each) => each.class === own.schoolClass && each.hour === own.hour && each.group === undefined,
      );
      const isTheirs = assignments.some(
        (each) =>
          each.teacher === who.person && each.class === own.schoolClass && each.subject === entry?.subject,
      );
      if (!entry || !isTheirs) return [];
      const pupils = enrolled.get(own.schoolClass)?.length ?? 0;
      return [{ who, own, subject: entry.subject, pupils }];
    }),
  );
  return {
    api,
    staff,
    hours,
    teachersOf: (schoolClass, subject) =>
      staff.filter((who) =>
        assignments.some(
          (each) => each.teacher === who.person && each.class === schoolClass && each.subject === subject,
        ),
      ),
  };
}

/** The grades of today in a course, as they have reached the school. */
async function gradesOfToday({ api }: School, of: AssessedHour): Promise<readonly Grade[]> {
  return ofKind(await api.readAll('grades'), 'grade').filter(
    (each) => each.day === TEST_DAY && each.class === of.own.schoolClass && each.subject === of.subject,
  );
}

/** Opens the grades of an hour of today by two keys. */
async function openGrades(register: RegisterApp, keys: Keys, { own }: AssessedHour): Promise<GradeGrid> {
  await openOwnHour(register, keys, own);
  await keys.press('Control+2');
  const gradebook = new GradeGrid(register.page);
  await expect(gradebook.grid()).toBeVisible();
  return gradebook;
}

const found = <T>(each: T | undefined, what: string): T => {
  if (each === undefined) throw new Error(`${what} is not in the demonstration of today`);
  return each;
};

test('D47, D48, D56, D78 without a network: a class test of 28, a recovery that replaces, a correction with its reason, and all of it arrives', async ({
  world,
}) => {
  const school = await schoolOf(world, UPPER);
  const hour = found(
    school.hours
      .filter(({ pupils }) => pupils <= 28)
      .toSorted((one, other) => other.pupils - one.pupils)
      .find(({ who, subject, own }) => school.teachersOf(own.schoolClass, subject)[0] === who),
    'A large class',
  );
  const register = await filledDevice(world, hour.who, 'class-test');
  const { page } = register;
  await pullTheCable(world, register);
  const keys = new Keys(page);
  const gradebook = await openGrades(register, keys, hour);

  keys.count();
  const first = await gradebook.newTest(keys);
  const marks = ['7', '4', '8', '9'];
  for (let row = 0; row < hour.pupils; row += 1) await gradebook.type(keys, marks[row % 4] ?? '7');
  await expect(gradebook.cell(hour.pupils + 2, first)).toContainText(`${hour.pupils}/${hour.pupils}`);
  expect(keys.count(), `a class test of ${hour.pupils}, beside the digits`).toBeLessThanOrEqual(60);

  // A second test of the day has its own column; the second pupil recovers the 4 in it.
  const second = await gradebook.newTest(keys);
  expect(second).toBe(first + 1);
  const weak = gradebook.cell(3, second);
  await keys.press('ArrowDown');
  await expect(weak).toBeFocused();
  await gradebook.type(keys, '7½');
  await keys.press('ArrowUp', 'Alt+Enter');
  await expect(gradebook.dialog().locator('[name=mark]')).toBeFocused();
  await gradebook.dialog().locator('summary').filter({ hasText: 'Voto di recupero' }).press('Enter');
  await gradebook.dialog().getByRole('combobox', { name: 'Quale voto recupera' }).press('ArrowDown');
  await page.getByRole('option', { name: /^4 · / }).click();
  await expect(gradebook.dialog().getByRole('radio', { name: 'Sostituisce' })).toBeChecked();
  await gradebook.dialog().getByRole('button', { name: 'Salva' }).press('Enter');
  await expect(gradebook.dialog()).toHaveCount(0);
  await expect(gradebook.cell(3, first)).toHaveAccessibleDescription(/al suo posto vale il recupero/);

  // What families could read for weeks is corrected with its reason, and not without.
  const heads = gradebook.grid().getByRole('columnheader').filter({ hasText: 'Scritto' });
  const earlier = Number(await heads.nth((await heads.count()) - 3).getAttribute('aria-colindex'));
  const plain = page
    .locator(`[data-work] tbody [aria-colindex="${earlier}"]`)
    .filter({ hasText: /^[5-9]/ })
    .first();
  const before = (await plain.innerText()).trim();
  const corrected = gradebook.cell(
    Number(await plain.locator('xpath=..').getAttribute('aria-rowindex')),
    earlier,
  );
  await corrected.focus();
  await gradebook.type(keys, '10');
  const why = page.getByRole('dialog', { name: 'Perché si corregge?' });
  await expect(why.getByRole('textbox')).toBeFocused();
  await gradebook.type(keys, 'Errore di somma');
  await expect(why).toHaveCount(0);
  await expect(corrected).toHaveText(/^10 ✎/);
  await expect(register.syncState()).toContainText(/\d+ in attesa/);

  await putTheCableBack(world, register);
  const arrived = await gradesOfToday(school, hour);
  expect(arrived).toHaveLength(hour.pupils + 1);
  const ofFirst = arrived.filter(({ recovers }) => recovers === undefined);
  expect(ofFirst.filter(({ value }) => value.quarters === 16)).toHaveLength(
    Math.floor((hour.pupils + 2) / 4),
  );
  const recovery = arrived.find(({ recovers }) => recovers !== undefined);
  expect(recovery?.recovers).toEqual({ assessment: ofFirst[0]?.assessment, effect: 'replaces' });
  const all = ofKind(await school.api.readAll('grades'), 'grade');
  const changed = found(
    all.find(({ value }) => value.reason === 'Errore di somma'),
    'The correction',
  );
  const history = await school.api.history('grades', changed.id);
  expect(changed.value.quarters, `instead of ${before}`).toBe(40);
  expect(history.length).toBeGreaterThanOrEqual(2);
});

test('D47 two teachers of one course without a network: a test each of the same day, and a cell that both have written is told to both', async ({
  world,
}) => {
  const school = await schoolOf(world, UPPER);
  const hour = found(
    school.hours.find(({ who, own, subject }) =>
      school.teachersOf(own.schoolClass, subject).some((each) => each !== who),
    ),
    'A course of two teachers',
  );
  const colleague = found(
    school.teachersOf(hour.own.schoolClass, hour.subject).find((each) => each !== hour.who),
    'A colleague',
  );
  const [one, two] = await Promise.all([
    filledDevice(world, hour.who, 'one'),
    filledDevice(world, colleague, 'two'),
  ]);
  const [keys, others] = [new Keys(one.page), new Keys(two.page)];
  const mine = await openGrades(one, keys, hour);
  await two.goTo(new URL(one.page.url()).hash || new URL(one.page.url()).pathname);
  const theirs = new GradeGrid(two.page);
  await expect(theirs.grid()).toBeVisible();
  await pullTheCable(world, one, two);

  const first = await mine.newTest(keys);
  await mine.type(keys, '7');
  expect(await theirs.newTest(others)).toBe(first);
  await theirs.type(others, '6');
  await putTheCableBack(world, one, two);
  // Each has the other's column beside the own one, with the name of whose it is.
  for (const gradebook of [mine, theirs])
    await expect(gradebook.cell(2, first + 1)).toHaveText(/^[67]/, { timeout: 60_000 });
  const both = (await gradesOfToday(school, hour)).map(({ value }) => value.quarters);
  expect(new Set(both)).toEqual(new Set([24, 28]));
  expect(both).toHaveLength(2);

  // Another cell of one column is nobody's conflict; of the same one the later value stands, and both are told (ADR 38).
  await pullTheCable(world, one, two);
  await mine.cell(3, first).focus();
  await mine.type(keys, '6');
  await mine.type(keys, '8');
  await expect(mine.cell(4, first)).toHaveText(/^8/);
  // The clocks of two devices agree to two seconds, and which of the two is later is their word.
  await two.page.waitForTimeout(5000);
  await theirs.cell(3, first).focus();
  await theirs.type(others, '5½');
  await expect(theirs.cell(3, first)).toHaveText(/^5½/);
  await putTheCableBack(world, one, two);
  for (const gradebook of [mine, theirs]) {
    await expect(gradebook.cell(4, first)).toHaveText(/^8/, { timeout: 60_000 });
    await expect(gradebook.cell(3, first)).toHaveText(/^5½/, { timeout: 60_000 });
  }
  for (const register of [one, two])
    await expect(register.syncState()).toContainText(/da controllare/, { timeout: 60_000 });
});

test('D66, D68 a primary teacher without a network writes judgements in words, no number is taken, and they arrive as levels', async ({
  world,
}) => {
  const school = await schoolOf(world, PRIMARY);
  const hour = found(
    school.hours.find(({ own, pupils }) => own.schoolClass.includes('.PR.') && pupils > 10),
    'A primary class',
  );
  const register = await filledDevice(world, hour.who, 'primary');
  await pullTheCable(world, register);
  const keys = new Keys(register.page);
  const gradebook = await openGrades(register, keys, hour);
  await expect(gradebook.grid().getByRole('columnheader', { name: /Media/ })).toHaveCount(0);
  const column = await gradebook.newTest(keys);
  for (const typed of ['ds', 'ot', 'nsu']) await gradebook.type(keys, typed);
  for (const [at, text] of ['distinto', 'ottimo', 'non sufficiente'].entries())
    await expect(gradebook.cell(at + 2, column)).toHaveText(text);
  await gradebook.type(keys, '7');
  await expect(gradebook.cell(5, column)).toHaveAttribute('aria-invalid', 'true');
  await putTheCableBack(world, register);
  const arrived = await gradesOfToday(school, hour);
  expect(arrived.map(({ value }) => value.quarters)).toEqual([undefined, undefined, undefined]);
  expect(new Set(arrived.map(({ value }) => value.level))).toEqual(
    new Set(['distinguished', 'excellent', 'notSufficient']),
  );
});

test('D62, D65 whoever coordinates a class reads its matrix without a network, and from a cell the marks of the pupil', async ({
  world,
}) => {
  const school = await schoolOf(world, UPPER);
  const coordinated = ofKind(await school.api.readAll('roster'), 'appointment').flatMap((each) =>
    each.role === 'coordinator' && each.class !== undefined
      ? [{ person: each.person, schoolClass: each.class }]
      : [],
  );
  const [coordinator, own] = found(
    school.staff
      .flatMap((who) => who.hours.map((hour) => [who, hour] as const))
      .find(([who, hour]) =>
        coordinated.some(
          ({ person, schoolClass }) => person === who.person && schoolClass === hour.schoolClass,
        ),
      ),
    'A coordinator with an hour in the class',
  );
  const register = await filledDevice(world, coordinator, 'coordinator');
  const { page } = register;
  await pullTheCable(world, register);
  const keys = new Keys(page);
  await openOwnHour(register, keys, own);
  await keys.press('Control+2');
  await page.getByRole('link', { name: 'Tutte le materie' }).press('Enter');
  const matrix = page.getByRole('grid', { name: /^Quadro dei voti/ });
  await expect(matrix).toBeVisible();
  const row = matrix.getByRole('row').nth(1);
  const name = await row.getByRole('button').first().innerText();
  await expect(
    row
      .getByRole('gridcell')
      .filter({ hasText: /^[3-9],\d/ })
      .first(),
  ).toBeVisible();
  await row.getByRole('link').first().press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    name.replace(/^\d+\s*/, '').split(' ')[0] ?? '',
  );
  await expect(page.getByRole('listitem').first()).toBeVisible();
});
