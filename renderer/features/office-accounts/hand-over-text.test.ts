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
  expect(recordText(record, undefined)).toBe('2026-11-20 · 2 · 2026.LS.1A');
});
