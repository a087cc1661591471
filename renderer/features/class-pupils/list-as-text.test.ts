import { expect, test } from 'vitest';
import { listAsText } from './list-as-text.ts';

test('a list is copied with tabs and as a table, headings first', () => {
  expect(
    listAsText([
      ['N.', 'Alunno'],
      ['1', 'D’Angelo Ada'],
    ]),
  ).toEqual({
    text: 'N.\tAlunno\n1\tD’Angelo Ada',
    html: '<table><tr><th>N.</th><th>Alunno</th></tr><tr><td>1</td><td>D’Angelo Ada</td></tr></table>',
  });
});

test.each([
  ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
  ['+39', `'+39`],
  ['due\trighe\nqui', 'due righe qui'],
])('%j reaches a spreadsheet as a text: %j', (cell, expected) => {
  expect(listAsText([['x'], [cell]]).text).toBe(`x\n${expected}`);
});

test('signs of HTML in a name are shown, never carried out', () => {
  expect(listAsText([['x'], ['<img src=x>&"']]).html).toContain('<td>&lt;img src=x&gt;&amp;&quot;</td>');
});
