import { describe, expect, it } from 'vitest';
import type { Field } from './headers.ts';
import { rowShape } from './row-shape.ts';

const FIELDS = ['surname', 'givenName', 'class', 'address', 'city', 'phone', 'fiscalCode'] as const;
const positions = new Map<Field, number>(FIELDS.map((field, index) => [field, index]));
const shapeOf = (...cells: readonly string[]) =>
  rowShape(cells, { width: FIELDS.length, widest: FIELDS.length, isDelimited: true, positions });

describe('a row with as many cells as the header', () => {
  it.each([
    [
      'an address of e-mail for an address',
      ['Rossi', 'Anna', '1A', 'a@posta.example', 'Modena', '', ''],
      'address',
    ],
    ['a telephone for an address', ['Rossi', 'Anna', '1A', '347 1234567', 'Modena', '', ''], 'address'],
    ['a telephone for a town', ['Rossi', 'Anna', '1A', 'Via Po 3', '059/1234567', '', ''], 'city'],
    ['digits for a name', ['Rossi', '3471234567', '1A', 'Via Po 3', 'Modena', '', ''], 'givenName'],
  ] as const)('has moved where it holds %s', (_what, cells, field) => {
    expect(shapeOf(...cells)).toEqual({ kind: 'shifted', field });
  });

  it.each([
    ['a number of a house alone', ['Rossi', 'Anna', '1A', '12', 'Modena', '', '']],
    ['a postcode before the town', ['Rossi', 'Anna', '1A', 'Via Po 3', '41121 Modena', '', '']],
    ['a dash for nothing', ['Rossi', 'Anna', '1A', '-', '-', '-', '-']],
  ] as const)('fits with %s', (_what, cells) => {
    expect(shapeOf(...cells)).toEqual({ kind: 'fits' });
  });
});

describe('a telephone does not prove the place of a fiscal code', () => {
  it.each([
    ['3471234567', { kind: 'provedUpTo', position: 2 }],
    ['12345678903', { kind: 'fits' }],
    ['RSSNNA11B41H501S', { kind: 'fits' }],
  ] as const)('%s', (last, shape) => {
    // One column more, which the row lacks.
    const table = { width: 5, widest: 5, isDelimited: true };
    const columns: readonly Field[] = ['surname', 'givenName', 'class', 'fiscalCode', 'phone'];
    const places = new Map(columns.map((field, index) => [field, index]));
    expect(rowShape(['Rossi', 'Anna', '1A', last], { ...table, positions: places })).toEqual(shape);
  });
});
