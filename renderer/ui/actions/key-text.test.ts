import { expect, test } from 'vitest';
import { ariaKeys, keyText } from './key-text.ts';

const IT = { enter: 'Invio', pageUp: 'PagSu', pageDown: 'PagGiù', home: 'Inizio' };

test.each([
  ['mod+K', 'Ctrl K', '⌘K'],
  ['mod+Enter', 'Ctrl Invio', '⌘↵'],
  ['alt+ArrowLeft', 'Alt ←', '⌥←'],
  ['alt+Digit3', 'Alt 3', '⌥3'],
  ['alt+PageDown', 'Alt PagGiù', '⌥PagGiù'],
  ['alt+Home', 'Alt Inizio', '⌥Inizio'],
  ['?', '?', '?'],
  ['/', '/', '/'],
])('the keys %s are drawn as %s, on a Mac as %s', (keys, other, mac) => {
  expect(keyText(keys, false, IT)).toBe(other);
  expect(keyText(keys, true, IT)).toBe(mac);
});

test('keys are told to assistive technology by their standard names', () => {
  expect(ariaKeys('mod+Enter', false)).toBe('Control+Enter');
  expect(ariaKeys('mod+Enter', true)).toBe('Meta+Enter');
  expect(ariaKeys('alt+Digit3', false)).toBe('Alt+3');
});
