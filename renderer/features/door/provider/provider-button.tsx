import { Button, Divider } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProviderRequest } from '../../../../domain/protocol/endpoints/session/session.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import classes from '../frame/door.module.css';
import type { ProviderVerbs } from '../verbs/provider-verbs.ts';

/** What the button needs: whom it leads to, and who goes on when the browser is open. */
export interface ProviderButtonProps {
  readonly name: string;
  readonly request: ProviderRequest;
  readonly verbs: Pick<ProviderVerbs, 'start'>;
  readonly onStarted: (opened: boolean) => void;
  /** Stands under another way in. */
  readonly second?: boolean;
}

/** Begins a sign-in by the school's provider. */
export function ProviderButton({ name, request, verbs, onStarted, second = true }: ProviderButtonProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const start = async () => {
    const result = await attempt.run(() => verbs.start(request));
    if (result.ok) onStarted(result.value.opened);
  };
  return (
    <div className={classes['form']}>
      {second && <Divider label={t('provider.or')} />}
      <FailureNotice attempt={attempt} />
      <Button
        variant={second ? 'default' : 'filled'}
        size="md"
        fullWidth
        leftSection={<IconId size={20} stroke={1.6} />}
        loading={attempt.busy}
        disabled={attempt.waitSeconds > 0}
        onClick={() => void start()}
      >
        {t('provider.button', { name })}
      </Button>
    </div>
  );
}
