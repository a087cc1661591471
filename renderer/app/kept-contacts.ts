import { useEffect, useMemo } from 'react';
import { CONTACT_FIELDS, contactsOf, type SchoolContacts } from '../../domain/protocol/school-contacts.ts';
import type { InstalledSchool } from '../../domain/school-config.ts';
import type { Register } from '../data/register.ts';

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
    const following = register?.school().subscribe((school) => {
      if (school) localStorage.setItem(keyOf(school.school), JSON.stringify(contactsOf(school)));
    });
    return () => following?.unsubscribe();
  }, [register]);
  return useMemo(
    // Read again when a register has been closed: the next page is that of the door.
    () => installed && (register ? installed : { ...installed, ...readContacts(installed.school) }),
    [installed, register],
  );
}

function readContacts(school: string): Partial<SchoolContacts> {
  const text = localStorage.getItem(keyOf(school));
  if (text === null) return {};
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return {};
    const values = CONTACT_FIELDS.map((name) => [name, Reflect.get(kept, name) as unknown] as const);
    return Object.fromEntries(values.filter(([, value]) => typeof value === 'string'));
  } catch {
    // Whatever has happened to it, the installer's contacts are there.
    return {};
  }
}
