import type { PlacedSession } from '../../storage/contract/accounts.ts';

/** What one account has left on one computer: the session that stands for it, and all of them. */
export interface DeviceSessions {
  readonly shown: PlacedSession;
  readonly sessions: readonly PlacedSession[];
  /** When the computer was last heard of, by whichever session. */
  readonly lastUsedAt: number;
}

/** Whether two sessions are of one account on one computer. */
export function isSameDevice(a: PlacedSession, b: PlacedSession): boolean {
  return a.deviceId === b.deviceId && a.username === b.username;
}

/**
 * Sessions by computer and account. Who keeps no keys between two starts signs in anew each time: three sessions of one computer are no
 * three computers, among which nobody could find the one that was stolen.
 */
export function sessionsByDevice(
  sessions: readonly PlacedSession[],
  current: string,
): readonly DeviceSessions[] {
  const firsts = sessions.filter(
    (each, index) => sessions.findIndex((one) => isSameDevice(one, each)) === index,
  );
  return firsts.map((first) => {
    const own = sessions.filter((each) => isSameDevice(each, first));
    const alive = own.filter(({ endReason }) => endReason === null);
    const latest = (alive.length > 0 ? alive : own).reduce((a, b) => (b.createdAt > a.createdAt ? b : a));
    return {
      shown: alive.find(({ id }) => id === current) ?? latest,
      sessions: own,
      lastUsedAt: Math.max(...own.map(({ lastUsedAt }) => lastUsedAt)),
    };
  });
}
