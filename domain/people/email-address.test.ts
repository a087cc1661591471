import { describe, expect, test } from 'vitest';
import { maskEmailAddress, parseEmailAddress } from './email-address.ts';

describe('an e-mail address', () => {
  test.each([
    ['giulia.rossi@example.it', 'giulia.rossi@example.it'],
    ['  Giulia.Rossi@Example.IT\t', 'giulia.rossi@example.it'],
    ["o'neil+scuola@posta.example.org", "o'neil+scuola@posta.example.org"],
    ['a@xn--scuol-7na.it', 'a@xn--scuol-7na.it'],
    ['a_b-c@1und1.example.com', 'a_b-c@1und1.example.com'],
  ])('"%s" is read as %s', (typed, address) => {
    expect(parseEmailAddress(typed)).toBe(address);
  });

  test.each([
    ['nothing', ''],
    ['no domain', 'giulia@'],
    ['no name', '@example.it'],
    ['a domain without a dot', 'giulia@localhost'],
    ['two addresses', 'a@example.it,b@example.it'],
    ['two at signs', 'a@b@example.it'],
    ['a header after a line', 'a@example.it\r\nBcc: b@example.it'],
    ['a line inside', 'a\n@example.it'],
    ['a name beside it', 'Giulia <a@example.it>'],
    ['a quoted name', '"a b"@example.it'],
    ['a comment', 'a(b)@example.it'],
    ['a route', 'a%b@example.it'],
    ['an old route', 'b!a@example.it'],
    ['a literal address', 'a@[127.0.0.1]'],
    ['a number as domain', 'a@127.0.0.1'],
    ['two dots', 'a..b@example.it'],
    ['a dot in front', '.a@example.it'],
    ['an encoded word', '=?utf-8?q?a=40evil.example=3e?=@example.it'],
    ['NUL', 'a\u0000@example.it'],
    ['a blank inside', 'a b@example.it'],
    ['a Kelvin sign that lower-cases to k', '\u212Aarl@example.it'],
    ['a dotless i', 'g\u0131ulia@example.it'],
    ['a Cyrillic a', '\u0430@example.it'],
    ['a full-width at', 'a\uFF20example.it'],
    ['a zero-width space', 'a\u200Bb@example.it'],
    ['too long a name', `${'a'.repeat(65)}@example.it`],
    ['too long an address', `a@${'b.'.repeat(130)}it`],
  ])('is not %s', (_what, typed) => {
    expect(parseEmailAddress(typed)).toBeUndefined();
  });

  test.each([
    ['giulia.rossi@example.it', 'g••••@example.it'],
    ['a@example.it', 'a••••@example.it'],
  ])('%s is shown as %s', (address, masked) => {
    expect(maskEmailAddress(address)).toBe(masked);
  });
});
