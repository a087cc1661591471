import type { Result } from '../../../domain/base/result.ts';
import type {
  AccessRules,
  AccessRulesAnswer,
} from '../../../domain/protocol/endpoints/office-accounts/access-rules.ts';
import type { Endpoint } from '../../../domain/protocol/endpoint.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { BATCH_LIMIT } from '../../../domain/protocol/batch.ts';
import type {
  OfficeHandOvers,
  SettledHandOver,
  SettleHandOver,
} from '../../../domain/protocol/endpoints/session/hand-over.ts';
import type { AccountEvents } from '../../../domain/protocol/endpoints/account/account-events.ts';
import type {
  ActReport,
  IssueAnswer,
  IssueRequest,
  LettersRequest,
  NeverActivated,
  OfficeAccounts,
} from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { OfficeMails } from '../../../domain/protocol/endpoints/office/office-mail-list.ts';
import type { SchoolDetails } from '../../../domain/protocol/endpoints/office/school-contacts.ts';
import type {
  OfficeRestored,
  SetAsideAnswer,
  SetAsideRequest,
} from '../../../domain/protocol/endpoints/office/office-restored.ts';
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

/** Endpoints that differ in their path alone. */
type AnyPath<E extends Endpoint> = Omit<E, 'path'> & Pick<Endpoint, 'path'>;

/** What a list on a screen is good for: the rest follows when these are decided. */
const MOST_PAGES = 10;

/** The requests of the office. */
export function createOfficeApi(api: Api): OfficeApi {
  /** The pages of the list one after the other, as many as somebody looks through. */
  async function handOvers(signal: AbortSignal | undefined): Answer<OfficeHandOvers> {
    const entries: OfficeHandOvers['entries'][number][] = [];
    let query: { readonly after?: string } = {};
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await api.ask(ofOffice.listHandOvers, { query, signal });
      if (!answer.ok) return answer;
      entries.push(...answer.value.entries);
      if (answer.value.next === undefined) break;
      query = { after: answer.value.next };
    }
    return { ok: true, value: { entries } };
  }

  /** Acts on many accounts in portions; what was done before a failure is done. */
  async function act(
    usernames: readonly string[],
    portion: (from: number, to: number) => Answer<ActReport>,
  ): Answer<ActReport> {
    let done = 0;
    let waiting = 0;
    const skipped: ActReport['skipped'][number][] = [];
    for (let from = 0; from < usernames.length; from += BATCH_LIMIT) {
      const answer = await portion(from, from + BATCH_LIMIT);
      if (!answer.ok) return answer;
      done += answer.value.done;
      waiting += answer.value.waiting ?? 0;
      skipped.push(...answer.value.skipped);
    }
    return { ok: true, value: { done, ...(waiting > 0 ? { waiting } : {}), skipped } };
  }

  /** One of the acts that take usernames and nothing else. */
  const onUsernames =
    (endpoint: AnyPath<typeof ofAccounts.reissueAccounts>) => (usernames: readonly string[]) =>
      act(usernames, (from, to) => api.ask(endpoint, { body: { usernames: usernames.slice(from, to) } }));

  /** Decides on changes, each by the digest of what was shown. */
  const onChanges =
    (endpoint: AnyPath<typeof ofAccounts.confirmRecords>) => (changes: readonly ShownChange[]) => {
      const usernames = changes.map(({ username }) => username);
      const seen = changes.map(({ digest }) => digest);
      return act(usernames, (from, to) =>
        api.ask(endpoint, { body: { usernames: usernames.slice(from, to), seen: seen.slice(from, to) } }),
      );
    };

  /** Sets places aside in portions; what was done before a failure is done. */
  async function setAside(places: SetAsideRequest['places']): Answer<SetAsideAnswer> {
    let done = 0;
    for (let from = 0; from < places.length; from += BATCH_LIMIT) {
      const body = { places: places.slice(from, from + BATCH_LIMIT) };
      const answer = await api.ask(ofOffice.setAside, { body });
      if (!answer.ok) return answer;
      done += answer.value.done;
    }
    return { ok: true, value: { done } };
  }

  return {
    accounts: (signal) => api.ask(ofAccounts.listAccounts, { signal }),
    issue: (request) => api.ask(ofAccounts.issueAccounts, { body: request }),
    reissue: onUsernames(ofAccounts.reissueAccounts),
    mail: onUsernames(ofAccounts.mailAccounts),
    block: (usernames, reason) =>
      act(usernames, (from, to) =>
        api.ask(ofAccounts.blockAccounts, { body: { usernames: usernames.slice(from, to), reason } }),
      ),
    unblock: onUsernames(ofAccounts.unblockAccounts),
    confirmAddresses: onUsernames(ofAccounts.confirmAddresses),
    confirmRecord: onChanges(ofAccounts.confirmRecords),
    refuseRecord: onChanges(ofAccounts.refuseRecords),
    blockLeavers: () => api.ask(ofAccounts.blockLeavers),
    remind: () => api.ask(ofAccounts.remindAccounts),
    letters: (request) => api.ask(ofAccounts.printLetters, { body: request }),
    neverActivated: () => api.ask(ofAccounts.exportNeverActivated),
    neverActivatedCount: () => api.ask(ofAccounts.countNeverActivated),
    events: ({ username, below }) =>
      api.ask(ofAccounts.listEvents, {
        query: {
          ...(username === undefined ? {} : { username }),
          ...(below === undefined ? {} : { below: String(below) }),
        },
      }),
    mails: (signal) => api.ask(ofOffice.listMails, { signal }),
    handOvers,
    restored: (signal) => api.ask(ofOffice.readRestored, { signal }),
    setAside,
    settleHandOvers: (request) => api.ask(ofOffice.settleHandOvers, { body: request }),
    rules: (signal) => api.ask(ofAccounts.readRules, { signal }),
    changeContacts: (details) => api.ask(ofOffice.changeContacts, { body: details }),
    changeRules: (rules) => api.ask(ofAccounts.changeRules, { body: rules }),
    retryMail: (id) => api.ask(ofOffice.retryMail, { params: { id } }),
    printMails: () => api.ask(ofAccounts.printMails),
  };
}
