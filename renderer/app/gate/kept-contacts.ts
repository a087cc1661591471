import { useEffect, useMemo } from 'react';
import {
  CONTACT_FIELDS,
  type SchoolDetails,
} from '../../../domain/protocol/endpoints/office/school-contacts.ts';
import type { School } from '../../../domain/kinds/school/record.ts';
import type { InstalledSchool } from '../../../domain/school-config.ts';
import type { Register } from '../../data/register.ts';
import { ownSchool } from '../../views/school.ts';

const keyOf = (school: string) => `campanella.contacts.${school}`;

/**
 * The installed school with the contacts that its office has written last (S11): those of the installer are as old as that. They are public, and
 * kept in clear, so that they are there before anybody signs in, and without a network.
 */
export function useKeptContacts(
  installed: InstalledSchool | undefined,
  register: Register | undefined,
): InstalledSchool | undefined {
  useEffect(() => {
    if (!register) return undefined;
    const following = ownSchool(register).subscribe((school) => {
      if (school) localStorage.setItem(keyOf(school.school), JSON.stringify(keptOf(school)));
    });
    return () => following.unsubscribe();
  }, [register]);
  return useMemo(
    // Read again when a register has been closed: the next page is that of the door.
    () =>
      installed &&
      (register
        ? installed
        : { ...installed, ...readContacts(localStorage.getItem(keyOf(installed.school))) }),
    [installed, register],
  );
}

/** What is known: where the office has not written a telephone yet, the installer's is better than none (S8, S11, S20). */
export function keptOf(school: School): Partial<SchoolDetails> {
  const { phone, email, address, city } = school;
  const name = school.name === school.school ? '' : school.name;
  return Object.fromEntries(
    Object.entries({ name, phone, email, address, city }).filter(([, value]) => value !== ''),
  );
}

/** What a computer has kept; nothing empty, and nothing of what is no contact. */
export function readContacts(text: string | null): Partial<SchoolDetails> {
  if (text === null) return {};
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return {};
    const values = (['name', ...CONTACT_FIELDS] as const).map(
      (name) => [name, Reflect.get(kept, name) as unknown] as const,
    );
    // Versions before this one have kept empty ones.
    return Object.fromEntries(values.filter(([, value]) => typeof value === 'string' && value !== ''));
  } catch {
    // Whatever has happened to it, the installer's contacts are there.
    return {};
  }
}
