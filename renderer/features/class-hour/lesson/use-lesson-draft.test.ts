import { expect, test } from 'vitest';
import { leaveField, newDraft, takeStored, toWrite, typeIn } from './use-lesson-draft.ts';

const MINE = { topic: 'La cellula', activity: '' };

test('words that arrive do not replace a text under the fingers, also between two savings', () => {
  const typed = { ...typeIn(newDraft({ topic: '', activity: '' }), { topic: 'La cel' }), dirty: [] };
  expect(takeStored(typed, { topic: 'I tessuti', activity: '' }).texts.topic).toBe('La cel');
});

test('they are shown when the field is left, unless it was written on', () => {
  const typed = { ...typeIn(newDraft({ topic: '', activity: '' }), { topic: 'La cel' }), dirty: [] };
  const arrived = takeStored(typed, { topic: 'I tessuti', activity: '' });
  expect(leaveField(arrived, 'topic').texts.topic).toBe('I tessuti');
  const writtenOn = typeIn(arrived, { topic: 'La cellula' });
  expect(leaveField(writtenOn, 'topic').texts.topic).toBe('La cellula');
  expect(toWrite(writtenOn).topic).toBe('La cellula');
});

test('a colleague’s words in the other field are shown at once and not written over', () => {
  const typed = typeIn(newDraft(MINE), { topic: 'La cellula animale' });
  const arrived = takeStored(typed, { ...MINE, activity: 'Al microscopio' });
  expect(arrived.texts).toEqual({ topic: 'La cellula animale', activity: 'Al microscopio' });
  expect(toWrite(arrived)).toEqual({ topic: 'La cellula animale', activity: 'Al microscopio' });
});

test('own words on their way are not taken back by the stored ones', () => {
  const typed = typeIn(newDraft(MINE), { topic: 'La cellula animale' });
  const saving = { ...typed, dirty: [], saving: ['topic' as const] };
  expect(leaveField(saving, 'topic').texts.topic).toBe('La cellula animale');
});
