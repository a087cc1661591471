import { expect, test } from 'vitest';
import { recordText } from './hand-over-text.ts';

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
