import { expect, test } from 'vitest';
import { toPersonId } from '../../../../domain/base/ids.ts';
import { activeOf } from './use-roll-grid.ts';

const [anna, bruno, carla, dario] = ['anna', 'bruno', 'carla', 'dario'].map(toPersonId);
const names = (...ids: readonly (typeof anna)[]) => ids.filter((id) => id !== undefined);

test('the next letter is for the same pupil when a list arrives anew', () => {
  const chosen = { at: 1, ...(carla === undefined ? {} : { pupil: carla }) };
  expect(activeOf(chosen, names(anna, carla, dario))).toBe(1);
  expect(activeOf(chosen, names(anna, bruno, carla, dario))).toBe(2);
});

test('whoever has gone from the list leaves the place to the one who stands there now', () => {
  const chosen = { at: 2, ...(dario === undefined ? {} : { pupil: dario }) };
  expect(activeOf(chosen, names(anna, bruno, carla))).toBe(2);
  expect(activeOf(chosen, names(anna))).toBe(0);
  expect(activeOf(chosen, [])).toBe(0);
});
