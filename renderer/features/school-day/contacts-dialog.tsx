import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTACT_FIELDS, type SchoolContacts } from '../../../domain/protocol/school-contacts.ts';
import type { OfficeApi } from '../../data/api/office-api.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';

interface ContactsDialogProps {
  readonly contacts: SchoolContacts;
  readonly onSave: OfficeApi['changeContacts'];
  readonly onClose: () => void;
}

const LONGEST = 200;

/** The office's contacts, to be changed (S11). */
export function ContactsDialog({ contacts, onSave, onClose }: ContactsDialogProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [typed, setTyped] = useState(contacts);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const result = await attempt.run(() => onSave(typed));
    if (result.ok) onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shell.office.contactsTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <p style={{ margin: 0 }}>{t('shell.office.contactsText')}</p>
          <FailureNotice attempt={attempt} />
          {CONTACT_FIELDS.map((name, index) => (
            <TextInput
              key={name}
              label={t(`shell.office.contact.${name}`)}
              value={typed[name]}
              maxLength={LONGEST}
              spellCheck={false}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            />
          ))}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={attempt.busy} disabled={attempt.waitSeconds > 0}>
              {t('shell.office.contactsSave')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
