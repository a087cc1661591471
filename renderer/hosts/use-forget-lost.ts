import { useSession } from '../data/use-session.ts';
import type { ForgetLost } from '../ui/notice/lost-notice.tsx';

/** Forgets entries that nothing opens any more; refused where there are others by now than the person was told of. */
export function useForgetLost(): ForgetLost {
  const forgetLost = useSession((state) => state.forgetLost);
  return async ({ folder, entries }) => {
    const answer = await forgetLost({ folder, confirmed: entries });
    return answer.ok || answer.failure.kind === 'notFound' ? undefined : answer.failure.unsent;
  };
}
