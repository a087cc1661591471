import { describe, expect, it } from 'vitest';
import { parseSchoolId, parseStaffUsername } from './username.ts';

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
    expect(parseStaffUsername(typed)).toBeUndefined();
  });

  it('reads a school code in any case', () => {
    expect(parseSchoolId(' more0001 ')).toBe('MORE0001');
    expect(parseSchoolId('MOIC817002')).toBeUndefined();
  });
});
