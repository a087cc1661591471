import { Button, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AccountView,
  RecoveryCodes,
  SecondFactorEnrolment,
} from '../../../../domain/protocol/endpoints/account/account.ts';
import { CodeDialog } from './code-dialog.tsx';
import { PasswordDialog } from '../password/password-dialog.tsx';
import type { ProfileVerbs } from '../frame/profile-verbs.ts';

/** What the parts about the second factor are given. */
export interface SecondFactorProps {
  readonly view: AccountView;
  readonly verbs: ProfileVerbs;
  readonly onChanged: () => Promise<void>;
}

interface SecondFactorOnProps extends SecondFactorProps {
  /** The key for another telephone, to be confirmed with its first code. */
  readonly onMove: (enrolment: SecondFactorEnrolment) => void;
  readonly onCodes: (codes: RecoveryCodes) => void;
}

/** Fewer recovery codes than these are worth a word. */
const FEW_CODES = 3;

/** Two-step verification that is on: new recovery codes, another telephone, off again where the school does not ask for it. */
export function SecondFactorOn({ view, verbs, onChanged, onMove, onCodes }: SecondFactorOnProps) {
  const { t } = useTranslation();
  const [renewing, renewal] = useDisclosure(false);
  const [moving, move] = useDisclosure(false);
  const [disabling, disabler] = useDisclosure(false);
  const [code, setCode] = useState('');
  const { recoveryCodesLeft, required } = view.secondFactor;
  return (
    <>
      <p>
        {t('profile.secondFactor.codesLeft', { count: recoveryCodesLeft })}{' '}
        {recoveryCodesLeft < FEW_CODES && t('profile.secondFactor.fewCodes')}
      </p>
      <Group gap="xs">
        <Button variant="default" onClick={renewal.open}>
          {t('profile.secondFactor.renew')}
        </Button>
        <Button variant="default" onClick={move.open}>
          {t('profile.secondFactor.move')}
        </Button>
        {!required && (
          <Button variant="default" onClick={disabler.open}>
            {t('profile.secondFactor.disable')}
          </Button>
        )}
      </Group>
      <CodeDialog
        opened={renewing}
        takesRecoveryCode={false}
        title={t('profile.secondFactor.renewTitle')}
        text={t('profile.secondFactor.renewText')}
        action={t('profile.secondFactor.renewAction')}
        onConfirm={(given) => verbs.api.renewRecoveryCodes(given)}
        onDone={onCodes}
        onClose={renewal.close}
      />
      <CodeDialog
        opened={moving}
        takesRecoveryCode
        title={t('profile.secondFactor.moveTitle')}
        text={t('profile.secondFactor.moveText')}
        action={t('profile.secondFactor.moveAction')}
        onConfirm={(given) => verbs.api.beginSecondFactor(given)}
        onDone={onMove}
        onClose={move.close}
      />
      <PasswordDialog
        opened={disabling}
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
        onClose={disabler.close}
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
