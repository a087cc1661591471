import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alone, everything, foundAgain, HEAD, NAMES, selectionAfter, type Shape } from './walk.ts';

const SHAPE: Shape = {
  rows: [HEAD, 'anna', 'bruno', 'carla', 'class'],
  columns: [NAMES, 'one', 'two', 'average'],
  foot: 1,
};

const key = (name: string, held: { readonly ctrlKey?: boolean; readonly shiftKey?: boolean } = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});
const far = { ctrlKey: true };

describe('the keys of a grid', () => {
  it.each([
    ['ArrowDown', {}, 'bruno one', 'carla one'],
    ['ArrowUp', {}, 'anna one', `${HEAD} one`],
    ['ArrowDown', {}, 'class one', 'class one'],
    ['ArrowLeft', {}, 'anna one', `anna ${NAMES}`],
    ['ArrowRight', {}, 'anna average', 'anna average'],
    ['ArrowDown', far, 'anna one', 'carla one'],
    ['ArrowUp', far, 'carla one', 'anna one'],
    ['ArrowUp', far, `${HEAD} one`, `${HEAD} one`],
    ['Home', {}, 'anna two', `anna ${NAMES}`],
    ['End', {}, 'anna one', 'anna average'],
    ['Home', far, 'carla two', `anna ${NAMES}`],
    ['End', far, 'anna one', 'carla average'],
    ['PageDown', {}, 'anna one', 'carla one'],
    ['PageDown', {}, 'class one', 'class one'],
    ['PageUp', {}, 'carla one', 'anna one'],
    ['PageUp', {}, `${HEAD} one`, `${HEAD} one`],
    ['Enter', {}, 'anna one', 'bruno one'],
    ['Enter', {}, 'carla one', 'carla one'],
    ['Enter', {}, 'class one', 'class one'],
    ['Enter', { shiftKey: true }, 'bruno one', 'anna one'],
    ['Enter', { shiftKey: true }, 'anna one', 'anna one'],
  ])('%s %j leads from %s to %s', (name, held, from, to) => {
    const after = selectionAfter(key(name, held), alone(cell(from)), SHAPE, 10);
    expect(after).toEqual(alone(cell(to)));
  });

  it.each(['Tab', 'Escape', 'F2', 'a', '7'])('%s does not walk', (name) => {
    expect(selectionAfter(key(name), alone(cell('anna one')), SHAPE, 10)).toBeUndefined();
  });

  it('leaves the arrows with Alt to the days, and Ctrl with Enter to the page', () => {
    const from = alone(cell('anna one'));
    expect(selectionAfter({ ...key('ArrowLeft'), altKey: true }, from, SHAPE, 10)).toBeUndefined();
    expect(selectionAfter(key('Enter', far), from, SHAPE, 10)).toBeUndefined();
  });

  it('chooses with Shift from where the focus stays, and never the head', () => {
    const anchor = cell('bruno one');
    const right = selectionAfter(key('ArrowRight', { shiftKey: true }), alone(anchor), SHAPE, 10);
    expect(right).toEqual({ anchor, corner: cell('bruno two') });
    const up = selectionAfter(
      key('ArrowUp', { ctrlKey: true, shiftKey: true }),
      right ?? alone(anchor),
      SHAPE,
      10,
    );
    expect(up).toEqual({ anchor, corner: cell('anna two') });
    expect(selectionAfter(key('ArrowUp', { shiftKey: true }), up ?? alone(anchor), SHAPE, 10)).toEqual(up);
  });

  it('chooses all rows with their names, and neither head nor foot', () => {
    expect(everything(SHAPE)).toEqual({ anchor: cell(`anna ${NAMES}`), corner: cell('carla average') });
    expect(everything({ ...SHAPE, rows: [HEAD, 'class'] })).toBeUndefined();
  });

  it('never lead out of the grid', () => {
    const names = [
      'ArrowDown',
      'ArrowUp',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
      'Enter',
    ];
    const press = fc.record({
      key: fc.constantFrom(...names),
      altKey: fc.constant(false),
      ctrlKey: fc.boolean(),
      metaKey: fc.constant(false),
      shiftKey: fc.boolean(),
    });
    const shape = fc
      .record({ body: fc.nat(4), foot: fc.nat(2), columns: fc.nat(5) })
      .map(({ body, foot, columns }): Shape => ({
        rows: [HEAD, ...names.slice(0, body + foot)],
        columns: [NAMES, ...names.slice(0, columns)],
        foot,
      }));
    fc.assert(
      fc.property(
        shape,
        fc.array(press, { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (within, presses, page) => {
          let selection = alone({ row: HEAD, column: NAMES });
          for (const each of presses) {
            selection = selectionAfter(each, selection, within, page) ?? selection;
            for (const { row, column } of [selection.anchor, selection.corner]) {
              expect(within.rows).toContain(row);
              expect(within.columns).toContain(column);
            }
          }
        },
      ),
    );
  });
});

describe('a place', () => {
  it('is its row and column wherever they stand, and what stands there now once they went', () => {
    const more = { ...SHAPE, rows: [HEAD, 'aldo', 'anna', 'bruno', 'carla', 'class'] };
    expect(foundAgain(cell('bruno one'), SHAPE, more)).toEqual(cell('bruno one'));
    const fewer = { ...SHAPE, rows: [HEAD, 'anna', 'carla', 'class'] };
    expect(foundAgain(cell('bruno one'), SHAPE, fewer)).toEqual(cell('carla one'));
    expect(foundAgain(cell('class one'), SHAPE, { ...SHAPE, rows: [HEAD] })).toEqual(cell(`${HEAD} one`));
  });
});

function cell(words: string) {
  const [row = '', column = ''] = words.split(' ');
  return { row, column };
}
