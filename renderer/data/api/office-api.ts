import type { Result } from '../../../domain/base/result.ts';
import type { AccessRules, AccessRulesAnswer } from '../../../domain/protocol/access-rules.ts';
import { BATCH_LIMIT } from '../../../domain/protocol/batch.ts';
import type { OfficeHandOvers, SettledHandOver, SettleHandOver } from '../../../domain/protocol/hand-over.ts';
import type {
  AccountEvents,
  ActReport,
  IssueAnswer,
  IssueRequest,
  LettersRequest,
  NeverActivated,
  OfficeAccounts,
} from '../../../domain/protocol/office-accounts.ts';
import type { OfficeMails } from '../../../domain/protocol/office-mail-list.ts';
import type { SchoolDetails } from '../../../domain/protocol/school-contacts.ts';
import type {
  OfficeRestored,
  SetAsideAnswer,
  SetAsideRequest,
} from '../../../domain/protocol/office-restored.ts';
import type { Api, ApiFailure } from './api-request.ts';

type Answer<T> = Promise<Result<T, ApiFailure>>;

/** Which acts of the register of operations are wanted: of one account or of all, newest first, below a number. */
export interface EventsWanted {
  readonly username?: string;
  readonly below?: number;
}

/** What the office does with the accounts of its school. */
export interface OfficeApi {
  accounts(signal?: AbortSignal): Answer<OfficeAccounts>;
  issue(request: IssueRequest): Answer<IssueAnswer>;
  reissue(usernames: readonly string[]): Answer<ActReport>;
  /** Mails an activation link. */
  mail(usernames: readonly string[]): Answer<ActReport>;
  block(usernames: readonly string[], reason: string): Answer<ActReport>;
  unblock(usernames: readonly string[]): Answer<ActReport>;
  /** A clerk's word that addresses which an import was not sure of are theirs. */
  confirmAddresses(usernames: readonly string[]): Answer<ActReport>;
  /** Confirms changes of records, each by the digest of what was shown. */
  confirmRecord(changes: readonly ShownChange[]): Answer<ActReport>;
  /** Refuses them: what counted before stays. */
  refuseRecord(changes: readonly ShownChange[]): Answer<ActReport>;
  blockLeavers(): Answer<ActReport>;
  /** Reminds by mail those who never activated their account (S9). */
  remind(): Answer<ActReport>;
  letters(request: LettersRequest): Answer<Uint8Array<ArrayBuffer>>;
  /** Those who never activated their account, as CSV. */
  neverActivated(): Answer<Uint8Array<ArrayBuffer>>;
  /** How many they are. */
  neverActivatedCount(): Answer<NeverActivated>;
  events(wanted: EventsWanted): Answer<AccountEvents>;
  mails(signal?: AbortSignal): Answer<OfficeMails>;
  /** Entries of blocked accounts that were handed over. */
  handOvers(signal?: AbortSignal): Answer<OfficeHandOvers>;
  /** What came back after the store was put back from a copy, and what did not. */
  restored(signal?: AbortSignal): Answer<OfficeRestored>;
  /** Sets aside places that only a colleague's device says to hold. */
  setAside(places: SetAsideRequest['places']): Answer<SetAsideAnswer>;
  /** Takes entries into the register in their author's name, or leaves them. */
  settleHandOvers(request: SettleHandOver): Answer<SettledHandOver>;
  /** What the school decides on access. */
  rules(signal?: AbortSignal): Answer<AccessRulesAnswer>;
  changeRules(rules: AccessRules): Answer<AccessRulesAnswer>;
  /** The school's name and how its office is reached (S11). */
  changeContacts(details: SchoolDetails): Answer<unknown>;
  retryMail(id: string): Answer<unknown>;
  /** The queued messages as a PDF; they count as printed from then on. */
  printMails(): Answer<Uint8Array<ArrayBuffer>>;
}

/** A change as somebody has seen it. */
export interface ShownChange {
  readonly username: string;
  readonly digest: string;
}

const ACCOUNTS = '/api/office/accounts';
const HAND_OVERS = '/api/office/hand-overs';
const RESTORED = '/api/office/restored';
/** What a list on a screen is good for: the rest follows when these are decided. */
const MOST_PAGES = 10;

/** The requests of the office. */
export function createOfficeApi(api: Api): OfficeApi {
  const aborting = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

  /** The pages of the list one after the other, as many as somebody looks through. */
  async function handOvers(signal: AbortSignal | undefined): Answer<OfficeHandOvers> {
    const entries: OfficeHandOvers['entries'][number][] = [];
    let path = HAND_OVERS;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await api.json<OfficeHandOvers>(path, aborting(signal));
      if (!answer.ok) return answer;
      entries.push(...answer.value.entries);
      if (answer.value.next === undefined) break;
      path = `${HAND_OVERS}?after=${encodeURIComponent(answer.value.next)}`;
    }
    return { ok: true, value: { entries } };
  }

  /** Acts on many accounts in portions; what was done before a failure is done. */
  async function act(
    verb: string,
    usernames: readonly string[],
    more: (from: number, to: number) => Readonly<Record<string, unknown>> = () => ({}),
  ): Answer<ActReport> {
    let done = 0;
    let waiting = 0;
    const skipped: ActReport['skipped'][number][] = [];
    for (let from = 0; from < usernames.length; from += BATCH_LIMIT) {
      const to = from + BATCH_LIMIT;
      const body = { usernames: usernames.slice(from, to), ...more(from, to) };
      const answer = await api.json<ActReport>(`${ACCOUNTS}/${verb}`, { method: 'POST', body });
      if (!answer.ok) return answer;
      done += answer.value.done;
      waiting += answer.value.waiting ?? 0;
      skipped.push(...answer.value.skipped);
    }
    return { ok: true, value: { done, ...(waiting > 0 ? { waiting } : {}), skipped } };
  }

  /** Decides on changes, each by the digest of what was shown. */
  async function decide(verb: string, changes: readonly ShownChange[]): Answer<ActReport> {
    const usernames = changes.map(({ username }) => username);
    return await act(verb, usernames, (from, to) => ({
      seen: changes.slice(from, to).map(({ digest }) => digest),
    }));
  }

  /** Sets places aside in portions; what was done before a failure is done. */
  async function setAside(places: SetAsideRequest['places']): Answer<SetAsideAnswer> {
    let done = 0;
    for (let from = 0; from < places.length; from += BATCH_LIMIT) {
      const body = { places: places.slice(from, from + BATCH_LIMIT) } satisfies SetAsideRequest;
      const answer = await api.json<SetAsideAnswer>(`${RESTORED}/set-aside`, { method: 'POST', body });
      if (!answer.ok) return answer;
      done += answer.value.done;
    }
    return { ok: true, value: { done } };
  }

  return {
    accounts: (signal) => api.json(ACCOUNTS, aborting(signal)),
    issue: (request) => api.json(`${ACCOUNTS}/issue`, { method: 'POST', body: request }),
    reissue: (usernames) => act('reissue', usernames),
    mail: (usernames) => act('mail', usernames),
    block: (usernames, reason) => act('block', usernames, () => ({ reason })),
    unblock: (usernames) => act('unblock', usernames),
    confirmAddresses: (usernames) => act('confirm-addresses', usernames),
    confirmRecord: (changes) => decide('confirm-record', changes),
    refuseRecord: (changes) => decide('refuse-record', changes),
    blockLeavers: () => api.json(`${ACCOUNTS}/block-leavers`, { method: 'POST', body: {} }),
    remind: () => api.json(`${ACCOUNTS}/remind`, { method: 'POST', body: {} }),
    letters: (request) => api.bytes(`${ACCOUNTS}/letters`, { method: 'POST', body: request }),
    neverActivated: () => api.bytes(`${ACCOUNTS}/export.csv`),
    neverActivatedCount: () => api.json(`${ACCOUNTS}/never-activated`),
    events({ username, below }) {
      const query = new URLSearchParams({
        ...(username === undefined ? {} : { username }),
        ...(below === undefined ? {} : { below: String(below) }),
      });
      return api.json(`${ACCOUNTS}/events?${query}`);
    },
    mails: (signal) => api.json('/api/office/mails', aborting(signal)),
    handOvers: (signal) => handOvers(signal),
    restored: (signal) => api.json(RESTORED, aborting(signal)),
    setAside,
    settleHandOvers: (request) =>
      api.json('/api/office/hand-overs/settle', { method: 'POST', body: request }),
    rules: (signal) => api.json(`${ACCOUNTS}/rules`, aborting(signal)),
    changeContacts: (details) => api.json('/api/office/contacts', { method: 'PUT', body: details }),
    changeRules: (rules) => api.json(`${ACCOUNTS}/rules`, { method: 'POST', body: rules }),
    retryMail: (id) =>
      api.json(`/api/office/mails/${encodeURIComponent(id)}/retry`, { method: 'POST', body: {} }),
    printMails: () => api.bytes('/api/office/mails/print', { method: 'POST', body: {} }),
  };
}
