import { expect, test } from 'vitest';
import { specialOfName } from './special-of-name.ts';

test.each([
  ['Religione cattolica', 'religion'],
  ['IRC', 'religion'],
  ['Insegnamento della religione cattolica', 'religion'],
  ['Storia delle religioni', undefined],
  ['Religiosità popolare', undefined],
  ['Attività alternativa', 'alternative'],
  ['Studio assistito', 'assistedStudy'],
  ['Ed. civica', 'civics'],
  ['EDUCAZIONE CIVICA', 'civics'],
  ['Condotta', 'behaviour'],
  ['Comportamento', 'behaviour'],
  ['Matematica', undefined],
])('D27, D62, D70: %s may be %s', (name, special) => {
  expect(specialOfName(name)).toBe(special);
});
