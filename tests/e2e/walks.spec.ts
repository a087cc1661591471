import { ofKind, signInByApi } from '../fixtures/school-api.ts';
import { staffOf, TEST_DAY, type StaffHour, type StaffMember } from '../fixtures/demo-staff.ts';
import { expect, test, type World } from '../fixtures/world.ts';
import { filledDevice, Keys, openOwnHour, pullTheCable, putTheCableBack } from '../pages/walk.ts';

async function lessonsSignedBy(world: World, who: StaffMember) {
  const api = await signInByApi(world.server.url, who.account);
  return ofKind(await api.readAll('lessons'), 'lesson').filter(
    ({ day, signatures }) => day === TEST_DAY && signatures.some(({ teacher }) => teacher === who.person),
  );
}

test('a day of five classes without a network, by keyboard: four keys an hour beside the marks, and all of it arrives', async ({
  world,
}) => {
  const staff = await staffOf(world, world.account('principal', 1));
  const classesOf = ({ hours }: StaffMember) => new Set(hours.map(({ schoolClass }) => schoolClass)).size;
  const teacher = staff.find((each) => !each.isSupport && classesOf(each) >= 5);
  if (!teacher) throw new Error('Nobody has five classes on the day of the tests');
  const register = await filledDevice(world, teacher, 'five-classes');
  const { page } = register;
  await pullTheCable(world, register);
  const keys = new Keys(page);

  // Yesterday and back again: one key each.
  await keys.press('Alt+ArrowLeft');
  await expect(page).toHaveURL(/2026-11-2[012]/);
  expect(keys.count()).toBe(1);
  await keys.press('Alt+Home');
  await expect(page).not.toHaveURL(/2026-11-2[012]/);
  keys.count();

  for (const own of teacher.hours) {
    await openOwnHour(register, keys, own);
    expect(keys.count(), 'switch of class').toBeLessThanOrEqual(2);
    // The topic of the last lesson, signed, and the roll confirmed.
    await keys.press('t', 'ArrowUp', 'Control+Shift+Enter');
    await expect(page.getByRole('article').getByText(/^Firmata/)).toBeVisible();
    await expect(page.getByText(/^Confermato/)).toBeVisible();
    expect(keys.count(), 'signature with topic, and roll').toBeLessThanOrEqual(4);
  }
  await expect(register.syncState()).toContainText(/\d+ in attesa/);

  await putTheCableBack(world, register);
  const signed = await lessonsSignedBy(world, teacher);
  expect(signed.map(({ hour }) => hour).toSorted((one, other) => one - other)).toEqual(
    teacher.hours.map(({ hour }) => hour),
  );
  expect(signed.every(({ rollCall }) => rollCall?.by === teacher.person)).toBe(true);
});

test('whoever has never seen a class stands in there without a network, found by its name', async ({
  world,
}) => {
  const staff = await staffOf(world, world.account('principal', 0));
  const all = staff.flatMap(({ hours }) => hours);
  const substitute = staff.find((each) => !each.isSupport && each.hours.length > 0 && each.hours.length < 4);
  if (!substitute) throw new Error('Nobody has time to stand in');
  const known = new Set(substitute.hours.map(({ schoolClass }) => schoolClass));
  const busy = new Set(substitute.hours.map(({ hour }) => hour));
  const isOnlyOne = ({ name, schoolClass }: StaffHour) =>
    all.every((each) => each.name !== name || each.schoolClass === schoolClass);
  const foreign = all.find((each) => !known.has(each.schoolClass) && !busy.has(each.hour) && isOnlyOne(each));
  if (!foreign) throw new Error('No class of another one');
  const register = await filledDevice(world, substitute, 'substitute');
  const { page } = register;
  await pullTheCable(world, register);
  const keys = new Keys(page);

  await keys.press('Control+k');
  await page.getByRole('combobox').fill(`${foreign.name} ${foreign.hour}`);
  await expect(page.getByRole('option').first()).toContainText(foreign.name);
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name: `Classe ${foreign.name}` })).toBeVisible();
  expect(keys.count(), 'beside the name of the class').toBeLessThanOrEqual(2);
  await expect(register.pupil(1)).toBeVisible();
  await keys.press('t', 'Control+Enter');
  await expect(page.getByRole('article').getByText(/^Firmata/)).toBeVisible();
  await register.markAndSee(2, 'a', 'absent');
  await register.confirmRollCall();

  // It stays among the hours of the day.
  await expect(register.hours().filter({ hasText: foreign.name })).toHaveCount(1);
  await putTheCableBack(world, register);
  const principal = await signInByApi(world.server.url, world.account('principal', 0));
  const days = ofKind(await principal.readAll('attendance'), 'attendanceDay').filter(
    ({ day, events }) => day === TEST_DAY && events.some(({ by }) => by === substitute.person),
  );
  expect(days.map((day) => day.class)).toEqual([foreign.schoolClass]);
  const signed = await lessonsSignedBy(world, substitute);
  expect(signed.map((lesson) => [lesson.class, lesson.hour])).toEqual([[foreign.schoolClass, foreign.hour]]);
});

test('three teachers of one primary class, each without a network: what each of them has said is there for all', async ({
  world,
}) => {
  const staff = await staffOf(world, world.account('principal', 0));
  const classes = new Set(staff.flatMap(({ hours }) => hours.map(({ schoolClass }) => schoolClass)));
  const teamOf = (schoolClass: string) =>
    staff
      .filter((each) => !each.isSupport)
      .flatMap((who) =>
        who.hours.filter((own) => own.schoolClass === schoolClass).map((own) => ({ who, own })),
      )
      .toSorted((one, other) => one.own.hour - other.own.hour)
      .filter(({ who }, index, team) => team.findIndex((each) => each.who === who) === index);
  const team = [...classes]
    .filter((each) => each.includes('.PR.'))
    .map(teamOf)
    .find(({ length }) => length >= 3);
  if (!team) throw new Error('No primary class has three teachers on the day of the tests');
  const three = team.slice(0, 3);
  const registers = await Promise.all(
    three.map(async ({ who }, index) => await filledDevice(world, who, `team-${index}`)),
  );
  await pullTheCable(world, ...registers);
  for (const [index, register] of registers.entries()) {
    const own = three[index]?.own;
    if (!own) throw new Error('No hour');
    await openOwnHour(register, new Keys(register.page), own);
    // Each of them finds another pupil missing, and the last one the first one's too.
    await register.markAndSee(2 + index, 'a', 'absent');
    if (index === 2) await register.markAndSee(2, 'a', 'absent');
    await register.page.keyboard.press('Control+Shift+Enter');
    await expect(register.page.getByText(/^Confermato/)).toBeVisible();
  }
  await putTheCableBack(world, ...registers);

  const principal = await signInByApi(world.server.url, world.account('principal', 0));
  const days = ofKind(await principal.readAll('attendance'), 'attendanceDay').filter(
    ({ day, class: schoolClass }) => day === TEST_DAY && schoolClass === three[0]?.own.schoolClass,
  );
  const marksBy = three.map(
    ({ who }) => days.flatMap(({ events }) => events).filter(({ by }) => by === who.person).length,
  );
  expect(marksBy).toEqual([1, 1, 2]);
  for (const { who, own } of three) {
    const signed = await lessonsSignedBy(world, who);
    expect(signed.map(({ hour }) => hour)).toContain(own.hour);
  }
});

test('a support teacher without a network signs beside each colleague and writes apart what each pupil did', async ({
  world,
}) => {
  const staff = await staffOf(world, world.account('principal', 1));
  const supporter = staff.find(({ isSupport, hours }) => isSupport && hours.length >= 2);
  if (!supporter) throw new Error('Nobody supports a pupil in two hours of the day of the tests');
  const register = await filledDevice(world, supporter, 'support');
  const { page } = register;
  await pullTheCable(world, register);
  const keys = new Keys(page);
  const said = ({ hour, name }: StaffHour) => `Schede guidate, ${name}, ora ${hour}`;

  for (const own of supporter.hours) {
    await openOwnHour(register, keys, own);
    await keys.press('Control+Shift+s');
    const field = page.getByRole('textbox', { name: /^Sostegno a / }).first();
    await expect(field).toBeFocused();
    await page.keyboard.insertText(said(own));
    await keys.press('Control+Enter');
    await expect(page.getByRole('article').getByText(/^Firmata/)).toBeVisible();
    expect(keys.count(), 'beside the words of the topic').toBeLessThanOrEqual(3);
  }
  await putTheCableBack(world, register);

  const signed = await lessonsSignedBy(world, supporter);
  const mine = signed.flatMap(({ signatures }) =>
    signatures.filter(({ teacher }) => teacher === supporter.person),
  );
  expect(mine.map(({ type }) => type)).toEqual(supporter.hours.map(() => 'support'));
  // What the colleague teaches the class is the colleague's to write.
  expect(signed.filter(({ topic }) => topic.startsWith('Schede guidate'))).toEqual([]);
  const principal = await signInByApi(world.server.url, world.account('principal', 1));
  const topics = ofKind(await principal.readAll('lessons'), 'supportTopic').filter(
    ({ day, teacher }) => day === TEST_DAY && teacher === supporter.person,
  );
  expect(new Map(topics.map(({ hour, topic }) => [hour, topic]))).toEqual(
    new Map(supporter.hours.map((own) => [own.hour, said(own)])),
  );
  expect(topics).toHaveLength(supporter.hours.length);
});
