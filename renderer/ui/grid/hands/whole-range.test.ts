import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellTexts } from './clipboard-table.ts';
import { wholeRange } from './whole-range.ts';

const column = (...texts: string[]): CellTexts => texts.map((text) => [text]);

describe('a copied table whose text leaves out what is empty at its edges', () => {
  it('begins and ends where its markup does', () => {
    expect(wholeRange(column('7', '8'), column('', '', '7', '8', ''))).toEqual(column('', '', '7', '8', ''));
    expect(
      wholeRange(
        [
          ['7', ''],
          ['', '8'],
        ],
        [
          ['', '7', '', ''],
          ['', '', '8', ''],
        ],
      ),
    ).toEqual([
      ['', '7', '', ''],
      ['', '', '8', ''],
    ]);
  });

  it('keeps what stands between, and the rows in which nothing does', () => {
    const markup = column('', '7', '', '8');
    expect(wholeRange(column('7', '', '8'), markup)).toEqual(markup);
    expect(wholeRange(column('', '7', '', '8'), markup)).toEqual(markup);
  });

  it('has the texts of its cells as they were, where the markup has them without spaces and line ends', () => {
    expect(
      wholeRange(
        [['non  svolto', ' 7 ']],
        [
          ['', ''],
          ['non\nsvolto', '7'],
        ],
      ),
    ).toEqual([
      ['', ''],
      ['non  svolto', ' 7 '],
    ]);
  });

  it('says nothing of the cells that a shorter line does not reach, if the markup has no more', () => {
    const text = [['7', '6'], ['8']];
    expect(
      wholeRange(text, [
        ['7', '6'],
        ['8', ''],
      ]),
    ).toBe(text);
  });

  it.each([
    ['another text', column('', '####', '8')],
    ['a number that is shown otherwise', column('', '7,00', '8')],
    ['another height', column('', '7', '', '8')],
    [
      'more beside',
      [
        ['', '1'],
        ['7', ''],
        ['8', ''],
      ],
    ],
    ['nothing', []],
    ['nothing in its cells', column('', '', '', '')],
    ['the same', column('7', '8')],
  ])('is left as it is where its markup has %s', (_what, markup) => {
    const text = column('7', '8');
    expect(wholeRange(text, markup)).toBe(text);
  });

  it('is left as it is where it is the larger one, or nothing stands in it', () => {
    for (const text of [column('', '7'), column('7', ''), [['7', '']], column('', '')])
      expect(wholeRange(text, column('7'))).toBe(text);
    const text = column('', '7');
    expect(wholeRange(text, column('7', ''))).toBe(text);
  });

  it('comes whole out of any range that is cut to what stands in it', () => {
    const cell = fc.constantFrom('', '', '7', '6+', 'imp');
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, (whole) => {
        const rows = whole.flatMap((cells, row) => (cells.some((text) => text !== '') ? [row] : []));
        const places = whole.flatMap((cells) => cells.flatMap((text, place) => (text === '' ? [] : [place])));
        fc.pre(rows.length > 0);
        const cut = whole
          .slice(Math.min(...rows), Math.max(...rows) + 1)
          .map((cells) => cells.slice(Math.min(...places), Math.max(...places) + 1));
        expect(wholeRange(cut, whole)).toEqual(whole);
      }),
    );
  });
});
