import type { SchoolId } from '../../domain/base/ids.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import type { ReachableSchool, SchoolList } from '../../domain/protocol/school-list.ts';
import type { InstalledSchool } from '../../domain/school-config.ts';

/** An account, and by which known school it was reached where its own is not in the list. */
export type Located = Pick<AccountRef, 'school'> & { readonly via?: SchoolId };

/**
 * Where the server of each school is: the installed school and those of the signed list, and nobody else's word (docs/adr/0008). An
 * account of a school that is not listed lives on the server by which it was reached: schools of one server share profiles.
 */
export interface KnownServers {
  /** Origin of the server of an account; undefined when its school is not known (any more). */
  of(account: Located): string | undefined;
  /** What to write down with an account that answered at a server: nothing, the school it was reached by, or `elsewhere`. */
  place(school: string, reachedBy: SchoolId): { readonly via?: SchoolId } | 'elsewhere';
  schools(): readonly ReachableSchool[];
}

/** Where an account on this device is. */
export function locate({
  identity,
  via,
}: {
  readonly identity: AccountRef;
  readonly via?: SchoolId;
}): Located {
  return { school: identity.school, ...(via !== undefined && { via }) };
}

/** Looks servers up in the installed school and in the list that is good now. */
export function createKnownServers(
  installed: InstalledSchool,
  list: () => SchoolList | undefined,
): KnownServers {
  const listed = (school: string): string | undefined =>
    // The installer's own school stays where the installer says.
    school === installed.school
      ? installed.server
      : list()?.schools.find((one) => one.school === school)?.server;

  return {
    of: ({ school, via }) => listed(school) ?? (via === undefined ? undefined : listed(via)),
    place: (school, reachedBy) => {
      const own = listed(school);
      if (own === undefined) return { via: reachedBy };
      // A server that speaks for a school which is known to live elsewhere.
      return own === listed(reachedBy) ? {} : 'elsewhere';
    },
    schools: () => {
      const { school, name, city } = installed;
      const others = (list()?.schools ?? [])
        .filter((one) => one.school !== installed.school)
        .map((one) => ({ school: one.school, name: one.name, city: one.city }))
        .sort((a, b) => a.name.localeCompare(b.name, 'it'));
      return [{ school, name, city }, ...others];
    },
  };
}
