import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';

test('what is far too long for any grid is not read, in whichever form it comes', () => {
  expect(readTable({ 'text/plain': '7\n'.repeat(300_000), 'text/html': '' })).toBeUndefined();
  expect(readTable({ 'text/plain': '7\n', 'text/html': '<td>7</td>'.repeat(500_000) })).toBeUndefined();
});
