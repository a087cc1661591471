import { Button, Group } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../domain/base/result.ts';
import type {
  RecoveryCodes,
  SecondFactorEnrolment,
} from '../../../../domain/protocol/endpoints/account/account.ts';
import type { ApiFailure } from '../../../data/api/api-request.ts';
import { CODE_LENGTH, CodeField } from '../../../ui/credentials/code-field.tsx';
import { EnrolmentKey } from '../../../ui/credentials/enrolment-key.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import classes from '../frame/profile.module.css';

interface EnrolFormProps {
  readonly enrolment: SecondFactorEnrolment;
  /** Whether it takes the place of one that is on: the old telephone works until the first code of the new one. */
  readonly isMove: boolean;
  readonly onConfirm: (code: string) => Promise<Result<RecoveryCodes, ApiFailure>>;
  readonly onCancel: () => void;
  readonly onDone: (codes: RecoveryCodes) => Promise<void>;
}

/** The key to scan and the first code that it makes. */
export function EnrolForm({ enrolment, isMove, onConfirm, onCancel, onDone }: EnrolFormProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);

  const send = async (given: string) => {
    const result = await attempt.run(() => onConfirm(given));
    setCode('');
    setChecked(false);
    if (result.ok) await onDone(result.value);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (code.length === CODE_LENGTH) void send(code);
  };

  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      {isMove && <p>{t('profile.secondFactor.moving')}</p>}
      <EnrolmentKey {...enrolment} />
      <p>{t('credentials.enrol.thenCode')}</p>
      <FailureNotice attempt={attempt} />
      <CodeField
        value={code}
        error={checked && code.length < CODE_LENGTH ? t('credentials.codeMissing') : undefined}
        onChange={setCode}
        onComplete={(complete) => void send(complete)}
      />
      <Group gap="xs">
        <Button type="submit" loading={attempt.busy} disabled={attempt.waitSeconds > 0}>
          {t(isMove ? 'profile.secondFactor.confirmMove' : 'profile.secondFactor.confirm')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
    </form>
  );
}
