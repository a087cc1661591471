import { expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { keys as EN } from './texts.en.ts';
import { keys as IT } from './texts.it.ts';
import { ariaKeys, keyText } from './key-text.ts';
import { hourKeys, KEYS } from './keys.ts';

test.each([
  ['mod+K', 'Ctrl K', '⌘K'],
  ['mod+Enter', 'Ctrl Invio', '⌘↵'],
  ['alt+ArrowLeft', 'Alt ←', '⌥←'],
  ['alt+Digit3', 'Alt 3', '⌥3'],
  ['alt+PageDown', 'Alt PagGiù', '⌥PagGiù'],
  ['alt+Home', 'Alt Inizio', '⌥Inizio'],
  ['mod+End', 'Ctrl Fine', '⌘Fine'],
  ['shift+Space', 'Maiusc Spazio', '⇧Spazio'],
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
  expect(ariaKeys('mod+shift+Enter', false)).toBe('Control+Shift+Enter');
});

const LANGUAGES = [
  ['Italian', IT],
  ['English', EN],
] as const;
const ALL_KEYS = [
  ...Object.values(KEYS),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((hour) => must(hourKeys(hour), 'every hour of the morning has a key')),
];

test.each(LANGUAGES)('every key of every action is drawn by a name of the keyboard, in %s', (_, words) => {
  const signs = ['Ctrl', 'Alt', 'Esc', '←', '→', '↑', '↓'];
  const names = new Set([...signs, words.enter, words.shift, words.pageUp, words.pageDown, words.home]);
  const unnamed = ALL_KEYS.flatMap((keys) => keyText(keys, false, words).split(' ')).filter(
    (key) => !names.has(key) && !/^[A-Z1-9?/]$/.test(key),
  );
  expect(unnamed).toEqual([]);
});

test.each(LANGUAGES)('words in the place of keys stay as they are, in %s', (_, words) => {
  for (const text of [words.digits, words.arrows, words.timeExample]) {
    expect(keyText(text, false, words)).toBe(text);
    expect(keyText(text, true, words)).toBe(text);
  }
});

test('every key is told to assistive technology by a standard name', () => {
  const unnamed = ALL_KEYS.flatMap((keys) => ariaKeys(keys, false).split('+')).filter(
    (key) =>
      !/^(Control|Alt|Shift|Enter|Escape|Home|Page(Up|Down)|Arrow(Up|Down|Left|Right)|[A-Z1-9?/])$/.test(key),
  );
  expect(unnamed).toEqual([]);
});
