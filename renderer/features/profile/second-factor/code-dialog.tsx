import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../domain/base/result.ts';
import { CODE_LENGTH, CodeField } from '../../../ui/credentials/code-field.tsx';
import { useAttempt, type AttemptFailure } from '../../../ui/use-attempt.ts';
import { AskDialog } from '../frame/ask-dialog.tsx';

interface CodeDialogProps<T> {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** Whether a recovery code will do as well: for somebody whose telephone is lost. */
  readonly takesRecoveryCode: boolean;
  readonly onConfirm: (code: string) => Promise<Result<T, AttemptFailure>>;
  readonly onDone: (value: T) => void;
  readonly onClose: () => void;
}

/** Asks for a code of the second factor before something that only its owner may do. */
export function CodeDialog<T>(props: CodeDialogProps<T>) {
  const { takesRecoveryCode, onConfirm, onDone, onClose, ...asking } = props;
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  const isMissing = takesRecoveryCode ? code.trim() === '' : code.length < CODE_LENGTH;
  const error = checked && isMissing ? t('credentials.codeMissing') : undefined;

  const close = () => {
    setCode('');
    setChecked(false);
    attempt.reset();
    onClose();
  };
  const submit = async () => {
    setChecked(true);
    if (isMissing) return;
    const result = await attempt.run(() => onConfirm(code.trim()));
    setCode('');
    setChecked(false);
    if (!result.ok) return;
    close();
    onDone(result.value);
  };

  return (
    <AskDialog {...asking} attempt={attempt} onSubmit={submit} onClose={close}>
      {takesRecoveryCode ? (
        <TextInput
          label={t('profile.secondFactor.codeOrRecovery')}
          value={code}
          error={error}
          autoComplete="one-time-code"
          spellCheck={false}
          data-autofocus
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      ) : (
        <CodeField value={code} error={error} onChange={setCode} />
      )}
    </AskDialog>
  );
}
