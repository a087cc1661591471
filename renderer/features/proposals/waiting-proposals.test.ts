import { expect, test } from 'vitest';
import { toPersonId } from '../../../domain/base/ids.ts';
import type { CellAt } from '../../ui/grid/model/cells.ts';
import { createOverlays } from '../../ui/grid/model/overlays.ts';
import { waitingIn } from './waiting-proposals.ts';

const [ANNA, BRUNO] = [toPersonId('anna'), toPersonId('bruno')];

test('a proposal that is typed waits as it was typed, over what was seen, until it is on its way', () => {
  const told: (CellAt & { readonly reason: string | undefined })[] = [];
  const layers = createOverlays((at, refused) => void told.push({ ...at, reason: refused?.reason }));
  const typed = { text: '7½', over: { grade: 6 }, reason: 'Un voto intero.' };
  waitingIn(layers).put(ANNA, typed);
  // Another page over the same layers: that which is opened when somebody comes back.
  expect(waitingIn(layers).of(ANNA)).toBe(typed);
  expect(waitingIn(layers).of(BRUNO)).toBeUndefined();
  waitingIn(layers).put(ANNA, undefined);
  expect(waitingIn(layers).of(ANNA)).toBeUndefined();
  expect(told.map(({ row, reason }) => [row, reason])).toEqual([
    ['anna', 'Un voto intero.'],
    ['anna', undefined],
  ]);
});
