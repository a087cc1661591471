import { expect, test } from 'vitest';
import type { TFunction } from 'i18next';
import { REFUSAL_REASONS } from '../../../domain/access/refusal.ts';
import { it } from '../../i18n/it/catalogue.ts';
import { recordText, refusalText } from './hand-over-text.ts';

test('an entry that nobody has checked shows its plain members and nothing that could be anything else', () => {
  const record = {
    day: '2026-11-20',
    hour: 2,
    class: '2026.LS.1A',
    topic: { html: '<b>' },
    events: [1],
    pupil: '',
  };
  const words = { day: (day: string) => `il ${day}`, hour: (hour: number) => `${hour}ª ora` };
  expect(recordText(record, undefined, words)).toBe('il 2026-11-20 · 2ª ora · 2026.LS.1A');
  expect(recordText({ ...record, day: 'ieri' }, undefined, words)).toContain('ieri');
});

test('every reason for not taking an entry has words for a clerk', () => {
  const t = ((key: string) =>
    key
      .split('.')
      .reduce<unknown>(
        (texts, part) => (texts as Record<string, unknown>)[part],
        it,
      )) as unknown as TFunction;
  const texts = REFUSAL_REASONS.map((reason) => refusalText(reason, t));
  expect(texts.filter((text) => typeof text !== 'string' || !text.includes(' '))).toEqual([]);
  expect(texts.filter((text) => /\b(non hai|devi|hai)\b/i.test(text))).toEqual([]);
  expect(refusalText('laterReason', t)).toBe('laterReason');
});
