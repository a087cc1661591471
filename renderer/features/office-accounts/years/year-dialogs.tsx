import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../domain/base/result.ts';
import type { ApiFailure } from '../../../data/api/api-request.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';

interface YearDialogProps {
  /** The year as people say it. */
  readonly name: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

type Done = Promise<Result<unknown, ApiFailure>>;

/** Asks before a school year is closed, and says what is open in it and what follows. */
export function CloseYearDialog({
  name,
  open,
  onAct,
  ...rest
}: YearDialogProps & { readonly open: ReactNode; readonly onAct: () => Done }) {
  const { t } = useTranslation();
  const follows = ['writing', 'arriving', 'reading', 'reopening'] as const;
  return (
    <YearDialog
      {...rest}
      title={t('accounts.years.closeTitle', { name })}
      button={t('accounts.years.closeName', { name })}
      isHard
      onSubmit={onAct}
    >
      {open}
      <p style={{ margin: 0 }}>{t('accounts.years.follows')}</p>
      <ul style={{ margin: 0, paddingInlineStart: '1.25em' }}>
        {follows.map((each) => (
          <li key={each}>{t(`accounts.years.next.${each}`)}</li>
        ))}
      </ul>
    </YearDialog>
  );
}

/** Asks why a closed school year is opened again. */
export function ReopenYearDialog({
  name,
  onAct,
  ...rest
}: YearDialogProps & { readonly onAct: (reason: string) => Done }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <YearDialog
      {...rest}
      title={t('accounts.years.reopenTitle', { name })}
      button={t('accounts.years.reopenName', { name })}
      onSubmit={() => {
        setChecked(true);
        return isMissing ? undefined : onAct(reason.trim());
      }}
    >
      <p style={{ margin: 0 }}>{t('accounts.years.reopenText')}</p>
      <TextInput
        label={t('accounts.years.reason')}
        maxLength={200}
        value={reason}
        data-autofocus
        error={checked && isMissing ? t('accounts.years.reasonMissing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </YearDialog>
  );
}

interface FrameProps extends Omit<YearDialogProps, 'name'> {
  readonly title: string;
  readonly button: string;
  readonly isHard?: boolean;
  readonly children: ReactNode;
  /** Undefined where something is missing yet. */
  readonly onSubmit: () => Done | undefined;
}

function YearDialog({ title, button, isHard = false, children, onSubmit, onDone, onClose }: FrameProps) {
  const attempt = useAttempt();
  const submit = async () => {
    const asked = onSubmit();
    if (!asked) return;
    const result = await attempt.run(() => asked);
    if (result.ok) onDone();
  };
  return (
    <FormDialog
      title={title}
      confirm={button}
      isHard={isHard}
      beginsOnCancel={isHard}
      busy={attempt.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      {children}
      <FailureNotice attempt={attempt} />
    </FormDialog>
  );
}
