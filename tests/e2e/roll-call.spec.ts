import { expect, test } from '../fixtures/world.ts';
import { RegisterApp } from '../pages/register-app.ts';

test('the roll of 28 pupils with three exceptions, one late with its time, takes at most 15 keystrokes', async ({
  world,
}) => {
  const { page } = await world.device('classroom');
  const register = new RegisterApp(page);
  await register.signIn(world.account('teacher'));
  await register.openClassOf(28);
  await expect(register.pupil(1).getByRole('gridcell').first()).toBeFocused();
  const time = await register.minutesIntoTheHour(5);
  const keys = ['4', 'a', '1', '2', 'a', '2', '1', 'r', ...time.replace(':', ''), 'Enter', 'Control+Enter'];
  expect(await register.press(keys)).toBeLessThanOrEqual(15);
  await expect(register.pupil(4)).toHaveAttribute('data-mark', 'absent');
  await expect(register.pupil(12)).toHaveAttribute('data-mark', 'absent');
  await expect(register.pupil(21)).toHaveAttribute('data-mark', 'late');
  await expect(register.pupil(21)).toContainText(time);
  await expect(page.getByText(/^Confermato/)).toBeVisible();
});

test('a mark is taken back with Ctrl+Z, one after the other', async ({ world }) => {
  const { page } = await world.device('classroom');
  const register = new RegisterApp(page);
  await register.signIn(world.account('teacher'));
  await register.openHour(0);
  await register.markAndSee(3, 'a', 'absent');
  await register.markAndSee(3, 'f', 'outOfClass');
  await register.press(['Control+z']);
  await expect(register.pupil(3)).toHaveAttribute('data-mark', 'absent');
  await register.press(['Control+z']);
  await expect(register.pupil(3)).toHaveAttribute('data-mark', 'present');
});
