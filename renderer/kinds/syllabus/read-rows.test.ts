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

const topicsOf = (text: string) => readSyllabus(text, []).rows;
const faultsOf = (text: string) => readSyllabus(text, []).faults.map(({ line, fault }) => [line, fault]);

describe('a table as programs write it', () => {
  it.each([
    ['a bullet and a tab', '•\tLe frazioni\n•\tLe potenze', ['Le frazioni', 'Le potenze']],
    ['a number and a tab', '1.\tLe frazioni\n2.\tLe potenze', ['Le frazioni', 'Le potenze']],
    ['a column of numbers', '1;Le frazioni\n2;Le potenze', ['Le frazioni', 'Le potenze']],
    ['an announced separator', 'sep=;\nArgomento;Ore\nLe frazioni;4', ['Le frazioni']],
    ['a cell over two lines', 'Modulo\tArgomento\nUno\t"Le frazioni\nproprie"', ['Le frazioni proprie']],
    ['one cell over two lines', '"Le frazioni\nproprie"\nLe potenze', ['Le frazioni proprie', 'Le potenze']],
    ['words after a quote', 'Uno\t"La Luna e i falò": la trama', ['"La Luna e i falò": la trama']],
    ['letters that nobody sees', '\u200BLe frazioni\n\u200B', ['Le frazioni']],
    ['accents apart', 'La citta\u0300\nLa città', ['La città']],
  ])('%s', (_name, text, topics) => {
    expect(topicsOf(text).map(({ topic }) => topic)).toEqual(topics);
  });

  it('numbers and units are two columns, and a merged cell holds for the rows below it', () => {
    const units = [
      { unit: 'Algebra', topic: 'Le equazioni' },
      { unit: 'Algebra', topic: 'I sistemi' },
      { unit: 'Analisi', topic: 'I limiti' },
    ];
    expect(topicsOf('1;Algebra;Le equazioni\n2;;I sistemi\n3;Analisi;I limiti')).toEqual(units);
    expect(topicsOf('Modulo;Argomento\nAlgebra;Le equazioni\n;I sistemi\nAnalisi;I limiti')).toEqual(units);
  });

  it('titles may stand below the name of the class, which is named and not taken', () => {
    const text = 'Programma di matematica 3A;;\nModulo;Ore;Argomenti\nAlgebra;4;Le frazioni';
    expect(topicsOf(text)).toEqual([{ unit: 'Algebra', topic: 'Le frazioni' }]);
    expect(faultsOf(text)).toEqual([[1, 'aboveTitles']]);
  });

  it('of three columns without titles none is guessed', () => {
    expect(topicsOf('Algebra;Le equazioni;4 ore\nAnalisi;I limiti;6 ore')).toEqual([]);
    expect(faultsOf('Algebra;Le equazioni;4 ore\nAnalisi;I limiti;6 ore')).toEqual([
      [1, 'columns'],
      [2, 'columns'],
    ]);
  });

  it('a row with a letter that cannot be told is named', () => {
    expect(faultsOf('Le frazioni\nLa citt\uFFFD')).toEqual([[2, 'letters']]);
  });

  it('lines keep their numbers below a cell over several lines', () => {
    expect(faultsOf('Argomento;Note\n"Le\nfrazioni";a\n;b')).toEqual([[4, 'noTopic']]);
  });
});
