import { gradesBucket, religionGradesBucket } from '../../../domain/access/bucket.ts';
import type { ClassId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { recordsIn } from '../../school/records-in.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';

/** All that is assessed in a class, as it stood when somebody asked for it first. */
export type MarksOfClass = (schoolClass: ClassId) => Promise<readonly RegisterRecord[]>;

/** Reads what is assessed in classes, each of them once however many pupils it is asked for. */
export function createMarksOfClass(reader: Pick<SchoolReader, 'bucketRange'>): MarksOfClass {
  const known = new Map<ClassId, readonly RegisterRecord[]>();
  return async (schoolClass) => {
    const found = known.get(schoolClass) ?? [
      ...(await recordsIn(reader, 'grades', gradesBucket(schoolClass))),
      ...(await recordsIn(reader, 'grades', religionGradesBucket(schoolClass))),
    ];
    known.set(schoolClass, found);
    return found;
  };
}
