import { Button, Loader, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { OfficeMails } from '../../../../domain/protocol/endpoints/office/office-mail-list.ts';
import { OFFICE_MAILS } from '../../../../domain/protocol/endpoints/office/office-mails.ts';
import type { OfficeApi } from '../../../data/api/office-api.ts';
import { toBase64 } from '../../../data/base64.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip, type ChipTone } from '../../../ui/marks/chip.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ScrollRegion } from '../../../ui/focus/scroll-region.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { AccountPerson } from '../people/account-person.tsx';
import { mailFault } from './mail-fault.ts';
import { PersonSearch } from '../people/person-search.tsx';
import type { SaveFile } from '../../../hosts/save-file.ts';
import classes from '../office-accounts.module.css';
import { OfficeFailure } from '../asked/office-failure.tsx';
import { useAccountNames, type AccountNames } from '../people/use-account-names.ts';
import { useOfficeData } from '../asked/use-office-data.ts';

interface MailsViewProps {
  readonly register: Register;
  readonly api: OfficeApi;
  readonly onSaveFile: SaveFile;
}

type Mail = OfficeMails['mails'][number];

const SHOWN = { all: undefined, waiting: 'queued', failed: 'failed' } as const;
const TONES: Readonly<Record<Mail['state'], ChipTone>> = {
  queued: 'now',
  sent: 'ok',
  failed: 'danger',
  cancelled: 'neutral',
  printed: 'info',
};

/** Messages on their way, and those that did not arrive with what the mail server said. */
export function MailsView({ register, api, onSaveFile }: MailsViewProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const { data, failure, reload } = useOfficeData<OfficeMails>(
    useCallback((signal) => api.mails(signal), [api]),
  );
  const [shown, setShown] = useState<keyof typeof SHOWN>('all');
  const state = SHOWN[shown];
  const [typed, setTyped] = useState('');
  const names = useAccountNames(register, api);
  const mails =
    data?.mails.filter(
      (mail) => (state === undefined || mail.state === state) && names.finds(mail.username, typed),
    ) ?? [];
  const now = register.now();

  const retry = async ({ id }: Mail) => {
    const result = await attempt.run(() => api.retryMail(id));
    if (result.ok) await reload();
  };
  // From here on they count as printed, and the server keeps their words no longer: the pages stay here until they are saved.
  const [unsaved, setUnsaved] = useState<string>();
  const save = async (content: string) => {
    const outcome = await onSaveFile({
      suggestedName: t('accounts.mails.printFile'),
      mediaType: 'application/pdf',
      content,
    });
    setUnsaved(outcome === 'saved' ? undefined : content);
  };
  const print = async () => {
    const result = await attempt.run(() => api.printMails());
    if (!result.ok) return;
    await save(toBase64(result.value));
    await reload();
  };

  return (
    <>
      {failure && (
        <OfficeFailure failure={failure} hasData={data !== undefined} onRetry={() => void reload()} />
      )}
      {!data && !failure && <Loader size="sm" />}
      {data && (
        <>
          {!data.canMail && <Notice tone="warn">{t('accounts.mails.noServer')}</Notice>}
          <FailureNotice attempt={attempt} />
          {unsaved !== undefined && (
            <Notice tone="danger" title={t('accounts.mails.notSaved')} urgent>
              <p>{t('accounts.mails.notSavedText')}</p>
              <Button size="compact-sm" onClick={() => void save(unsaved)}>
                {t('accounts.mails.saveAgain')}
              </Button>
            </Notice>
          )}
          <div className={classes['toolbar']}>
            <PersonSearch value={typed} onChange={setTyped} />
            <SegmentedControl
              aria-label={t('accounts.mails.filter')}
              value={shown}
              onChange={(value) => setShown(value)}
              data={(['all', 'waiting', 'failed'] as const).map((value) => ({
                value,
                label: t(`accounts.mails.${value}`),
              }))}
            />
            <Button
              variant="default"
              leftSection={<IconPrinter size={17} stroke={1.7} />}
              loading={attempt.busy}
              disabled={data.mails.every((mail) => mail.state !== 'queued')}
              onClick={() => void print()}
            >
              {t('accounts.mails.print')}
            </Button>
          </div>
          <ScrollRegion className={classes['scroll']} label={t('accounts.mails.table')}>
            <table className={classes['table']} aria-label={t('accounts.mails.table')}>
              <thead>
                <tr>
                  <th scope="col">{t('accounts.mails.to')}</th>
                  <th scope="col">{t('accounts.mails.subject')}</th>
                  <th scope="col">{t('accounts.mails.state')}</th>
                  <th scope="col">{t('accounts.mails.when')}</th>
                  <th scope="col">
                    <span className={classes['hidden']}>{t('accounts.mails.retry')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {mails.map((mail) => (
                  <MailRow
                    key={mail.id}
                    mail={mail}
                    names={names}
                    now={now}
                    onRetry={() => void retry(mail)}
                  />
                ))}
              </tbody>
            </table>
            {mails.length === 0 && (
              <p className={classes['nothing']}>
                {t(data.mails.length === 0 ? 'accounts.mails.none' : 'accounts.mails.noneFound')}
              </p>
            )}
          </ScrollRegion>
        </>
      )}
    </>
  );
}

interface MailRowProps {
  readonly mail: Mail;
  readonly names: AccountNames;
  readonly now: Instant;
  readonly onRetry: () => void;
}

function MailRow({ mail, names, now, onRetry }: MailRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, attempts, nextTryAt, lastError, retriable } = mail;
  const tries = [
    ...(attempts > 0 ? [t('accounts.mails.tries', { count: attempts })] : []),
    ...(state === 'queued' && attempts > 0 && nextTryAt !== undefined
      ? [t('accounts.mails.next', { when: format.when(nextTryAt, now) })]
      : []),
  ];
  return (
    <tr>
      <th scope="row">
        <AccountPerson username={mail.username} names={names} />
        <small className={classes['name']} title={mail.to}>
          {mail.to}
        </small>
      </th>
      <td>
        <span className={classes['whole']}>{mail.subject}</span>
        {lastError !== undefined && (
          <small className={classes['error']} title={lastError}>
            {t(`accounts.mails.fault.${mailFault(lastError)}`, { said: lastError })}
          </small>
        )}
        {state === 'failed' && !retriable && OFFICE_MAILS.includes(mail.kind) && (
          <small>{t('accounts.mails.notRetriable')}</small>
        )}
      </td>
      <td>
        <Chip tone={TONES[state]}>{t(`accounts.mails.stateText.${state}`)}</Chip>
      </td>
      <td>
        {format.when(mail.sentAt ?? mail.createdAt, now)}
        {tries.length > 0 && <small>{tries.join(' · ')}</small>}
      </td>
      <td>
        {retriable && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('accounts.mails.retryName', {
              name: names.nameOf(mail.username) ?? mail.username,
            })}
            onClick={onRetry}
          >
            {t('accounts.mails.retry')}
          </Button>
        )}
      </td>
    </tr>
  );
}
