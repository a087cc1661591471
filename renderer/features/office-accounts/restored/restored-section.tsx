import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeRestored } from '../../../../domain/protocol/endpoints/office/office-restored.ts';
import type { OfficeApi } from '../../../data/api/office-api.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ScrollRegion } from '../../../ui/focus/scroll-region.tsx';
import { deviceNames } from '../hand-overs/device-names.ts';
import { MissingPlaces, SetAsidePlaces } from './missing-places.tsx';
import classes from '../office-accounts.module.css';
import own from './restored.module.css';
import { useOfficeData } from '../asked/use-office-data.ts';

interface RestoredSectionProps {
  readonly register: Register;
  readonly api: OfficeApi;
}

/** After the store was put back from an older copy: which devices send again, and what only a colleague's device still holds. */
export function RestoredSection({ register, api }: RestoredSectionProps) {
  const { t } = useTranslation();
  const { data, reload } = useOfficeData<OfficeRestored>(
    useCallback((signal) => api.restored(signal), [api]),
  );
  if (!data || data.devices.length + data.missing.length + data.setAside.length === 0) return null;
  return (
    <section data-changes="" className={own['restored']} aria-label={t('restored.title')}>
      <Notice tone="warn" title={t('restored.title')}>
        {t('restored.lead')}
      </Notice>
      {data.devices.length > 0 && <Devices register={register} devices={data.devices} />}
      <MissingPlaces register={register} places={data.missing} api={api} onChanged={reload} />
      <SetAsidePlaces register={register} places={data.setAside} />
    </section>
  );
}

interface DevicesProps {
  readonly register: Register;
  readonly devices: OfficeRestored['devices'];
}

function Devices({ register, devices }: DevicesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = deviceNames(devices.map(({ device }) => device));
  return (
    <ScrollRegion className={own['list']} label={t('restored.devices')}>
      <table className={classes['table']} aria-label={t('restored.devices')}>
        <thead>
          <tr>
            <th scope="col">{t('restored.device')}</th>
            <th scope="col">{t('restored.noticed')}</th>
            <th scope="col">{t('restored.state')}</th>
          </tr>
        </thead>
        <tbody>
          {devices.map(({ name, device, noticedAt, endedAt, cameBack }) => (
            <tr key={`${name}/${device}/${noticedAt}`}>
              <th scope="row">
                <span className={classes['name']}>{name}</span>
                <small>{nameOf(device)}</small>
              </th>
              <td>{format.when(noticedAt, register.now())}</td>
              <td>
                {t(endedAt === undefined ? 'restored.sending' : 'restored.ended', {
                  count: cameBack,
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
