import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { ActFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import {
  HAND_OVER_LIMIT,
  type HandOverBound,
  type HandOverConsent,
  type HandOverRequest,
} from '../../domain/protocol/endpoints/session/hand-over.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { toBrowserCode } from '../../domain/base/browser-code.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import type { Account } from '../accounts/account-file.ts';
import { openJournals } from '../accounts/journal-rescue.ts';
import { locate } from '../directory/known-servers.ts';
import type { Journal } from '../journal/journal.ts';
import type { EntryParts } from '../entry/admission.ts';
import type { PendingSteps } from '../entry/pending-sign-in.ts';
import { toActFailure } from '../network/server-failures.ts';

/**
 * Gives the unsent entries of a blocked account to the office (docs/adr/0009). The password opens them, and is the person's consent;
 * where it is this computer's own, `code` is, from a journey to the provider for this very account. `opens` is another password that
 * opens them, where the account had it when they were written.
 */
export type HandOver = (
  ref: AccountRef,
  password: string,
  code?: string,
  opens?: string,
) => Promise<Result<{ readonly entries: number }, ActFailure>>;

/** What handing over works with. */
export type HandOverParts = Pick<
  EntryParts,
  'accounts' | 'keys' | 'attempts' | 'transport' | 'servers' | 'device' | 'onError'
> & { readonly pending: PendingSteps };

type HandedEntry = HandOverRequest['entries'][number];

/** Of a journal, what was in it and what the office has. */
interface Given {
  readonly read: number;
  readonly given: number;
  /** How many the server will never take. */
  readonly tooLarge: number;
}

/** Well below what a request may hold: one that is larger by itself goes alone. */
const BATCH_BYTES = 400_000;

/** Creates the handing over. Not for concurrent callers. */
export function createHandOver(parts: HandOverParts): HandOver {
  const { accounts, keys, attempts, transport, servers, pending } = parts;

  /** What is sent as the person's consent. */
  function consentOf(
    { identity, enteredBy }: Account,
    server: string,
    password: string,
    typed: string | undefined,
  ): Result<HandOverConsent, ActFailure> {
    if (enteredBy === undefined) return ok({ password });
    // The server is never asked with a password that is this computer's own.
    if (typed === undefined) return fail({ kind: 'notPossible' });
    const held = pending.current();
    const isForThis =
      held?.kind === 'journey' &&
      held.purpose === 'handOver' &&
      held.only !== undefined &&
      isSameAccount(identity, held.only);
    // Secret and code are that server's alone.
    if (!isForThis || servers.of({ school: held.reachedBy }) !== server) return fail({ kind: 'expired' });
    const code = toBrowserCode(typed);
    return code === undefined ? fail({ kind: 'wrongCode' }) : ok({ flow: held.flow, code });
  }

  async function give(
    server: string,
    username: string,
    consent: HandOverConsent,
    journal: Journal,
  ): Promise<Result<Given, ActFailure>> {
    const read = await journal.read();
    if (!read.ok) return fail({ kind: 'internal' });
    let given = 0;
    const tooLarge = new Set<string>();
    for (const entries of inBatches(read.value)) {
      const request = { username, consent, device: parts.device(), entries };
      const answer = await transport.handOver(server, request);
      // The password has opened the journal: the account is open again, or has another password at the school by now.
      if (!answer.ok && answer.failure.kind === 'wrongCredentials')
        return fail({ kind: 'notPossible', reason: 'consentNotTaken' });
      if (!answer.ok) return fail(toActFailure(answer.failure));
      const taken = new Set(answer.value.taken);
      for (const { entry, reason } of answer.value.left ?? []) if (isForGood(reason)) tooLarge.add(entry);
      // What the server has not named stays, and no answer makes anything else go.
      const settled = entries.map(({ entry }) => entry).filter((entry) => taken.has(entry));
      if (!(await journal.settle(settled)).ok) return fail({ kind: 'internal' });
      given += settled.length;
    }
    return ok({ read: read.value.length, given, tooLarge: tooLarge.size });
  }

  return async (ref, password, code, opens = password) => {
    const account = await accounts.find(ref);
    const server = account && servers.of(locate(account));
    if (account?.blockedAt === undefined || server === undefined) return fail({ kind: 'notPossible' });
    const consent = consentOf(account, server, password, code);
    if (!consent.ok) return consent;
    const folder = accounts.folder(account.identity);
    const wait = await attempts.waitSeconds(folder);
    if (wait > 0) return fail({ kind: 'tooManyAttempts', waitSeconds: wait });
    await attempts.begin(folder);
    const journals = await openJournals(accounts, keys, account, opens, parts.onError);
    if (journals === undefined) {
      const waitSeconds = await attempts.waitSeconds(folder);
      return fail({
        kind: 'wrongPassword',
        reason: 'ofTheEntries',
        ...(waitSeconds > 0 && { waitSeconds }),
      });
    }
    await attempts.succeed(folder);
    if (journals.length === 0) return fail({ kind: 'internal' });
    let given = 0;
    let read = 0;
    let tooLarge = 0;
    try {
      for (const journal of journals) {
        const outcome = await give(server, account.identity.username, consent.value, journal);
        if (!outcome.ok) return outcome;
        given += outcome.value.given;
        read += outcome.value.read;
        tooLarge += outcome.value.tooLarge;
      }
    } finally {
      await Promise.allSettled(journals.map(async (journal) => await journal.close()));
    }
    if (read > 0 && given === 0)
      return fail({ kind: 'notPossible', reason: tooLarge === read ? 'entriesNotKept' : 'officeFull' });
    // What else waits goes with another password, or a little later, by the same code.
    const isDone = (await accounts.unsent(account.identity)) === 0;
    if (isDone && account.enteredBy !== undefined) pending.forget();
    return ok({ entries: given });
  };
}

/** Whether an entry is left for what it is, and not for how many others wait. */
function isForGood(reason: HandOverBound): boolean {
  return reason === 'tooLarge' || reason === 'malformed';
}

/** Entries that the server had refused before go too: the office sees them, and decides. */
function inBatches(entries: readonly JournalEntry[]): readonly HandedEntry[][] {
  const batches: HandedEntry[][] = [];
  let bytes = 0;
  for (const { entry, collection, record, assumed } of entries) {
    const handed = { entry, collection, record, assumed };
    const size = JSON.stringify(handed).length;
    const last = batches.at(-1);
    if (last === undefined || last.length >= HAND_OVER_LIMIT || bytes + size > BATCH_BYTES) {
      batches.push([handed]);
      bytes = size;
    } else {
      last.push(handed);
      bytes += size;
    }
  }
  return batches;
}
