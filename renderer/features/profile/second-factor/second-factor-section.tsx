import { Button } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondFactorEnrolment } from '../../../../domain/protocol/endpoints/account/account.ts';
import { Chip } from '../../../ui/marks/chip.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { RecoveryCodes } from '../../../ui/credentials/recovery-codes.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { EnrolForm } from './enrol-form.tsx';
import { SecondFactorOn, type SecondFactorProps } from './second-factor-on.tsx';
import { Section } from '../frame/section.tsx';

/** Two-step verification: off, being set up, its recovery codes, on. */
export function SecondFactorSection({ view, verbs, onChanged }: SecondFactorProps) {
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
      name="secondFactor"
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
          isMove={enabled}
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
      {enabled && !enrolment && !codes && (
        <SecondFactorOn
          view={view}
          verbs={verbs}
          onChanged={onChanged}
          onMove={setEnrolment}
          onCodes={({ recoveryCodes }) => {
            setCodes(recoveryCodes);
            void onChanged();
          }}
        />
      )}
    </Section>
  );
}
