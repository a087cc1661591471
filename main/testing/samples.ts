import { toEntryId, toInstant, toPersonId, toSchoolId } from '../../domain/base/ids.ts';
import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import type { Identity, SessionTokens } from '../../domain/protocol/endpoints/session/session.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import type { InstalledSchool } from '../../domain/school-config.ts';
import { staffIdentity } from '../../domain/testing/staff-identity.ts';

/** The installed school of a test, with a server of the test's. */
export function sampleSchool(server: string): InstalledSchool {
  return {
    school: toSchoolId('MORE0001'),
    name: 'Liceo Muratori',
    city: 'Modena',
    server,
    phone: '059 1',
    email: 'segreteria@muratori.example',
    address: 'Via 1',
  };
}

/** A teacher. */
export function sampleIdentity(number = 1): Identity {
  return staffIdentity({
    school: toSchoolId('MORE0001'),
    schoolName: 'Liceo Muratori',
    person: toPersonId(`0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`),
    username: `MORE0001.${number}`,
    surname: 'D’Angelo',
    givenName: 'Niccolò',
    roles: ['teacher'],
  });
}

/** The account of a guardian for a child; `school` may be another one than the installed. */
export function sampleGuardian(
  number: number,
  school = 'MORE0001',
  profile = `guardian-${number}`,
): Identity {
  const about = {
    school: toSchoolId(school),
    schoolName: 'Liceo Muratori',
    username: `G00000${number}A`,
    kind: 'firstGuardian',
    surname: 'Ferrarini',
    givenName: 'Anna',
    child: {
      person: toPersonId(`0198c0de-0000-7000-8000-00000000010${number}`),
      surname: 'Rossi',
      givenName: `Figlio ${number}`,
    },
  } as const;
  return {
    ...about,
    person: toPersonId('0198c0de-0000-7000-8000-000000000099'),
    roles: [],
    schoolPass: `5000${number}`,
    profile,
    portfolio: [about],
  };
}

/** Tokens numbered so that a test can tell one renewal from the next. */
export function sampleTokens(
  number: number,
  identity: Identity = sampleIdentity(),
  expiresIn = 600,
): SessionTokens {
  return {
    accessToken: `access-${number}`,
    expiresIn,
    refreshToken: `refresh-${number}`,
    identity,
    serverTime: toInstant(0),
  };
}

/** An entry of the journal; the record holds a name, so that a test can look for it on the disk. */
export function sampleEntry(number: number): JournalEntry {
  const entry = toEntryId(`0198c0de-0000-7000-9000-${String(number).padStart(12, '0')}`);
  // The cast: the journal does not look inside of a record.
  const record = {
    id: `record-${number}`,
    kind: 'attendanceDay',
    entry,
    note: 'Giulia Ferrarini',
  } as unknown as RegisterRecord;
  return { entry, collection: 'attendance', record, assumed: null };
}
