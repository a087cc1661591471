import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

test.each([0, 1, 2, 3, 0x8000, 200_001])('%i bytes come back as they were', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 37) % 256);
  expect(new Uint8Array(Buffer.from(toBase64(bytes), 'base64'))).toEqual(bytes);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});
