import { describe, expect, it, test } from 'vitest';
import { familyUsername, parseSchoolId, parseStaffUsername, parseUsername } from './username.ts';

describe('staff username (S13)', () => {
  it.each(['YYXX0001.5555555', 'YYXX0001.1', '  yyxx0001.12 '])('accepts %s', (typed) => {
    expect(parseStaffUsername(typed)?.school).toBe('YYXX0001');
  });

  it.each([
    'YYX0001.5',
    'YYXX001.5',
    'YYXX0001-5',
    'YYXX0001.',
    'YYXX0001.5a',
    'YYXX0001.５',
    'YY XX0001.5',
    '',
  ])('refuses %s', (typed) => {
    expect(parseUsername(typed)).toBeUndefined();
  });

  it('reads a school code in any case', () => {
    expect(parseSchoolId(' more0001 ')).toBe('MORE0001');
    expect(parseSchoolId('MOIC817002')).toBeUndefined();
  });
});

describe('username of a guardian or a pupil (S12)', () => {
  it.each([
    ['S123456A', 'student'],
    ['G123456X', 'firstGuardian'],
    ['X000001Z', 'secondGuardian'],
    [' g123456x ', 'firstGuardian'],
    ['G12345678X', 'firstGuardian'],
  ])('accepts %s', (typed, kind) => {
    expect(parseUsername(typed)).toMatchObject({ kind, username: typed.trim().toUpperCase() });
  });

  it.each([
    'P123456X',
    'G12345X',
    'G1234567',
    'G123456',
    'G123456XX',
    'G１23456X',
    'G123 456X',
    'G123456789X',
  ])('refuses %s', (typed) => {
    expect(parseUsername(typed)).toBeUndefined();
  });

  test('a name made here is known as ours, one with a slip is not', () => {
    const made = familyUsername('firstGuardian', 204_518);
    expect(made).toMatch(/^G204518[A-Z]$/);
    const isOurs = (username: string) => {
      const parsed = parseUsername(username);
      return parsed !== undefined && 'isOurs' in parsed && parsed.isOurs;
    };
    expect(isOurs(made)).toBe(true);
    const letter = made.at(-1) ?? '';
    for (let place = 0; place < 6; place += 1)
      for (let digit = 0; digit <= 9; digit += 1) {
        const digits = '204518'.split('');
        if (digits[place] === String(digit)) continue;
        digits[place] = String(digit);
        expect(isOurs(`G${digits.join('')}${letter}`)).toBe(false);
      }
    expect(isOurs(`G024518${letter}`)).toBe(false);
    expect(isOurs(`X204518${letter}`)).toBe(false);
  });
});
