import { Button } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { AccountView } from '../../../../domain/protocol/endpoints/account/account.ts';
import type { AccountApi } from '../../../data/api/account-api.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/marks/chip.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { DeviceRecordsDialog } from './device-records-dialog.tsx';
import classes from '../frame/profile.module.css';
import rows from '../../../ui/rows.module.css';
import { Section } from '../frame/section.tsx';

type Device = AccountView['devices'][number];

interface DevicesSectionProps {
  readonly view: AccountView;
  readonly now: Instant;
  readonly api: AccountApi;
  readonly onChanged: () => Promise<void>;
}

/** Where the profile has signed in: which device is whose, the way to sign one out, and what was on it (D40). */
export function DevicesSection({ view, now, api, onChanged }: DevicesSectionProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [asked, setAsked] = useState<Device>();
  const [withEnded, setWithEnded] = useState(false);
  const ended = view.devices.filter((device) => device.ended !== undefined).length;
  const shown = view.devices
    .filter((device) => withEnded || device.ended === undefined)
    .toSorted((a, b) => Number(b.current) - Number(a.current) || b.lastUsedAt.localeCompare(a.lastUsedAt));

  const end = async ({ session }: Device) => {
    const result = await attempt.run(() => api.endDevice(session));
    if (result.ok) await onChanged();
  };

  return (
    <Section name="devices">
      <p>{t('profile.devices.text')}</p>
      <FailureNotice attempt={attempt} />
      <ul className={`${rows['rows']} ${classes['rows']}`}>
        {shown.map((device) => (
          <DeviceRow
            key={device.session}
            device={device}
            now={now}
            withUsername={new Set(view.devices.map(({ username }) => username)).size > 1}
            onEnd={() => void end(device)}
            onRecords={() => setAsked(device)}
          />
        ))}
      </ul>
      {ended > 0 && !withEnded && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setWithEnded(true)}>
            {t('profile.devices.showEnded', { count: ended })}
          </Button>
        </div>
      )}
      <DeviceRecordsDialog device={asked} api={api} onClose={() => setAsked(undefined)} />
    </Section>
  );
}

interface DeviceRowProps {
  readonly device: Device;
  readonly now: Instant;
  readonly withUsername: boolean;
  readonly onEnd: () => void;
  readonly onRecords: () => void;
}

function DeviceRow({ device, now, withUsername, onEnd, onRecords }: DeviceRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, username } = device;
  const times = [
    ...(withUsername ? [username] : []),
    t('profile.devices.lastUsed', { when: format.when(device.lastUsedAt, now) }),
    t('profile.devices.signedIn', { when: format.when(device.signedInAt, now) }),
  ];
  return (
    <li>
      <IconDeviceDesktop size={22} stroke={1.5} aria-hidden="true" />
      <div className={rows['who']}>
        <strong>{name}</strong>
        <span>{times.join(' · ')}</span>
      </div>
      {device.current && <Chip tone="ok">{t('profile.devices.current')}</Chip>}
      {device.ended !== undefined && <Chip>{t('profile.devices.ended')}</Chip>}
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('profile.devices.recordsName', { name })}
        onClick={onRecords}
      >
        {t('profile.devices.records')}
      </Button>
      {!device.current && device.ended === undefined && (
        <Button
          variant="default"
          size="xs"
          aria-label={t('profile.devices.endName', { name })}
          onClick={onEnd}
        >
          {t('profile.devices.end')}
        </Button>
      )}
    </li>
  );
}
