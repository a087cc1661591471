import { expect, test } from 'vitest';
import type { TFunction } from 'i18next';
import { REFUSAL_REASONS } from '../../../../domain/access/refusal.ts';
import { it as common } from '../../../i18n/texts.it.ts';
import { it } from '../texts.it.ts';
import { refusalText } from './hand-over-text.ts';

test('every reason for not taking an entry has words for a clerk', () => {
  const t = ((key: string) =>
    key.split('.').reduce<unknown>((texts, part) => (texts as Record<string, unknown>)[part], {
      ...common,
      ...it,
    })) as unknown as TFunction;
  const texts = REFUSAL_REASONS.map((reason) => refusalText(reason, t));
  expect(texts.filter((text) => typeof text !== 'string' || !text.includes(' '))).toEqual([]);
  expect(texts.filter((text) => /\b(non hai|devi|hai)\b/i.test(text))).toEqual([]);
  expect(refusalText('laterReason', t)).toBe('laterReason');
});
