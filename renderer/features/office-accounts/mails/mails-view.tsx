import { Button, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeMails } from '../../../../domain/protocol/endpoints/office/office-mail-list.ts';
import { listMails, retryMail } from '../../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { printMails } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { Api } from '../../../data/api/api-request.ts';
import { toBase64 } from '../../../data/base64.ts';
import type { Register } from '../../../data/register.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TableStates } from '../../../ui/table/table-states.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { MailTable, type Mail } from './mail-table.tsx';
import { PersonSearch } from '../people/person-search.tsx';
import type { SaveFile } from '../../../hosts/save-file.ts';
import classes from '../office-accounts.module.css';
import { OfficeFailure } from '../asked/office-failure.tsx';
import { useAccountNames } from '../people/use-account-names.ts';
import { useOfficeData } from '../asked/use-office-data.ts';

interface MailsViewProps {
  readonly register: Register;
  readonly api: Api;
  readonly onSaveFile: SaveFile;
}

const SHOWN = { all: undefined, waiting: 'queued', failed: 'failed' } as const;

/** Messages on their way, and those that did not arrive with what the mail server said. */
export function MailsView({ register, api, onSaveFile }: MailsViewProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const { data, failure, reload } = useOfficeData<OfficeMails>(
    useCallback((signal) => api.ask(listMails, { signal }), [api]),
  );
  const [shown, setShown] = useState<keyof typeof SHOWN>('all');
  const state = SHOWN[shown];
  const [typed, setTyped] = useState('');
  const names = useAccountNames(register, api);
  const mails = useMemo(
    () =>
      data?.mails.filter(
        (mail) => (state === undefined || mail.state === state) && names.finds(mail.username, typed),
      ) ?? [],
    [data, state, names, typed],
  );

  const { run } = attempt;
  const retry = useCallback(
    ({ id }: Mail) => {
      const again = async () => {
        const result = await run(() => api.ask(retryMail, { params: { id } }));
        if (result.ok) await reload();
      };
      void again();
    },
    [run, api, reload],
  );
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
    const result = await attempt.run(() => api.ask(printMails));
    if (!result.ok) return;
    await save(toBase64(result.value));
    await reload();
  };

  return (
    <TableStates
      data={data}
      failure={
        failure && (
          <OfficeFailure failure={failure} hasData={data !== undefined} onRetry={() => void reload()} />
        )
      }
    >
      {(loaded) => (
        <>
          {!loaded.canMail && <Notice tone="warn">{t('accounts.mails.noServer')}</Notice>}
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
              disabled={loaded.mails.every((mail) => mail.state !== 'queued')}
              onClick={() => void print()}
            >
              {t('accounts.mails.print')}
            </Button>
          </div>
          <MailTable
            mails={mails}
            empty={t(loaded.mails.length === 0 ? 'accounts.mails.none' : 'accounts.mails.noneFound')}
            names={names}
            register={register}
            onRetry={retry}
          />
        </>
      )}
    </TableStates>
  );
}
