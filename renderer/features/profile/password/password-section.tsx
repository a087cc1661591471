import { Button, Group } from '@mantine/core';
import { useContext, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import type { AccountView } from '../../../../domain/protocol/endpoints/account/account.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { refusalText } from '../../../ui/notice/failure-reason.ts';
import {
  isAcceptable,
  NewPasswordFields,
  NO_PASSWORD,
} from '../../../ui/credentials/new-password-fields.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PasswordField } from '../../../ui/credentials/password-field.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { HasOwnPassword, usePasswordLabel } from './own-password.ts';
import classes from '../frame/profile.module.css';
import type { ProfileVerbs } from '../frame/profile-verbs.ts';
import { Section } from '../frame/section.tsx';

interface PasswordSectionProps {
  readonly view: AccountView;
  /** Whether the password opens several accounts. */
  readonly isPortfolio: boolean;
  readonly personal: readonly string[];
  readonly onAct: ProfileVerbs['act'];
  readonly onChanged: () => Promise<void>;
}

/** When the password was set, and the way to another one. */
export function PasswordSection(props: PasswordSectionProps) {
  const { view, isPortfolio } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const hasOwn = useContext(HasOwnPassword);
  const [changing, setChanging] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <Section name="password">
      <p>{t('profile.password.text', { day: format.numericDay(dayOfInstant(view.passwordSetAt)) })}</p>
      {hasOwn && <p>{t('profile.password.ofRegister')}</p>}
      {isPortfolio && <p>{t('profile.password.portfolio')}</p>}
      {done && (
        <Notice tone="ok" urgent>
          {t('profile.password.done')}
        </Notice>
      )}
      {changing ? (
        <ChangeForm
          {...props}
          onCancel={() => setChanging(false)}
          onDone={async () => {
            setChanging(false);
            setDone(true);
            await props.onChanged();
          }}
        />
      ) : (
        <div>
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('profile.password.change')}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface ChangeFormProps extends Pick<PasswordSectionProps, 'personal' | 'onAct'> {
  readonly onCancel: () => void;
  readonly onDone: () => Promise<void>;
}

function ChangeForm({ personal, onAct, onCancel, onDone }: ChangeFormProps) {
  const { t } = useTranslation();
  const label = usePasswordLabel();
  const attempt = useAttempt();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState(NO_PASSWORD);
  const [checked, setChecked] = useState(false);
  const currentInput = useRef<HTMLInputElement>(null);
  const newInput = useRef<HTMLInputElement>(null);
  const isWrong = attempt.failure?.kind === 'wrongPassword' || attempt.failure?.kind === 'wrongCredentials';

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (current === '' || !isAcceptable(password)) return;
    const result = await attempt.run(() => onAct({ kind: 'changePassword', current, next: password.value }));
    if (result.ok) return await onDone();
    (result.failure.kind === 'weakPassword' ? newInput : currentInput).current?.focus();
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice
        attempt={attempt}
        asked="password"
        saidByFields={['weakPassword', 'wrongPassword', 'wrongCredentials']}
      />
      <PasswordField
        label={label}
        size="sm"
        value={current}
        inputRef={currentInput}
        onChange={(typed) => {
          attempt.amend();
          setCurrent(typed);
        }}
        error={
          checked && current === ''
            ? t('credentials.passwordMissing')
            : isWrong
              ? t('credentials.passwordWrong')
              : undefined
        }
        urgent={isWrong}
      />
      <NewPasswordFields
        password={password}
        onChange={(typed) => {
          attempt.amend();
          setPassword(typed);
        }}
        personal={personal}
        checked={checked}
        refusal={refusalText(attempt.failure, t)}
        inputRef={newInput}
        first={false}
        size="sm"
      />
      <Group gap="xs">
        <Button type="submit" loading={attempt.busy} disabled={attempt.waitSeconds > 0}>
          {t('profile.password.save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
    </form>
  );
}
