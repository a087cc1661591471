import { toSchoolId, type SchoolId } from '../../domain/base/ids.ts';
import { contactsOf, type SchoolContacts } from '../../domain/protocol/endpoints/office/school-contacts.ts';
import { type School, SCHOOL_RECORD_ID } from '../../domain/kinds/school/record.ts';
import { storedRecord } from '../../domain/kinds/upgrades.ts';
import type { SchoolReader, Storage } from '../storage/contract/storage.ts';

/** A school as everybody may know it: what stands on its letters and on its door. */
export interface PublicSchool {
  readonly code: string;
  readonly name: string;
  readonly contacts: SchoolContacts;
}

/** What anybody may ask about the schools of this server. */
export interface PublicSchools {
  /** A school by its code, in capitals or not. */
  named(code: string): Promise<PublicSchool | undefined>;
  /** All schools by name; none where they are more than a page should list. */
  all(): Promise<readonly PublicSchool[] | 'tooMany'>;
}

/** A list of more schools helps nobody to find theirs, and to read them for anybody who asks would be work without end. */
const LISTED = 50;
const NO_CONTACTS: SchoolContacts = { phone: '', email: '', address: '', city: '' };

/** Reads one small record a school, never its roster: nobody is signed in who asks. */
export function createPublicSchools(storage: Storage): PublicSchools {
  return {
    async named(code) {
      const wanted = code.trim().toUpperCase();
      const schools = await storage.schools();
      return schools.some((school) => school === wanted) ? await read(toSchoolId(wanted)) : undefined;
    },
    async all() {
      const codes = await storage.schools();
      if (codes.length > LISTED) return 'tooMany';
      const schools = await Promise.all(codes.map(read));
      return schools.toSorted((a, b) => a.name.localeCompare(b.name, 'it'));
    },
  };

  async function read(code: SchoolId): Promise<PublicSchool> {
    const record = await storage.read(code, schoolRecord);
    if (!record) return { code, name: code, contacts: NO_CONTACTS };
    return { code, name: record.name === '' ? code : record.name, contacts: contactsOf(record) };
  }
}

async function schoolRecord(reader: SchoolReader): Promise<School | undefined> {
  const documents = await reader.documents('settings', [SCHOOL_RECORD_ID]);
  const text = documents.get(SCHOOL_RECORD_ID);
  const record = text === undefined ? undefined : storedRecord(text);
  return record?.kind === 'school' ? record : undefined;
}
