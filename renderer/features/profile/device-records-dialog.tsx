import { Loader, Modal, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../domain/base/result.ts';
import type { AccountView, DeviceRecords } from '../../../domain/protocol/account.ts';
import { COLLECTION_NAMES } from '../../../domain/records/collections.ts';
import type { AccountApi } from '../../data/api/account-api.ts';
import type { ApiFailure } from '../../data/api/api-request.ts';
import { useFormat } from '../../i18n/format.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import classes from './profile.module.css';

interface DeviceRecordsDialogProps {
  readonly device: AccountView['devices'][number] | undefined;
  readonly api: AccountApi;
  readonly onClose: () => void;
}

/** What could be on a device that was lost: kinds of records and how many. */
export function DeviceRecordsDialog({ device, api, onClose }: DeviceRecordsDialogProps) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<Result<DeviceRecords, ApiFailure>>();
  const session = device?.session;
  useEffect(() => {
    if (session === undefined) return;
    let isCurrent = true;
    setAnswer(undefined);
    void api.deviceRecords(session).then((answered) => isCurrent && setAnswer(answered));
    return () => {
      isCurrent = false;
    };
  }, [api, session]);
  return (
    <Modal
      opened={device !== undefined}
      onClose={onClose}
      title={device ? t('profile.devices.recordsName', { name: device.name }) : ''}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{t('profile.devices.recordsText')}</p>
        {!answer && <Loader size="sm" />}
        {answer && !answer.ok && <FailureNotice attempt={{ failure: answer.failure, waitSeconds: 0 }} />}
        {answer?.ok && <Counts records={answer.value} />}
      </Stack>
    </Modal>
  );
}

function Counts({ records }: { readonly records: DeviceRecords }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = COLLECTION_NAMES.flatMap((name) => {
    const found = records.readableNow.find(({ collection }) => collection === name)?.records ?? 0;
    return found > 0 ? [{ name, found }] : [];
  });
  if (counted.length === 0) return <p style={{ margin: 0 }}>{t('profile.devices.none')}</p>;
  return (
    <dl className={classes['counts']}>
      {counted.map(({ name, found }) => (
        <div key={name}>
          <dt>{t(`profile.devices.collection.${name}`)}</dt>
          <dd>{t('profile.devices.count', { count: found, number: format.number(found) })}</dd>
        </div>
      ))}
    </dl>
  );
}
