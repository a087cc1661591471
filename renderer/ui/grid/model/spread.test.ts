import { describe, expect, it } from 'vitest';
import { filledDown, spread, type Bounds } from './spread.ts';
import { HEAD, NAMES, type Shape } from './walk.ts';

const SHAPE: Shape = {
  rows: [HEAD, 'anna', 'bruno', 'carla', 'class'],
  columns: [NAMES, 'one', 'two', 'three'],
  foot: 1,
};
const bounds = (from: string, to = from): Bounds => {
  const rows = [from, to].map((each) => SHAPE.rows.indexOf(cell(each).row));
  const columns = [from, to].map((each) => SHAPE.columns.indexOf(cell(each).column));
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  return { top, bottom, left: Math.min(...columns), right: Math.max(...columns) };
};
const placed = (table: string[][], chosen: Bounds) => {
  const { texts, left } = spread(table, chosen, SHAPE);
  return { texts: texts.map(({ row, column, text }) => `${row} ${column} ${text}`), left };
};

describe('a copied table', () => {
  it('goes from the first chosen cell on', () => {
    expect(
      placed(
        [
          ['6', '7'],
          ['8', '9'],
        ],
        bounds('anna one'),
      ),
    ).toEqual({
      texts: ['anna one 6', 'anna two 7', 'bruno one 8', 'bruno two 9'],
      left: 0,
    });
  });

  it('fills all that is chosen, if it is one cell', () => {
    expect(placed([['6']], bounds('bruno three', 'anna two')).texts).toEqual([
      'anna two 6',
      'anna three 6',
      'bruno two 6',
      'bruno three 6',
    ]);
  });

  it('is repeated where what is chosen is a whole number of times as high, and only there', () => {
    expect(placed([['6', '7']], bounds('anna one', 'carla two')).texts).toHaveLength(6);
    expect(placed([['6'], ['7']], bounds('anna one', 'carla one')).texts).toEqual([
      'anna one 6',
      'bruno one 7',
    ]);
  });

  it('counts the texts that find no cell, below and beside, and never goes into the foot', () => {
    expect(
      placed(
        [
          ['6', '7', ' '],
          ['8', '9', '10'],
        ],
        bounds('carla two'),
      ),
    ).toEqual({
      texts: ['carla two 6', 'carla three 7'],
      left: 3,
    });
  });

  it('of any length is put in as far as the grid goes, and the rest is counted', () => {
    const { texts, left } = placed(
      Array.from({ length: 200_000 }, () => ['7']),
      bounds('anna one'),
    );
    expect([texts.length, left]).toEqual([3, 199_997]);
  });

  it('says nothing of the cells that a shorter line does not reach', () => {
    expect(placed([['6', '7'], ['8']], bounds('anna one')).texts).toEqual([
      'anna one 6',
      'anna two 7',
      'bruno one 8',
    ]);
  });
});

describe('filling down', () => {
  const textAt = ({ row, column }: { readonly row: string; readonly column: string }) => `${row}-${column}`;

  it('gives the rows that are chosen what stands in the first of them', () => {
    expect(filledDown(bounds('anna one', 'carla one'), SHAPE, textAt)).toEqual([
      { row: 'bruno', column: 'one', text: 'anna-one' },
      { row: 'carla', column: 'one', text: 'anna-one' },
    ]);
  });

  it('gives a single row what stands above it, the first one nothing', () => {
    expect(filledDown(bounds('bruno two'), SHAPE, textAt)).toEqual([
      { row: 'bruno', column: 'two', text: 'anna-two' },
    ]);
    expect(filledDown(bounds('anna two'), SHAPE, textAt)).toEqual([]);
  });
});

function cell(words: string) {
  const [row = '', column = ''] = words.split(' ');
  return { row, column };
}
