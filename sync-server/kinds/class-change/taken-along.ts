import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import { leftHoursAfter } from './left-hours.ts';
import { marksTakenAlong } from './marks-taken-along.ts';
import type { Change } from './reach.ts';

/** What these records change of what pupils have taken along from classes that they have left: hours (D97), grades (D81) and what was proposed (D60). Whoever writes records asks for it. */
export async function takenAlong(
  reader: SchoolReader,
  change: Change,
  written: readonly RegisterRecord[],
): Promise<readonly NewVersion[]> {
  return [
    ...(await leftHoursAfter(reader, change, written)),
    ...(await marksTakenAlong(reader, change, written)),
  ];
}
