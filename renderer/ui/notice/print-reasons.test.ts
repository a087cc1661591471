import { expect, test } from 'vitest';
import { PRINT_REASONS } from '../../../domain/protocol/endpoints/office/print-reasons.ts';
import { failure as en } from './texts.en.ts';
import { failure as it } from './texts.it.ts';

test.each([it, en])('every reason for printing nothing says what to do', (failure) => {
  const texts = PRINT_REASONS.map((reason) => failure.reason[reason]);
  expect(texts.filter((text) => !text.includes(' '))).toEqual([]);
});
