import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { recordOfVersion } from '../../register/batch/record-of-version.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';

/** What a lesson said, and the version with which it stood. */
export interface LessonVersion {
  readonly version: StoredVersion;
  readonly lesson: Lesson;
}

/** The versions of a lesson that stood: what lost was never the lesson. */
export function stoodIn(versions: readonly StoredVersion[]): readonly LessonVersion[] {
  return versions.flatMap((version) => {
    if (version.outcome === 'overruled') return [];
    const lesson = recordOfVersion(version);
    return lesson.kind === 'lesson' ? [{ version, lesson }] : [];
  });
}
