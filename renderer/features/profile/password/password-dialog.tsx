import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../domain/base/result.ts';
import { PasswordField } from '../../../ui/credentials/password-field.tsx';
import { useAttempt, type AttemptFailure } from '../../../ui/use-attempt.ts';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import { AskDialog } from '../frame/ask-dialog.tsx';
import { usePasswordLabel } from './own-password.ts';

interface PasswordDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly danger?: boolean;
  /** Which password, where the account has one of this computer's own. */
  readonly of?: 'register' | 'computer';
  /** Looks at what is asked beside the password before it is sent; what is wrong is told there, and the password stays. */
  readonly isReady?: () => boolean;
  /** What is asked beside the password. */
  readonly children?: ReactNode;
  readonly onConfirm: (password: string) => Promise<Result<unknown, AttemptFailure>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for the password before something that only the owner may do. */
export function PasswordDialog(props: PasswordDialogProps) {
  const { children, of, isReady = () => true, onConfirm, onDone, onClose, ...asking } = props;
  const { t } = useTranslation();
  const label = usePasswordLabel(of);
  const attempt = useAttempt();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const close = () => {
    setPassword('');
    setMissing(false);
    attempt.reset();
    onClose();
  };
  const submit = async () => {
    setMissing(password === '');
    if (!isReady() || password === '') return;
    const result = await attempt.run(() => onConfirm(password));
    // The register was locked or closed meanwhile: it is said when it opens again.
    if (!result.ok && isGone.current) sayWhyNot(t('profile.cutOff', { what: asking.title }));
    if (isGone.current) return;
    setPassword('');
    if (!result.ok) return;
    close();
    onDone();
  };

  return (
    <AskDialog {...asking} attempt={attempt} asked="password" onSubmit={submit} onClose={close}>
      {children}
      <PasswordField
        label={label}
        size="sm"
        value={password}
        onChange={setPassword}
        error={missing ? t('credentials.passwordMissing') : undefined}
      />
    </AskDialog>
  );
}
