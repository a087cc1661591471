import { describe, expect, test } from 'vitest';
import { DEEPEST_JSON, findFault, isPlainText, toPlainText, toPlainTexts } from './plain-text.ts';

describe('a text can be kept', () => {
  test.each(['', 'Città', '💥', 'حصة', '\n\t', '\u{10ffff}', '\uFFFD', 'e\u0301'])('%j', (text) => {
    expect(isPlainText(text)).toBe(true);
    expect(toPlainText(text)).toBe(text);
  });
});

describe('a text cannot be kept', () => {
  test.each([
    ['\ud800', '\uFFFD'],
    ['a\udc00b', 'a\uFFFDb'],
    ['\udc00\ud800', '\uFFFD\uFFFD'],
    ['💥'.slice(0, 1), '\uFFFD'],
    ['a\u0000b', 'ab'],
  ])('%j becomes %j', (text, nearest) => {
    expect(isPlainText(text)).toBe(false);
    expect(toPlainText(text)).toBe(nearest);
  });
});

test('the fault in a value is found wherever it is: values, lists, names of members', () => {
  expect(findFault({ a: [1, null, { b: 'x' }] })).toBeUndefined();
  expect(findFault('\ud800')).toEqual({ kind: 'text', path: '' });
  expect(findFault({ a: [{ b: '\ud800' }] })).toEqual({ kind: 'text', path: 'a.0.b' });
  expect(findFault({ a: { '\udfff': 1 } })).toEqual({ kind: 'text', path: 'a' });
  expect(findFault({ a: { '\0': 1 } })).toEqual({ kind: 'text', path: 'a' });
});

test('what is judged later is not looked at', () => {
  const unread = new Set(['next']);
  expect(findFault({ rows: [{ next: { a: '\ud800' } }] }, unread)).toBeUndefined();
});

test('depth has an end, however deep a value is, and what is just not too deep passes', () => {
  const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown;
  expect(findFault(nested(DEEPEST_JSON))).toBeUndefined();
  expect(findFault(nested(DEEPEST_JSON + 1))).toMatchObject({ kind: 'depth' });
  expect(findFault(nested(100_000))).toMatchObject({ kind: 'depth' });
});

test('a value whose texts can all be kept stays the very same', () => {
  const good = { a: ['x'] };
  expect(toPlainTexts(good)).toBe(good);
  expect(toPlainTexts({ 'a\0': ['\ud800', 1, null] })).toEqual({ a: ['\uFFFD', 1, null] });
});
