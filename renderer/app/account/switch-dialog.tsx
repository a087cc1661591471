import { Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UnlockForm } from '../../features/door/unlock/unlock-form.tsx';
import type { AccountSwitch } from './use-account-switch.tsx';

/** Asks for the password of the account to go over to. */
export function SwitchDialog({ accountSwitch }: { readonly accountSwitch: AccountSwitch }) {
  const { t } = useTranslation();
  const { asking, withPassword, cancel } = accountSwitch;
  return (
    <Modal
      opened={asking !== undefined}
      onClose={cancel}
      title={t('profile.switcher.title', { name: asking?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <p style={{ margin: 0 }}>{t('profile.switcher.text')}</p>
        <UnlockForm label={t('profile.switcher.open')} onUnlock={withPassword} onDone={cancel} />
      </Stack>
    </Modal>
  );
}
