import { toPersonId, type Instant } from '../../domain/base/ids.ts';
import type { Lesson } from '../../domain/kinds/lesson/record.ts';
import type { NewVersion } from '../storage/contract/storage.ts';
import { lesson } from './test-records.ts';

const receivedAt = '2026-11-23T09:30:00.000Z' as Instant;

/** A version of a lesson, ready to be appended. */
export function version(
  changes: Partial<Lesson> = {},
  outcome: NewVersion['outcome'] = 'stored',
): NewVersion {
  const record = { ...lesson(toPersonId('anna'), changes), receivedAt };
  return { collection: 'lessons', record, device: 'test', outcome };
}
