import { describe, expect, it } from 'vitest';
import { pinFault } from './pin-rules.ts';

describe('pin', () => {
  it.each(['2739', '91827', '806431', '5820917', '40917362'])('takes %s', (pin) => {
    expect(pinFault(pin)).toBeUndefined();
  });

  it.each([
    ['', 'tooShort'],
    ['273', 'tooShort'],
    ['273918264', 'tooShort'],
    ['27a9', 'tooShort'],
    ['٢٧٣٩', 'tooShort'],
    ['27 39', 'tooShort'],
    ['1111', 'tooEasy'],
    ['1234', 'tooEasy'],
    ['87654321', 'tooEasy'],
    ['7890', 'tooEasy'],
    ['1212', 'tooEasy'],
    ['123123', 'tooEasy'],
    ['27392739', 'tooEasy'],
    ['2580', 'tooCommon'],
    ['1984', 'tooCommon'],
    ['2010', 'tooCommon'],
  ])('refuses %s as %s', (pin, fault) => {
    expect(pinFault(pin)).toBe(fault);
  });
});
