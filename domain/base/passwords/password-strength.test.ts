import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { expect, test } from 'vitest';
import { createPasswordJudge } from './password-strength.ts';

const judge = createPasswordJudge({ ZxcvbnFactory, adjacencyGraphs, dictionary });
const OWNER = ['G123456X', '12345678', 'MORE0001', 'IC Roccaserena', 'Bertoni', 'Francesco'];

test.each([
  // What six tries at a first sign-in were, all refused by the school under four green bars.
  ['campanella1', 'tooCommon'],
  ['registro2026', 'tooCommon'],
  ['scuola2026', 'tooCommon'],
  ['benvenuto1', 'tooCommon'],
  ['estate2026!', 'tooCommon'],
  ['roccaserena', 'personal'],
  // Their kind: months, football, first names, the owner's own.
  ['novembre2026', 'tooCommon'],
  ['juventus1897', 'tooCommon'],
  ['alessandro99', 'tooCommon'],
  ['francescobertoni', 'personal'],
  ['Bertoni2026!', 'personal'],
  ['aaaaaaaaaaaa', 'tooEasy'],
  ['short', 'tooShort'],
  ['sasso lampada fiume', undefined],
])('S21 S22 page and school say the same of «%s»: %s', (password, fault) => {
  expect(judge(password, OWNER).fault).toBe(fault);
});

test.each(['😀😁😂🤣😃😄😅😆😉😊', '!"£$%&/()=?^!', '··········'])(
  'S22 ten signs are easy, and nobody’s name: %s',
  (password) => {
    expect(judge(password, OWNER).fault).toBe('tooEasy');
  },
);
