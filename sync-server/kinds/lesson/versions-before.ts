import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { Batch } from '../../register/batch/batch.ts';
import { recordOfVersion } from '../../register/batch/record-of-version.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';

/** What a lesson said, and the version with which it stood. */
export interface LessonVersion {
  readonly version: StoredVersion;
  readonly lesson: Lesson;
}

/** The versions of a lesson up to the one that stood before a change, oldest first, as far as a decision looks. */
export async function versionsBefore(batch: Batch, before: Lesson): Promise<readonly StoredVersion[]> {
  const upTo = (versions: readonly StoredVersion[]) =>
    versions.slice(0, versions.findLastIndex(({ entry }) => entry === before.entry) + 1);
  // A merge has read them already.
  const known = upTo(batch.readVersionsOf('lessons', before.id));
  return known.length > 0 ? known : upTo(await batch.versionsOf('lessons', before.id));
}

/** Those of them that stood: what lost was never the lesson. */
export function stoodIn(versions: readonly StoredVersion[]): readonly LessonVersion[] {
  return versions.flatMap((version) => {
    if (version.outcome === 'overruled') return [];
    const lesson = recordOfVersion(version);
    return lesson.kind === 'lesson' ? [{ version, lesson }] : [];
  });
}
