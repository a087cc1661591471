import { expect, test } from 'vitest';
import { PRINT_REASONS } from '../../../domain/protocol/endpoints/office/print-reasons.ts';
import { failure as en } from '../../i18n/failures/texts.en.ts';
import { failure as it } from '../../i18n/failures/texts.it.ts';

test.each([it, en])('every reason for printing nothing says what to do', (failure) => {
  const texts = PRINT_REASONS.map((reason) => failure.reason[reason]);
  expect(texts.filter((text) => !text.includes(' '))).toEqual([]);
});
