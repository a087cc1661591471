import { expect, test } from 'vitest';
import { toldApart } from './told-apart.ts';

test('addresses that look the same under their mask are counted, the others are not', () => {
  const masks = ['a••••@p••••.it', 'b••••@p••••.it', 'a••••@p••••.it', 'a••••@p••••.it'];
  const told = toldApart(masks.map((masked, index) => ({ choice: String(index), masked })));
  expect(told.map(({ position, alike }) => [position, alike])).toEqual([
    [1, 3],
    [1, 1],
    [2, 3],
    [3, 3],
  ]);
});
