import { modals } from '@mantine/modals';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useSession } from '../../data/use-session.ts';
import type { SwitchTarget } from '../../hosts/page.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';

/** Going over to another account. */
export interface AccountSwitch {
  /** The account whose own password is needed first. */
  readonly asking: SwitchTarget | undefined;
  start(target: SwitchTarget): void;
  withPassword(password: string): ReturnType<ReturnType<typeof useSwitchVerb>>;
  cancel(): void;
}

/** Goes over to another account with one press; asks for a password only where the account has one of its own (S33). */
export function useAccountSwitch(): AccountSwitch {
  const { t } = useTranslation();
  const goOver = useSwitchVerb();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState<SwitchTarget>();

  const switchTo = useCallback(
    async (target: SwitchTarget) => {
      // The address names what is on the screen of the account that is left.
      navigate('/');
      const answer = await goOver(refOf(target));
      if (answer.ok) return;
      if (answer.failure.kind === 'passwordNeeded' || answer.failure.kind === 'noLocalData') {
        setAsking(target);
        return;
      }
      modals.open({
        title: t('profile.switcher.failed'),
        closeButtonProps: { 'aria-label': t('common.close') },
        children: <FailureNotice attempt={{ failure: answer.failure, waitSeconds: 0 }} />,
      });
    },
    [navigate, goOver, t],
  );
  const start = useCallback((target: SwitchTarget) => void switchTo(target), [switchTo]);
  return {
    asking,
    start,
    withPassword: async (password) => {
      if (!asking) throw new Error('No account to go over to');
      return await goOver({ ...refOf(asking), password });
    },
    cancel: () => setAsking(undefined),
  };
}

function refOf({ school, username }: SwitchTarget) {
  return { school, username };
}

function useSwitchVerb() {
  return useSession((state) => state.switchAccount);
}
