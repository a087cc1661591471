import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import { earlierGradesAfter } from './earlier-grades.ts';
import { leftHoursAfter } from './left-hours.ts';
import type { Change } from './reach.ts';

/** What these records change of what pupils have taken along from classes that they have left: hours (D97) and grades (D81). Whoever writes records asks for it. */
export async function takenAlong(
  reader: SchoolReader,
  change: Change,
  written: readonly RegisterRecord[],
): Promise<readonly NewVersion[]> {
  return [
    ...(await leftHoursAfter(reader, change, written)),
    ...(await earlierGradesAfter(reader, change, written)),
  ];
}
