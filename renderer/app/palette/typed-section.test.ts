import { expect, test } from 'vitest';
import { typedSections } from './typed-section.ts';

const SECTIONS = ['Lezione e appello', 'Assenze', 'Argomenti', 'Alunni'];
const found = (typed: string) =>
  typedSections(typed, SECTIONS, (name) => name).map(({ section, rest }) => `${section}: ${rest}`);

test.each([
  ['3a assenze', ['Assenze: 3a']],
  ['assenze 3a', ['Assenze: 3a']],
  ['3 a arg', ['Argomenti: 3 a']],
  ['appello 1b', ['Lezione e appello: 1b']],
  ['3a ALU', ['Alunni: 3a']],
])('%s names a section and a class', (typed, expected) => {
  expect(found(typed)).toEqual(expected);
});

test.each(['3a', 'assenze', '3a a', '3a 5', '3a rossi', ''])('%s names no section of a class', (typed) => {
  expect(found(typed)).toEqual([]);
});
