import { stringify } from 'csv-stringify/sync';
import { toInstant } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import {
  countNeverActivated,
  listEvents,
} from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import {
  EVENTS_SHOWN,
  type AccountEvents,
} from '../../../domain/protocol/endpoints/account/account-events.ts';
import type {
  NeverActivated,
  OfficeAccount,
} from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { compareByName } from '../../../domain/kinds/person/record.ts';
import { isNeverActivated } from '../../../domain/people/activation-reminder.ts';
import { parseUsername, type AccountKind } from '../../../domain/people/username.ts';
import type {
  AccountEvent,
  AccountReader,
  EventRange,
  NumberedAccountEvent,
} from '../../storage/contract/accounts.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { isLeaver, type ListAccounts } from './office-accounts.ts';
import { isInReach, officeOf, type OfficeContext } from '../act/office.ts';

/** What the office reads of accounts: the register of operations, and who has never used theirs. */
export interface AccountReports {
  events(who: SignedIn, filter: EventFilter): Promise<Result<AccountEvents, Failure>>;
  /** The accounts that were never activated, for a spreadsheet (S9). */
  neverActivated(who: SignedIn): Promise<Result<string, Failure>>;
  /** How many they are. */
  countNeverActivated(who: SignedIn): Promise<Result<NeverActivated, Failure>>;
}

/** Which acts are read: those on one account, or all; those below a number. */
export interface EventFilter {
  readonly username?: string;
  readonly below?: number;
}

const KINDS = {
  staff: 'personale',
  firstGuardian: 'genitore 1',
  secondGuardian: 'genitore 2',
  student: 'studente',
} as const satisfies Record<AccountKind, string>;
const HEADINGS = [
  'Cognome',
  'Nome',
  'Tipo',
  'Figlio',
  'Classe',
  'Nome utente',
  'School pass',
  'Creato il',
  'Password valida fino al',
  'Lettera stampata il',
  'E-mail',
];

/** The office's reports. */
export function createAccountReports(context: OfficeContext, listAccounts: ListAccounts): AccountReports {
  const { storage } = context;
  return {
    async events(who, { username, below }) {
      const office = await officeOf(context, who, listEvents);
      if (!office.ok) return office;
      const range = {
        school: who.school,
        limit: EVENTS_SHOWN,
        ...(username === undefined ? {} : { username: parseUsername(username)?.username ?? username }),
        ...(below === undefined ? {} : { below }),
      };
      const isShown = ({ username: of }: AccountEvent) =>
        isInReach(office.value.reach, parseUsername(of)?.kind);
      const events = await storage.accounts.read((reader) => readEvents(reader, range, isShown));
      return ok({
        events: events.map(({ number, at, username: of, by, act, details }) => ({
          number,
          at: toInstant(at),
          username: of,
          ...(by === undefined ? {} : { by }),
          act,
          details,
        })),
      });
    },
    async neverActivated(who) {
      const listed = await listAccounts(who);
      if (!listed.ok) return listed;
      const asleep = listed.value.accounts.filter(isNeverActivated).toSorted(byClassAndName);
      // Excel reads semicolons and needs the mark to see UTF-8; what begins like a formula is kept from being one.
      return ok(
        stringify([HEADINGS, ...asleep.map(cells)], {
          bom: true,
          delimiter: ';',
          record_delimiter: 'windows',
          escape_formulas: true,
        }),
      );
    },
    async countNeverActivated(who) {
      const found = await officeOf(context, who, countNeverActivated);
      if (!found.ok) return found;
      const office = found.value;
      // Asked by every office every few minutes: without the profiles and messages that the list needs.
      const accounts = await storage.accounts.read((reader) => reader.accountsOfSchool(office.school));
      const count = accounts.filter(
        (account) =>
          isInReach(office.reach, account.kind) &&
          isNeverActivated({ state: account.state, hasLeft: isLeaver(office, account) }),
      ).length;
      return ok({ count });
    },
  };
}

/** The newest operations of a range that are shown: a page that another office's have thinned out is filled from those before. */
async function readEvents(
  reader: Pick<AccountReader, 'events'>,
  range: EventRange,
  isShown: (event: AccountEvent) => boolean,
): Promise<readonly NumberedAccountEvent[]> {
  const shown: NumberedAccountEvent[] = [];
  let below = range.below;
  for (;;) {
    const page = await reader.events(below === undefined ? range : { ...range, below });
    shown.push(...page.filter(isShown));
    const last = page.at(-1);
    if (!last || page.length < range.limit || shown.length >= range.limit) return shown.slice(0, range.limit);
    below = last.number;
  }
}

/** The order of letters and lists: class, then the person's name; the staff, who have no class, come first. */
export function byClassAndName(
  a: Pick<OfficeAccount, 'className' | 'surname' | 'givenName'>,
  b: Pick<OfficeAccount, 'className' | 'surname' | 'givenName'>,
): number {
  return (a.className ?? '').localeCompare(b.className ?? '', 'it', { numeric: true }) || compareByName(a, b);
}

function cells(account: OfficeAccount): readonly string[] {
  const day = (instant: OfficeAccount['issuedAt'] | undefined) => (instant ? dayOfInstant(instant) : '');
  return [
    account.surname,
    account.givenName,
    KINDS[account.kind],
    account.child ?? '',
    account.className ?? '',
    account.username,
    account.schoolPass,
    day(account.issuedAt),
    day(account.passwordExpiresAt),
    day(account.letterPrintedAt),
    account.hasRecordEmail ? 'sì' : 'no',
  ];
}
