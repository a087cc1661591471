import { expect, it } from 'vitest';
import { complete, completionsOf } from './completion.ts';

const TOPICS = ['Le frazioni proprie', 'Le frazioni equivalenti', 'Probabilità', 'La città romana'];

it('offers the topics whose words begin as those that are typed, without capitals and accents', () => {
  expect(completionsOf('fra', TOPICS)).toEqual(['Le frazioni proprie', 'Le frazioni equivalenti']);
  expect(completionsOf('fra equ', TOPICS)).toEqual(['Le frazioni equivalenti']);
  expect(completionsOf('CITTA', TOPICS)).toEqual(['La città romana']);
  expect(completionsOf('azioni', TOPICS)).toEqual([]);
});

it('offers nothing for one letter, nor what is typed already', () => {
  expect(completionsOf('f', TOPICS)).toEqual([]);
  expect(completionsOf('', TOPICS)).toEqual([]);
  expect(completionsOf('probabilità', TOPICS)).toEqual([]);
});

it('completes the last line and leaves the others', () => {
  expect(completionsOf('Ripasso\nprob', TOPICS)).toEqual(['Probabilità']);
  expect(complete('Ripasso\nprob', 'Probabilità')).toBe('Ripasso\nProbabilità');
  expect(complete('prob', 'Probabilità')).toBe('Probabilità');
});
