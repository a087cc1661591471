import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSealer } from './sealing.ts';

const key = randomBytes(32);
const sealer = createSealer(key, 'test');

test('what was sealed opens again, and looks different each time', () => {
  const texts = ['', 'parola', 'è una frase 🎒'.repeat(20)];
  for (const text of texts) expect(sealer.open(sealer.seal(text, 'anna'), 'anna')).toBe(text);
  expect(sealer.seal('parola', 'anna')).not.toBe(sealer.seal('parola', 'anna'));
});

test('nothing else opens: another key, another purpose, a changed or cut text, rubbish', () => {
  const sealed = sealer.seal('parola', 'anna');
  expect(createSealer(randomBytes(32), 'test').open(sealed, 'anna')).toBeUndefined();
  expect(createSealer(key, 'other').open(sealed, 'anna')).toBeUndefined();
  for (let index = 0; index < sealed.length - 1; index += 3) {
    const other = sealed[index] === 'A' ? 'B' : 'A';
    expect(sealer.open(sealed.slice(0, index) + other + sealed.slice(index + 1), 'anna')).toBeUndefined();
  }
  for (const text of ['', 'x', sealed.slice(0, -4), sealed.slice(4), `${sealed}AAAA`])
    expect(sealer.open(text, 'anna')).toBeUndefined();
});
