import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActReport } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import {
  confirmRecords,
  refuseRecords,
} from '../../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import { actInPortions } from '../../../data/api/in-portions.ts';
import type { Api } from '../../../data/api/api-request.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import classes from '../people/whole-texts.module.css';
import { ChangeFacts } from './change-facts.tsx';
import type { PersonWithChange } from './people-with-changes.ts';

/** A decision on changes, before it is carried out. */
export interface Decision {
  readonly verb: 'confirm' | 'refuse';
  readonly people: readonly PersonWithChange[];
}

interface DecideDialogProps {
  readonly decision: Decision | undefined;
  readonly api: Api;
  readonly onDone: (decision: Decision, report: ActReport) => void;
  readonly onClose: () => void;
}

/** Asks before a change is confirmed or refused, with all that is known of it: it opens somebody's account, or does not. */
export function DecideDialog({ decision, onClose, ...rest }: DecideDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = decision?.people.length ?? 0;
  const title =
    count > 1
      ? t('accounts.record.confirmTitleAll', { count, number: format.number(count) })
      : t(`accounts.record.${decision?.verb ?? 'confirm'}Title`);
  return (
    <Modal
      opened={decision !== undefined}
      onClose={onClose}
      // The button that was pressed may be gone: who opens the dialog says where the focus goes.
      returnFocus={false}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {decision && <DecideForm decision={decision} onClose={onClose} {...rest} />}
    </Modal>
  );
}

function DecideForm({ decision, api, onDone, onClose }: DecideDialogProps & { readonly decision: Decision }) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const { verb, people } = decision;
  const carryOut = async () => {
    const decide = (portion: typeof people) => {
      const usernames = portion.map(({ username }) => username);
      // Each by the digest of what was shown of it.
      const seen = portion.map(({ change }) => change.digest ?? '');
      return api.ask(verb === 'confirm' ? confirmRecords : refuseRecords, { body: { usernames, seen } });
    };
    const result = await attempt.run(() => actInPortions(people, decide));
    if (result.ok) onDone(decision, result.value);
  };
  return (
    <Stack gap="sm">
      <ul className={classes['changes']}>
        {people.map((person) => (
          <li key={person.username}>
            <ChangeFacts person={person} />
          </li>
        ))}
      </ul>
      <p style={{ margin: 0 }}>{t(`accounts.record.${verb}Text`)}</p>
      <FailureNotice attempt={attempt} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          {...(verb === 'refuse' ? { color: 'red' } : {})}
          loading={attempt.busy}
          onClick={() => void carryOut()}
        >
          {t(`accounts.record.${verb}`)}
        </Button>
      </Group>
    </Stack>
  );
}
