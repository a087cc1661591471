import { Loader, Modal, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../domain/base/result.ts';
import type { AccountView, DeviceRecords } from '../../../../domain/protocol/endpoints/account/account.ts';
import { COLLECTION_NAMES } from '../../../../domain/record/collection-names.ts';
import type { AccountApi } from '../../../data/api/account-api.ts';
import type { ApiFailure } from '../../../data/api/api-request.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import classes from '../frame/profile.module.css';

interface DeviceRecordsDialogProps {
  readonly device: AccountView['devices'][number] | undefined;
  readonly api: AccountApi;
  readonly onClose: () => void;
}

/** What could be on a device that was lost: kinds of records and how many. */
export function DeviceRecordsDialog({ device, api, onClose }: DeviceRecordsDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={device !== undefined}
      onClose={onClose}
      title={device ? t('profile.devices.recordsName', { name: device.name }) : ''}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{t('profile.devices.recordsText')}</p>
        {device && <Records key={device.session} session={device.session} api={api} />}
      </Stack>
    </Modal>
  );
}

function Records({ session, api }: { readonly session: string; readonly api: AccountApi }) {
  const [answer, setAnswer] = useState<Result<DeviceRecords, ApiFailure>>();
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const answered = await api.deviceRecords(session);
      if (isCurrent) setAnswer(answered);
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [api, session]);
  if (!answer) return <Loader size="sm" />;
  return answer.ok ? (
    <Counts records={answer.value} />
  ) : (
    <FailureNotice attempt={{ failure: answer.failure, waitSeconds: 0 }} />
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
