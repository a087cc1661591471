import { expect, test } from 'vitest';
import type { Bucket } from '../../../../domain/access/bucket.ts';
import { isPartBucket } from '../../../../domain/access/bucket.ts';
import { bucketsOf, LAYOUT_MARK } from '../../../../domain/entries/buckets-of.ts';
import { asRead } from '../../../../domain/entries/read-part.ts';
import { assessment } from '../../../../sync-server/testing/gradebook/test-grades.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../../sync-server/testing/test-school.ts';
import { bucketsIn, isForDevice, LOOKED_MARK } from './for-device.ts';

const { anna, bruno } = STAFF;
const theirs = lesson(bruno);

test('a record is for the device of whoever reads one of its buckets, and of whoever has written it', () => {
  const [bucket = '' as Bucket] = bucketsOf(theirs);
  expect(isForDevice(theirs, new Set([bucket]), anna)).toBe(true);
  expect(isForDevice(theirs, new Set(['class:other' as Bucket]), anna)).toBe(false);
  expect(isForDevice(theirs, new Set(), bruno)).toBe(true);
});

test('where nothing was read yet, what a colleague wrote is not put back: the reading brings what is for the device', () => {
  for (const mark of [undefined, {}, { [LAYOUT_MARK]: 6 }, { [LAYOUT_MARK]: 6, [LOOKED_MARK]: 6 }])
    expect(isForDevice(theirs, new Set(bucketsIn(mark)), anna)).toBe(false);
});

test('F.5: a whole record of which a part is left is not for the device, and the part is', () => {
  const column = assessment(bruno, { topic: 'Frazioni' });
  const parts = new Set(bucketsOf(column).filter(isPartBucket));
  expect(parts.size).toBeGreaterThan(0);
  const part = asRead(column, parts);
  expect(part).not.toBe(column);
  expect(isForDevice(column, parts, anna)).toBe(false);
  expect(isForDevice(part, parts, anna)).toBe(true);
  expect(isForDevice(column, new Set(bucketsOf(column)), anna)).toBe(true);
});
