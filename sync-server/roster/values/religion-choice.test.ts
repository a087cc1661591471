import { describe, expect, it } from 'vitest';
import { lettersIn, readInstead, readReligion } from './religion-choice.ts';

describe('a cell of the column of religion', () => {
  it.each([
    ['Sì', 'attending'],
    ['S', 'attending'],
    ['Avvalentesi', 'attending'],
    ['NO', 'notAttending'],
    ['Non si avvale', 'notAttending'],
    ['No - studio assistito', 'assistedStudy'],
    ['Attività alternativa', 'alternative'],
    ['Studio con docente', 'assistedStudy'],
    ['Attività di studio individuali con assistenza di personale docente', 'assistedStudy'],
    ['studio individuale', 'individualStudy'],
    ['Studio non assistito', 'individualStudy'],
    ['Libera attività di studio senza assistenza', 'individualStudy'],
    ['Uscita anticipata', 'leaves'],
    ['Non frequenza della scuola nelle ore di IRC', 'leaves'],
    ['', 'blank'],
    ['-', 'blank'],
    // Neither a belief nor half a choice is one.
    ['Cattolica', 'unknown'],
    ['studio', 'unknown'],
    ['boh', 'unknown'],
  ])('reads %j as %s', (text, expected) => {
    expect(readReligion(text)).toBe(expected);
  });

  it('reads A and D by the other letters of its column, and not where these do not tell', () => {
    const cells = ['A', 'D'];
    const readIn = (column: readonly string[]) => cells.map((cell) => readReligion(cell, lettersIn(column)));
    expect(readIn(['S', 'U', 'I', 'A', 'D'])).toEqual(['alternative', 'assistedStudy']);
    expect(readIn(['S', 'A', 'B', 'C', 'D'])).toEqual(['alternative', 'leaves']);
    expect(readIn(['S', 'A', 'D'])).toEqual(['unknown', 'unknown']);
    expect(readIn(['B', 'U', 'D'])).toEqual(['alternative', 'unknown']);
  });
});

it('a cell of the column of the alternative says with yes that it is attended, and with no nothing', () => {
  expect(['si', 'A', 'no', '', 'C', 'Uscita', 'D', '?'].map((text) => readInstead(text))).toEqual([
    'alternative',
    'alternative',
    'blank',
    'blank',
    'individualStudy',
    'leaves',
    'unknown',
    'blank',
  ]);
});
