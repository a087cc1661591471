import { Button, Group, Modal, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../hosts/bridge-context.ts';

/** Shown when the window is asked to close while entries have not reached the school. */
export function ClosingDialog() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [unsent, setUnsent] = useState<number>();
  useEffect(() => bridge.on('closeRequested', (request) => setUnsent(request.unsent)), [bridge]);
  const stay = () => setUnsent(undefined);
  return (
    <Modal
      opened={unsent !== undefined}
      onClose={stay}
      title={t('shell.closing.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <p style={{ margin: 0 }}>{t('shell.closing.text', { count: unsent ?? 0 })}</p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={stay}>
            {t('shell.closing.stay')}
          </Button>
          <Button onClick={() => void bridge.confirmClose({ confirmed: unsent ?? 0 })}>
            {t('shell.closing.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
