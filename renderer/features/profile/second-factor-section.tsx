import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView, SecondFactorEnrolment } from '../../../domain/protocol/account.ts';
import { Chip } from '../../ui/chip.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { RecoveryCodes } from '../../ui/recovery-codes.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { EnrolForm } from './enrol-form.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import type { ProfileVerbs } from './profile-verbs.ts';
import { Section } from './section.tsx';

interface SecondFactorSectionProps {
  readonly view: AccountView;
  readonly verbs: ProfileVerbs;
  readonly onChanged: () => Promise<void>;
}

/** Fewer recovery codes than these are worth a word. */
const FEW_CODES = 3;

/** Two-step verification: off, being set up, its recovery codes, on. */
export function SecondFactorSection({ view, verbs, onChanged }: SecondFactorSectionProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [enrolment, setEnrolment] = useState<SecondFactorEnrolment>();
  const [codes, setCodes] = useState<readonly string[]>();
  const { enabled, required } = view.secondFactor;

  const begin = async () => {
    const result = await attempt.run(() => verbs.api.beginSecondFactor());
    if (result.ok) setEnrolment(result.value);
  };

  return (
    <Section
      title={t('profile.secondFactor.title')}
      state={
        <Chip tone={enabled ? 'ok' : 'neutral'} icon={enabled ? <IconShieldCheck /> : <IconShieldOff />}>
          {t(enabled ? 'profile.secondFactor.on' : 'profile.secondFactor.offState')}
        </Chip>
      }
    >
      <p>
        {t('profile.secondFactor.off')} {required && t('profile.secondFactor.required')}
      </p>
      <FailureNotice attempt={attempt} />
      {codes && (
        <RecoveryCodes
          codes={codes}
          username={view.username}
          onSave={verbs.saveText}
          onDone={() => setCodes(undefined)}
        />
      )}
      {enrolment && (
        <EnrolForm
          enrolment={enrolment}
          onConfirm={(code) => verbs.api.confirmSecondFactor(code)}
          onCancel={() => setEnrolment(undefined)}
          onDone={async ({ recoveryCodes }) => {
            setEnrolment(undefined);
            setCodes(recoveryCodes);
            await onChanged();
          }}
        />
      )}
      {!enabled && !enrolment && !codes && (
        <div>
          <Button variant="default" loading={attempt.busy} onClick={() => void begin()}>
            {t('profile.secondFactor.enable')}
          </Button>
        </div>
      )}
      {enabled && !codes && <Enabled view={view} verbs={verbs} onChanged={onChanged} />}
    </Section>
  );
}

function Enabled({ view, verbs, onChanged }: SecondFactorSectionProps) {
  const { t } = useTranslation();
  const [asking, dialog] = useDisclosure(false);
  const [code, setCode] = useState('');
  const { recoveryCodesLeft, required } = view.secondFactor;
  return (
    <>
      <p>
        {t('profile.secondFactor.codesLeft', { count: recoveryCodesLeft })}{' '}
        {recoveryCodesLeft < FEW_CODES && !required && t('profile.secondFactor.fewCodes')}
      </p>
      {!required && (
        <div>
          <Button variant="default" onClick={dialog.open}>
            {t('profile.secondFactor.disable')}
          </Button>
        </div>
      )}
      <PasswordDialog
        opened={asking}
        danger
        title={t('profile.secondFactor.disableTitle')}
        text={t('profile.secondFactor.disableText')}
        action={t('profile.secondFactor.disable')}
        onConfirm={(password) =>
          verbs.act({ kind: 'disableSecondFactor', password, code: code.trim() || '-' })
        }
        onDone={() => {
          setCode('');
          void onChanged();
        }}
        onClose={dialog.close}
      >
        <TextInput
          label={t('profile.secondFactor.codeOrRecovery')}
          value={code}
          autoComplete="one-time-code"
          spellCheck={false}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </PasswordDialog>
    </>
  );
}
