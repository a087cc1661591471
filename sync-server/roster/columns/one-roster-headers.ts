import { headerKey } from './headers.ts';

/** The OneRoster files that the import reads, and the columns by which each is known whatever its name. */
export const ONE_ROSTER_FILES = {
  manifest: ['propertyName', 'value'],
  orgs: ['sourcedId', 'name', 'type'],
  academicSessions: ['sourcedId', 'title', 'type', 'startDate', 'endDate'],
  courses: ['sourcedId', 'title', 'courseCode'],
  classes: ['sourcedId', 'title', 'classType'],
  users: ['sourcedId', 'givenName', 'familyName'],
  demographics: ['sourcedId', 'birthDate'],
  roles: ['sourcedId', 'userSourcedId', 'role'],
  enrollments: ['sourcedId', 'classSourcedId', 'userSourcedId', 'role'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A OneRoster file that the import reads. */
export type OneRosterFile = keyof typeof ONE_ROSTER_FILES;

/** Files that their name tells with fewer columns: the others are optional in OneRoster 1.1 and 1.2. */
const BY_NAME: Partial<Record<OneRosterFile, readonly string[]>> = {
  courses: ['sourcedId', 'title'],
  demographics: ['sourcedId'],
};

/** The columns without which a file of that name cannot be read, as OneRoster writes them. */
export function columnsNeeded(file: OneRosterFile): readonly string[] {
  return BY_NAME[file] ?? ONE_ROSTER_FILES[file];
}

/** Header keys that tell a OneRoster file from others. */
export const ONE_ROSTER_KEYS: readonly string[] = [
  ...new Set([...Object.values(ONE_ROSTER_FILES).flat(), 'status', 'dateLastModified', 'dataLastModified']),
].map(headerKey);
