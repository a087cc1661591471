import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { className } from '../../../domain/records/class.ts';
import type { OfficeRestored } from '../../../domain/protocol/office-restored.ts';
import type { OfficeApi } from '../../data/api/office-api.ts';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { useLive } from '../../ui/use-live.ts';
import classes from './office-accounts.module.css';
import { useOfficeData } from './use-office-data.ts';

interface RestoredSectionProps {
  readonly register: Register;
  readonly api: OfficeApi;
}

/** After the store was put back from an older copy: which devices send again, and what only a colleague's device still holds. */
export function RestoredSection({ register, api }: RestoredSectionProps) {
  const { t } = useTranslation();
  const { data } = useOfficeData<OfficeRestored>(useCallback((signal) => api.restored(signal), [api]));
  if (!data || data.devices.length + data.missing.length === 0) return null;
  return (
    <section aria-label={t('restored.title')}>
      <Notice tone="warn" title={t('restored.title')}>
        {t('restored.lead')}
      </Notice>
      <Devices register={register} devices={data.devices} />
      <Missing register={register} missing={data.missing} />
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
  return (
    <ScrollRegion className={classes['scroll']} label={t('restored.device')}>
      <table className={classes['table']} aria-label={t('restored.device')}>
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
                <small>{device}</small>
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

interface MissingProps {
  readonly register: Register;
  readonly missing: OfficeRestored['missing'];
}

function Missing({ register, missing }: MissingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const live = useLive(useMemo(() => register.directory(), [register]));
  if (missing.length === 0) return <p className={classes['muted']}>{t('restored.none')}</p>;
  const nameOf = (id: OfficeRestored['missing'][number]['class']) => {
    const found = live.ready ? live.value.schoolClass(id) : undefined;
    return found ? className(found) : id;
  };
  return (
    <ScrollRegion className={classes['scroll']} label={t('restored.missing')}>
      <table className={classes['table']} aria-label={t('restored.missing')}>
        <thead>
          <tr>
            {(['place', 'author', 'written', 'holder'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`restored.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {missing.map((place) => (
            <tr key={`${place.id}/${place.author}/${place.recordedAt}`}>
              <th scope="row">
                {t(`restored.${place.collection}`)} {nameOf(place.class)}, {format.shortDay(place.day)}
              </th>
              <td>{place.authorName}</td>
              <td>{format.when(place.recordedAt, register.now())}</td>
              <td>
                {place.heldBy} <small>{place.device}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
