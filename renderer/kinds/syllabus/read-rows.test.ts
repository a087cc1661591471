import { describe, expect, it } from 'vitest';
import { MOST_SYLLABUS_ITEMS } from '../../../domain/kinds/syllabus/record.ts';
import { readSyllabus } from './read-rows.ts';

describe('a syllabus is read', () => {
  it('from pasted lines, with their bullets, and units that end with a colon', () => {
    const { rows, faults } = readSyllabus(
      'Algebra:\n- Le frazioni\n 2) Le equazioni, primo grado\n\nProbabilità',
      [],
    );
    expect(rows).toEqual([
      { unit: 'Algebra', topic: 'Le frazioni' },
      { unit: 'Algebra', topic: 'Le equazioni, primo grado' },
      { unit: 'Algebra', topic: 'Probabilità' },
    ]);
    expect(faults).toEqual([]);
  });

  it.each([
    ['Argomento;Unità\nLe frazioni;Algebra\n', 'semicolons'],
    ['\uFEFFUnità,Ore,Argomento\r\nAlgebra,4,Le frazioni\r\n', 'commas below titles'],
    ['Algebra\tLe frazioni', 'cells of a table, without titles'],
    ['Modulo;Argomenti\n"Algebra";"Le frazioni"', 'quotes'],
  ])('from separated text: %j', (text) => {
    expect(readSyllabus(text, [])).toEqual({ rows: [{ unit: 'Algebra', topic: 'Le frazioni' }], faults: [] });
  });

  it('taking what can be read, and naming each row that cannot', () => {
    const long = 'x'.repeat(201);
    const text = `Unità;Argomento\nAlgebra;"Le potenze\nAlgebra;\nAlgebra;${long}\nA;Le frazioni\nB;le FRAZIONI.\nC;Già scritto`;
    const { rows, faults } = readSyllabus(text, ['già scritto']);
    expect(rows).toEqual([{ unit: 'A', topic: 'Le frazioni' }]);
    expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
      [2, 'unclosed'],
      [3, 'noTopic'],
      [4, 'tooLong'],
      [6, 'repeated'],
      [7, 'repeated'],
    ]);
    expect(faults[1]?.text).toBe('Algebra;');
  });

  it('up to as many topics as a syllabus holds', () => {
    const lines = Array.from({ length: MOST_SYLLABUS_ITEMS + 2 }, (_, index) => `Lezione numero ${index}`);
    const { rows, faults } = readSyllabus(lines.join('\n'), ['Uno']);
    expect(rows).toHaveLength(MOST_SYLLABUS_ITEMS - 1);
    expect(faults.map(({ fault }) => fault)).toEqual(['tooMany', 'tooMany', 'tooMany']);
  });

  it('of a text with nothing in it as nothing', () => {
    expect(readSyllabus(' \n\n', [])).toEqual({ rows: [], faults: [] });
  });
});
