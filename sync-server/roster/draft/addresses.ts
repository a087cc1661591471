import type { PersonId } from '../../../domain/base/ids.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import type { CleanPerson } from '../matching/clean.ts';
import type { PlaceInWords } from '../report/import-report.ts';

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
    place: PlaceInWords,
  ) => Addresses;
  /** What the run did to addresses, once all its rows have been taken: a later row may say again what an earlier one left out. */
  readonly changes: () => readonly AddressChange[];
}

/** What became of an address of the register or of the run. */
export type AddressChange = { readonly person: PersonId; readonly place: PlaceInWords } & (
  | { readonly kind: 'replaced'; readonly address: string; readonly by: string }
  | { readonly kind: 'waits'; readonly address: string }
  | { readonly kind: 'several'; readonly addresses: readonly string[] }
);

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
  /** Where each address was said first. */
  readonly places: ReadonlyMap<string, PlaceInWords>;
}

/**
 * Keeps what the rows of a run say of people's addresses. What the newest list says comes first; an address that it replaces by another
 * one is kept without opening anything (`unconfirmedEmails`): it was mistyped, or somebody else's. An address that only waits itself
 * replaces none. A mother of two may have an address in each of two rows of one run: neither replaces the other.
 */
export function createAddressBook(): AddressBook {
  const book = new Map<PersonId, Said>();
  return {
    of: (person, { input, held }, data, isSurmised, place) => {
      const known = book.get(person) ?? {
        before: data,
        emails: [],
        doubted: new Set<string>(),
        held,
        places: new Map<string, PlaceInWords>(),
      };
      const own = input.emails ?? [];
      const said = {
        before: known.before,
        emails: [...new Set([...known.emails, ...own])],
        doubted: new Set([...known.doubted, ...own.filter((email) => isSurmised || held.has(email))]),
        held: new Set([...known.held, ...held]),
        places: new Map([...own.map((email) => [email, place] as const), ...known.places]),
      };
      book.set(person, said);
      return settled(said);
    },
    changes: () => [...book].flatMap(([person, said]) => changesOf(person, said)),
  };
}

function changesOf(person: PersonId, said: Said): readonly AddressChange[] {
  const { before, emails: own, doubted, held, places } = said;
  const { unconfirmedEmails } = settled(said);
  const known = before?.emails ?? [];
  const changes: AddressChange[] = [];
  const at = (email: string) => ({ person, place: places.get(email) ?? { file: '', row: 0, column: '' } });
  const by = own.find((email) => !known.includes(email) && !doubted.has(email));
  if (by !== undefined)
    for (const address of known)
      if (!own.includes(address) && before?.unconfirmedEmails?.includes(address) !== true)
        changes.push({ ...at(by), kind: 'replaced', address, by });
  // Those of several families have been said with their row.
  for (const address of own)
    if (!known.includes(address) && unconfirmedEmails.includes(address) && !held.has(address))
      changes.push({ ...at(address), kind: 'waits', address });
  const counting = own.filter((email) => !unconfirmedEmails.includes(email));
  const rows = new Set(counting.map((email) => at(email).place).map(({ file, row }) => `${file}/${row}`));
  const last = counting.findLast((email) => !known.includes(email));
  if (rows.size > 1 && last !== undefined)
    changes.push({ ...at(last), kind: 'several', addresses: counting });
  return changes;
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
