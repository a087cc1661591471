import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laidOut, readClipboard, writeClipboard } from './clipboard-table.ts';

describe('a table on the clipboard', () => {
  it('is written as text with tabs and as markup', () => {
    expect(
      writeClipboard([
        ['6+', '7,5'],
        ['', '10'],
      ]),
    ).toEqual({
      'text/plain': '6+\t7,5\r\n\t10\r\n',
      'text/html': `<table><tr><td style='mso-number-format:"\\@"'>6+</td><td>7,5</td></tr><tr><td></td><td>10</td></tr></table>`,
    });
  });

  it('quotes what would part it, and takes nothing for a tag', () => {
    const { 'text/plain': text, 'text/html': html } = writeClipboard([['a\tb', 'say "no"', '<b>&']]);
    expect(text).toBe('"a\tb"\t"say ""no"""\t<b>&\r\n');
    expect(html).toBe(
      `<table><tr><td style='mso-number-format:"\\@"'>a\tb</td><td style='mso-number-format:"\\@"'>say &quot;no&quot;</td><td style='mso-number-format:"\\@"'>&lt;b&gt;&amp;</td></tr></table>`,
    );
  });

  it.each([
    ['7,5', [['7,5']]],
    ['7,5\r\n', [['7,5']]],
    [
      '6\t7\r\n8\t9\r\n',
      [
        ['6', '7'],
        ['8', '9'],
      ],
    ],
    ['6\n\n8', [['6'], [''], ['8']]],
    [
      '6\t\r\n\t9',
      [
        ['6', ''],
        ['', '9'],
      ],
    ],
    ['"due\nrighe"\t5', [['due\nrighe', '5']]],
    ['6"\t7', [['6"', '7']]],
    ['"6\t7\n8', [['"6', '7'], ['8']]],
  ])('reads %j', (text, rows) => {
    expect(readClipboard(text)).toEqual(rows);
  });

  it('leaves the places empty that a cell of markup takes besides its own', () => {
    const cell = (text: string, colSpan = 1, rowSpan = 1) => ({ text, colSpan, rowSpan });
    expect(laidOut([[cell('7', 2), cell('8')], [cell('5')]])).toEqual([['7', '', '8'], ['5']]);
    const down = [
      [cell('6'), cell('7', 2, 2), cell('8')],
      [cell('4'), cell('5')],
      [cell('1'), cell('2'), cell('3'), cell('9')],
    ];
    expect(laidOut(down)).toEqual([
      ['6', '7', '', '8'],
      ['4', '', '', '5'],
      ['1', '2', '3', '9'],
    ]);
    expect(laidOut([[cell('6'), cell('7', 1, 0)], [cell('4')], []])).toEqual([
      ['6', '7'],
      ['4', ''],
      ['', ''],
    ]);
  });

  it('goes there and back', () => {
    const cell = fc.string({ unit: fc.constantFrom('6', '+', '½', ',', '\t', '\n', '"', ' ', '<', 'é') });
    const table = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
      .chain(([columns, rows]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(readClipboard(writeClipboard(rows)['text/plain'])).toEqual(rows);
      }),
    );
  });
});
