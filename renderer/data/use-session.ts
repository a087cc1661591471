import { synchronise } from '../../domain/protocol/endpoints/register/register-endpoints.ts';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { must } from '../../domain/base/assert.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import { windowBridge } from './bridge.ts';
import { openDeviceMemory } from './device-memory.ts';
import type { Register } from './register.ts';
import { createSessionStore, type Session } from './session-store.ts';

/** The page's session store; the composition root puts one there. */
export const SessionContext = createContext<ReturnType<typeof createSessionStore> | undefined>(undefined);

/** The session store of a page inside the application. */
export async function createPageSessionStore(): Promise<ReturnType<typeof createSessionStore>> {
  return createSessionStore({
    bridge: windowBridge(),
    memory: await openDeviceMemory(window.indexedDB),
    fetch: (input, init) => window.fetch(input, init),
    syncUrl: synchronise.path,
    random: Math.random,
    deviceTime: Date.now,
  });
}

/** The session, or the part of it that a selector picks (it must return a stable reference). */
export function useSession(): Session;
export function useSession<T>(select: (session: Session) => T): T;
export function useSession<T>(select?: (session: Session) => T): T | Session {
  const store = must(useContext(SessionContext), 'a session store above');
  return useStore<typeof store, T | Session>(store, select ?? everything);
}

/** The open register; only for pages that are shown while there is one. */
export function useRegister(): Register {
  return must(
    useSession(({ register }) => register),
    'an open register',
  );
}

/** Who is signed in, as the server said last: a portfolio that was joined elsewhere shows without a new sign-in (S34). */
export function useIdentity(): Identity {
  const current = useSession(({ session }) => (session?.kind === 'open' ? session.identity : undefined));
  const { identity } = useRegister();
  return current && isSameAccount(current, identity) ? current : identity;
}

function everything(session: Session): Session {
  return session;
}
