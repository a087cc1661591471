import type { SchoolId } from '../../../domain/base/ids.ts';
import {
  DEFAULT_POLICIES,
  SCHOOL_LEVELS,
  SCHOOL_RECORD_ID,
  type School,
  type SchoolLevel,
} from '../../../domain/kinds/school/record.ts';
import { parseSchoolId } from '../../../domain/people/username.ts';
import type { Findings } from '../report/import-report.ts';
import { RosterRefusal } from '../report/refusal.ts';
import type { Draft } from './draft.ts';

/** Chooses the school of an import: the one asked for, or the only one of the server. */
export function chooseSchool(asked: string | undefined, present: readonly School[]): SchoolId {
  if (asked !== undefined) {
    const code = parseSchoolId(asked);
    if (!code) throw new RosterRefusal('badSchoolCode', '', asked);
    return code;
  }
  const [only, second] = present;
  if (!only || second)
    throw new RosterRefusal('schoolNeeded', '', present.map((school) => school.school).join(', ') || '–');
  return only.school;
}

/** Puts the school into the draft: as it is, or with the minimum that its office must complete. */
export function putSchool(
  draft: Draft,
  findings: Findings,
  levels: readonly SchoolLevel[] | undefined,
  name?: string,
): School {
  const known = draft.get('school', SCHOOL_RECORD_ID);
  if (known) {
    draft.put(known, 'schools');
    return known;
  }
  draft.put(
    {
      id: SCHOOL_RECORD_ID,
      kind: 'school',
      name: name ?? draft.school,
      ministryCode: '',
      // All levels, until the classes or the office tell.
      levels: levels ?? SCHOOL_LEVELS,
      city: '',
      address: '',
      phone: '',
      email: '',
      policies: DEFAULT_POLICIES,
    },
    'schools',
  );
  findings.warn({ file: '', row: 0, column: '' }, 'schoolCreated', draft.school);
  const school = draft.get('school', SCHOOL_RECORD_ID);
  if (!school) throw new Error('A school that was just put is there');
  return school;
}

/** Narrows the levels of a school that the import made to those of its classes, if there are any. */
export function settleLevels(draft: Draft): void {
  const school = draft.get('school', SCHOOL_RECORD_ID);
  const found = new Set(draft.all('class').map((item) => item.level));
  const levels = SCHOOL_LEVELS.filter((level) => found.has(level));
  if (school && levels.length > 0) draft.put({ ...school, levels }, 'schools');
}

/** Narrows a text to a level of school. */
export function isSchoolLevel(text: string): text is SchoolLevel {
  return SCHOOL_LEVELS.some((level) => level === text);
}
