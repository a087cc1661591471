import type { PersonId } from '../../../domain/base/ids.ts';
import type { PersonalData } from '../../../domain/records/personal-data.ts';
import type { CleanPerson } from '../identity/clean.ts';
import type { Match } from '../identity/find-person.ts';

/** The addresses of a person after an import, the first one being that which messages go to. */
export type Addresses = Required<Pick<PersonalData, 'emails' | 'unconfirmedEmails'>>;

/** The addresses of the people of one run. */
export interface AddressBook {
  /** The addresses of a person once a row counts; `data` are those of the register, `isSurmised` as in a {@link Match}. */
  readonly of: (
    person: PersonId,
    row: CleanPerson,
    data: PersonalData | undefined,
    isSurmised: boolean,
  ) => Addresses;
}

/** Most addresses that a record holds. */
const MOST = 10;

interface Said {
  /** The record before the run. */
  readonly before: PersonalData | undefined;
  /** What the rows of the run say, the first row first, and of that what waits for a clerk. */
  readonly emails: readonly string[];
  readonly doubted: ReadonlySet<string>;
  /** What no row of the run can make anybody's own: the address of several families. */
  readonly held: ReadonlySet<string>;
}

/**
 * Keeps what the rows of a run say of people's addresses. What the newest list says comes first; an address that it replaces by another
 * one is kept without opening anything (`unconfirmedEmails`): it was mistyped, or somebody else's. An address that only waits itself
 * replaces none. A mother of two may have an address in each of two rows of one run: neither replaces the other.
 */
export function createAddressBook(): AddressBook {
  const book = new Map<PersonId, Said>();
  return {
    of: (person, { input, held }, data, isSurmised) => {
      const known = book.get(person) ?? { before: data, emails: [], doubted: new Set<string>(), held };
      const own = input.emails ?? [];
      const said = {
        before: known.before,
        emails: [...new Set([...known.emails, ...own])],
        doubted: new Set([...known.doubted, ...own.filter((email) => isSurmised || held.has(email))]),
        held: new Set([...known.held, ...held]),
      };
      book.set(person, said);
      return settled(said);
    },
  };
}

/** The addresses of the register that a row replaces; empty where it brings no new one that counts. */
export function replacedBy({ input, held }: CleanPerson, match: Match): readonly string[] {
  if (match.kind !== 'found' || match.isSurmised) return [];
  const { emails = [], unconfirmedEmails = [] } = match.data ?? {};
  const own = input.emails ?? [];
  const bringsOne = own.some((email) => !emails.includes(email) && !held.has(email));
  return bringsOne
    ? emails.filter((email) => !own.includes(email) && !unconfirmedEmails.includes(email))
    : [];
}

function settled({ before, emails: said, doubted, held }: Said): Addresses {
  const known = before?.emails ?? [];
  const emails = [...new Set([...said, ...known])].slice(0, MOST);
  const isReplaced = said.some((email) => !known.includes(email) && !doubted.has(email));
  const unconfirmedEmails = emails.filter((email) => {
    if (held.has(email)) return true;
    // Lists that come again prove nothing new: once held back, an address waits for a clerk.
    if (!known.includes(email)) return doubted.has(email);
    if (before?.unconfirmedEmails?.includes(email) === true) return true;
    return isReplaced && !said.includes(email);
  });
  return { emails, unconfirmedEmails };
}
