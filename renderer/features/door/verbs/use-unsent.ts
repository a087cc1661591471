import { useEffect, useState } from 'react';
import type { UnsentCount } from '../../../../domain/protocol/bridge/unsent-entries.ts';
import type { AccountRef } from '../../../../domain/protocol/endpoints/session/session.ts';
import type { AskUnsent } from './door-verbs.ts';

/** Milliseconds after which a number that is on the screen is asked for again. */
const AGAIN = 2_000;

/** What an account has here that has not arrived, as the main process says now; asked again as long as it is shown. */
export function useUnsent(account: AccountRef | undefined, ask: AskUnsent): UnsentCount | undefined {
  const { school, username } = account ?? {};
  const [answer, setAnswer] = useState<{ readonly of: string; readonly count: UnsentCount }>();
  const name = `${school ?? ''}.${username ?? ''}`;
  useEffect(() => {
    if (school === undefined || username === undefined) return undefined;
    let isShown = true;
    const look = async () => {
      const count = await ask({ school, username });
      if (isShown) setAnswer({ of: name, count });
    };
    void look();
    const timer = setInterval(() => void look(), AGAIN);
    return () => {
      isShown = false;
      clearInterval(timer);
      // Asked anew when it is shown again: until then nobody knows.
      setAnswer(undefined);
    };
  }, [ask, school, username, name]);
  return answer?.of === name ? answer.count : undefined;
}
