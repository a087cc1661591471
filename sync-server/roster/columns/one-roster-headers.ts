/** The OneRoster files that the import reads, and the columns by which each is known whatever its name. */
export const ONE_ROSTER_FILES = {
  manifest: ['propertyname', 'value'],
  orgs: ['sourcedid', 'name', 'type'],
  academicSessions: ['sourcedid', 'title', 'type', 'startdate', 'enddate'],
  courses: ['sourcedid', 'title', 'coursecode'],
  classes: ['sourcedid', 'title', 'classtype'],
  users: ['sourcedid', 'givenname', 'familyname'],
  demographics: ['sourcedid', 'birthdate'],
  roles: ['sourcedid', 'usersourcedid', 'role'],
  enrollments: ['sourcedid', 'classsourcedid', 'usersourcedid', 'role'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A OneRoster file that the import reads. */
export type OneRosterFile = keyof typeof ONE_ROSTER_FILES;

/** Header keys that tell a OneRoster file from others. */
export const ONE_ROSTER_KEYS: readonly string[] = [
  ...new Set([...Object.values(ONE_ROSTER_FILES).flat(), 'status', 'datelastmodified', 'datalastmodified']),
];
