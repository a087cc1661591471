import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../domain/base/result.ts';
import type { Endpoint } from '../../../../domain/protocol/endpoint.ts';
import type {
  ActReport,
  OfficeAccount,
} from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import {
  blockAccounts,
  blockLeavers,
  confirmAddresses,
  mailAccounts,
  reissueAccounts,
  remindAccounts,
  unblockAccounts,
} from '../../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import { actInPortions } from '../../../data/api/in-portions.ts';
import type { Api, ApiFailure } from '../../../data/api/api-request.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { accountName } from '../people/account-name.ts';
import { ActPeople } from './act-people.tsx';
import { ActReportView } from './act-report.tsx';
import type { OfficeAct } from './office-act.ts';
import { reachable } from './reachable.ts';

interface ActDialogProps {
  readonly act: OfficeAct | undefined;
  /** All accounts: an act on the whole school reports on people who were not chosen. */
  readonly accounts: readonly OfficeAccount[];
  readonly canMail: boolean;
  readonly api: Api;
  /** Told what was done; `said` is all there is to say where nothing was left out. */
  readonly onDone: (said: string | undefined) => void;
  readonly onClose: () => void;
}

/** Asks before an act on accounts, says what it brings about, and afterwards what it did. */
export function ActDialog({ act, onClose, ...rest }: ActDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={act !== undefined}
      onClose={onClose}
      title={act ? titleOf(act, t) : ''}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {act && <ActForm act={act} onClose={onClose} {...rest} />}
    </Modal>
  );
}

function ActForm(props: ActDialogProps & { readonly act: OfficeAct }) {
  const { act, accounts: ofSchool, canMail, api, onDone, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const [report, setReport] = useState<ActReport>();
  const { kind, accounts } = act;
  const isMail = kind === 'mail' || kind === 'remind';
  const isHard = kind === 'block' || kind === 'blockLeavers';

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (kind === 'block' && reason.trim() === '') return;
    const result = await attempt.run(() => carryOut(api, act, reason.trim()));
    if (!result.ok) return;
    const said = doneText(act, result.value, t);
    onDone(said);
    // With one account and nothing left out, all is said on the page: no second press.
    if (said === undefined) setReport(result.value);
    else onClose();
  };

  if (report) return <ActReportView act={act} accounts={ofSchool} report={report} onClose={onClose} />;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <p style={{ margin: 0 }}>
          {kind === 'remind'
            ? t('accounts.act.remindText', {
                number: format.number(accounts.length),
                reachable: format.number(reachable(accounts).length),
              })
            : t(`accounts.act.${kind}Text`, {
                count: accounts.length,
                number: format.number(accounts.length),
                addresses: addressesOf(act).join(', '),
              })}
        </p>
        {kind !== 'remind' && <ActPeople accounts={accounts} />}
        {isMail && !canMail && <Notice tone="warn">{t('accounts.act.noMailServer')}</Notice>}
        <FailureNotice attempt={attempt} />
        {kind === 'block' && (
          <TextInput
            label={t('accounts.act.reason')}
            maxLength={200}
            value={reason}
            data-autofocus
            error={checked && reason.trim() === '' ? t('accounts.act.reasonMissing') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus={kind === 'block' ? undefined : true} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" {...(isHard ? { color: 'red' } : {})} loading={attempt.busy}>
            {t(`accounts.act.${kind}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** For one account its owner stands in the title: the clerk sees before pressing whom it is about. */
function titleOf({ kind, accounts: [account, ...others] }: OfficeAct, t: TFunction): string {
  if (account === undefined || others.length > 0 || kind === 'remind' || kind === 'blockLeavers')
    return t(`accounts.act.${kind}Title`);
  return t(`accounts.act.${kind}TitleOf`, { name: accountName(account, t) });
}

/** The addresses that an act is about. */
function addressesOf({ kind, accounts }: OfficeAct): readonly string[] {
  return accounts.flatMap(({ unconfirmedEmails = [], replacedEmails = [] }) =>
    kind === 'reviveAddress' ? replacedEmails : unconfirmedEmails,
  );
}

function doneText(
  { kind, accounts: [account, ...others] }: OfficeAct,
  { done, waiting = 0, skipped }: ActReport,
  t: TFunction,
): string | undefined {
  const isOne = account !== undefined && others.length === 0 && done === 1 && skipped.length === 0;
  if (!isOne || kind === 'remind' || kind === 'blockLeavers') return undefined;
  // A word that a second person has still to confirm is not done.
  if (waiting > 0) return t('accounts.act.addressWaitsOf', { name: accountName(account, t) });
  return t(`accounts.act.${kind}DoneOf`, { name: accountName(account, t) });
}

/** The acts that take usernames and nothing else: they differ in what they are called, and in whose work they are. */
type ActOnUsernames = Omit<typeof reissueAccounts, 'path' | 'notes' | 'duty'> & Endpoint;

async function carryOut(
  api: Api,
  { kind, accounts }: OfficeAct,
  reason: string,
): Promise<Result<ActReport, ApiFailure>> {
  const all = accounts.map(({ username }) => username);
  const onEach = (endpoint: ActOnUsernames) =>
    actInPortions(all, (usernames) => api.ask(endpoint, { body: { usernames } }));
  switch (kind) {
    case 'reissue':
      return await onEach(reissueAccounts);
    case 'mail':
      return await onEach(mailAccounts);
    case 'confirmAddress':
    case 'reviveAddress':
      return await onEach(confirmAddresses);
    case 'block':
      return await actInPortions(all, (usernames) => api.ask(blockAccounts, { body: { usernames, reason } }));
    case 'unblock':
      return await onEach(unblockAccounts);
    case 'blockLeavers':
      return await api.ask(blockLeavers);
    case 'remind':
      return await api.ask(remindAccounts);
  }
}
