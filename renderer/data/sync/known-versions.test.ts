import { expect, test } from 'vitest';
import type { Instant } from '../../../domain/base/ids.ts';
import { lesson } from '../../../sync-server/testing/test-records.ts';
import { nextEntry, STAFF } from '../../../sync-server/testing/test-school.ts';
import { createKnownVersions } from './known-versions.ts';

const receivedAt = '2026-11-23T09:30:00.000Z' as Instant;
const first = { ...lesson(STAFF.anna), receivedAt };
const colleagues = { ...first, entry: nextEntry(), author: STAFF.carla };

test('a version that an entry of this device has replaced is known by its name, whatever the clocks say', () => {
  const versions = createKnownVersions();
  versions.replace(first.entry);
  expect(versions.isReplaced(first)).toBe(true);
  // A server whose clock was set back: what is newer has an earlier time.
  expect(versions.isReplaced({ ...colleagues, receivedAt: '2026-11-23T08:30:00.000Z' as Instant })).toBe(
    false,
  );
  versions.forget();
  expect(versions.isReplaced(first)).toBe(false);
});

test('only so many names are kept', () => {
  const versions = createKnownVersions();
  versions.replace(first.entry);
  for (let count = 0; count < 1_000; count += 1) versions.replace(nextEntry());
  expect(versions.isReplaced(first)).toBe(false);
});
