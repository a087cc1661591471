import type { SessionState } from '../../domain/protocol/bridge/session-state.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import type { OpenAccount } from '../accounts/open-account.ts';

/** Why an account is locked. */
export type LockReason = Extract<SessionState, { kind: 'locked' }>['reason'];

/** What the main process holds of the session; {@link SessionState} is what the page learns of it. */
type Held =
  | { readonly kind: 'signedOut' }
  | Extract<SessionState, { kind: 'locked' }>
  | { readonly kind: 'open'; readonly account: OpenAccount };

/** The one place where the state of the session changes; tells its listener only of real changes. */
export interface SessionStore {
  state(): SessionState;
  /** The open account; undefined while locked or signed out. */
  account(): OpenAccount | undefined;
  enter(account: OpenAccount): void;
  lock(identity: Identity, reason: LockReason, pin: boolean): void;
  /** The PIN does not open what is locked any more. */
  endPin(): void;
  clear(): void;
  /** Evidence on the line, from the proxy, the stream and the renewals. */
  setReachable(reachable: boolean): void;
  setSignInNeeded(needed: boolean): void;
  setRemembered(remembered: boolean): void;
}

/** Creates the store, signed out. */
export function createSessionStore(onChange: (state: SessionState) => void): SessionStore {
  let held: Held = { kind: 'signedOut' };
  let reachable = false;
  let signInNeeded = false;
  let remembered = false;
  let told = '';

  function state(): SessionState {
    switch (held.kind) {
      case 'signedOut':
      case 'locked':
        return held;
      case 'open': {
        const connection = signInNeeded ? 'signInNeeded' : reachable ? 'online' : 'offline';
        const { identity, byProvider } = held.account;
        return { kind: 'open', identity, connection, remembered, ...(byProvider && { byProvider }) };
      }
    }
  }

  function change(next: () => void): void {
    next();
    const current = state();
    const text = JSON.stringify(current);
    if (text === told) return;
    told = text;
    onChange(current);
  }

  told = JSON.stringify(state());
  return {
    state,
    account: () => (held.kind === 'open' ? held.account : undefined),
    enter: (account) =>
      change(() => {
        held = { kind: 'open', account };
      }),
    endPin: () =>
      change(() => {
        if (held.kind === 'locked') held = { ...held, pin: false };
      }),
    lock: (identity, reason, pin) =>
      change(() => {
        held = { kind: 'locked', identity, reason, pin };
        signInNeeded = false;
      }),
    clear: () =>
      change(() => {
        held = { kind: 'signedOut' };
        signInNeeded = false;
      }),
    setReachable: (value) =>
      change(() => {
        reachable = value;
      }),
    setSignInNeeded: (value) =>
      change(() => {
        signInNeeded = value;
      }),
    setRemembered: (value) =>
      change(() => {
        remembered = value;
      }),
  };
}
