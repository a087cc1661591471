import { Stack } from '@mantine/core';
import { useEffect, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { SHORTEST_PASSWORD } from '../../../domain/base/passwords/password-length.ts';
import type { PasswordVerdict } from '../../../domain/base/passwords/password-strength.ts';
import classes from './credentials.module.css';
import { PasswordField } from './password-field.tsx';
import { loadPasswordJudge } from './password-strength.ts';

/** A new password typed twice, before it is sent anywhere. */
export interface NewPassword {
  readonly value: string;
  readonly repeated: string;
}

/** Nothing typed yet. */
export const NO_PASSWORD: NewPassword = { value: '', repeated: '' };

/** Whether a new password may be tried: long enough, and both times the same; the school judges the rest. */
export function isAcceptable({ value, repeated }: NewPassword): boolean {
  return value.length >= SHORTEST_PASSWORD && value === repeated;
}

interface NewPasswordFieldsProps {
  readonly password: NewPassword;
  readonly onChange: (password: NewPassword) => void;
  /** What everybody who knows the person would try first. */
  readonly personal: readonly string[];
  /** Whether sending was tried: what is missing is told then, not while it is being typed. */
  readonly checked: boolean;
  /** What was said against the password that stands there, when it was sent; of another one nothing is known yet. */
  readonly refusal: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly first?: boolean;
  readonly size?: 'sm' | 'md';
}

/** The new password, its strength, what is asked of it, and the password once more. */
export function NewPasswordFields(props: NewPasswordFieldsProps) {
  const { password, onChange, personal, checked, refusal, inputRef, first = true, size = 'md' } = props;
  const { t } = useTranslation();
  const { value, repeated } = password;
  const missing = SHORTEST_PASSWORD - value.length;
  const mismatch = repeated !== '' && !value.startsWith(repeated);
  return (
    <Stack gap="sm">
      <PasswordField
        label={t('credentials.newPassword')}
        size={size}
        value={value}
        autoComplete="new-password"
        first={first}
        {...(inputRef ? { inputRef } : {})}
        error={
          checked && missing > 0
            ? value === ''
              ? t('credentials.passwordMissing')
              : t('credentials.charactersLeft', { count: missing })
            : refusal
        }
        urgent={refusal !== undefined}
        onChange={(next) => onChange({ ...password, value: next })}
      />
      <Strength password={value} personal={personal} isRefused={refusal !== undefined} />
      <PasswordField
        label={t('credentials.repeatPassword')}
        size={size}
        value={repeated}
        autoComplete="new-password"
        first={false}
        error={
          mismatch || (checked && repeated !== value)
            ? t(repeated === '' ? 'credentials.repeatMissing' : 'credentials.mismatch')
            : undefined
        }
        onChange={(next) => onChange({ ...password, repeated: next })}
      />
    </Stack>
  );
}

interface StrengthProps {
  readonly password: string;
  readonly personal: readonly string[];
  /** The field says why: one verdict at a time. */
  readonly isRefused: boolean;
}

function Strength({ password, personal, isRefused }: StrengthProps) {
  const { t } = useTranslation();
  const verdict = useVerdict(password, personal);
  const word = isRefused ? 'refused' : wordOf(password, verdict);
  const isSaid = word !== 'empty' && word !== 'waiting' && word !== 'refused';
  return (
    <div className={classes['strength']} data-score={word}>
      <span className={classes['bars']} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} data-filled={bar <= FILLED[word] || undefined} />
        ))}
      </span>
      <span role="status">
        {isSaid && (
          <>
            {t('credentials.strength')}: <strong>{t(`credentials.score.${word}`)}</strong>
          </>
        )}
      </span>
      <p>
        {word === 'weak' && verdict?.fault ? t(`failure.reason.${verdict.fault}`) : t('credentials.policy')}
      </p>
    </div>
  );
}

type StrengthWord = 'empty' | 'waiting' | 'refused' | 'short' | 'weak' | 'good' | 'strong';

const FILLED: Readonly<Record<StrengthWord, number>> = {
  empty: 0,
  waiting: 0,
  refused: 0,
  short: 1,
  weak: 1,
  good: 3,
  strong: 4,
};

/** One verdict, the server's: no bar is green over a password that it refuses. */
function wordOf(password: string, verdict: PasswordVerdict | undefined): StrengthWord {
  if (password === '') return 'empty';
  if (!verdict) return 'waiting';
  if (verdict.fault === 'tooShort') return 'short';
  if (verdict.fault !== undefined) return 'weak';
  return verdict.score === 4 ? 'strong' : 'good';
}

/** The verdict on what is typed; undefined until the judge is there. */
function useVerdict(password: string, personal: readonly string[]): PasswordVerdict | undefined {
  const [verdict, setVerdict] = useState<PasswordVerdict>();
  const words = personal.join('\n');
  useEffect(() => {
    let isCurrent = true;
    const tell = async () => {
      const judge = await loadPasswordJudge();
      if (isCurrent) setVerdict(judge(password, words.split('\n')));
    };
    void tell();
    return () => {
      isCurrent = false;
    };
  }, [password, words]);
  return verdict;
}
