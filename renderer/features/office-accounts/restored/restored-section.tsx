import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeRestored } from '../../../../domain/protocol/endpoints/office/office-restored.ts';
import { readRestored } from '../../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { Table } from '../../../ui/table/table.tsx';
import { deviceNames } from '../hand-overs/device-names.ts';
import { OfficeFailure } from '../asked/office-failure.tsx';
import { MissingPlaces, SetAsidePlaces } from './missing-places.tsx';
import classes from '../office-accounts.module.css';
import own from './restored.module.css';
import { useOfficeData } from '../asked/use-office-data.ts';

interface RestoredSectionProps {
  readonly register: Register;
  readonly api: Api;
}

/** After the store was put back from an older copy: which devices send again, and what only a colleague's device still holds. */
export function RestoredSection({ register, api }: RestoredSectionProps) {
  const { t } = useTranslation();
  const { data, failure, reload } = useOfficeData<OfficeRestored>(
    useCallback((signal) => api.ask(readRestored, { signal }), [api]),
  );
  // What is below it on the page is asked of the same server: that says at length why there is no network.
  const failed = failure && <OfficeFailure failure={failure} hasData onRetry={() => void reload()} />;
  if (!data || data.devices.length + data.missing.length + data.setAside.length === 0) return failed;
  return (
    <section data-changes="" className={own['restored']} aria-label={t('restored.title')}>
      <Notice tone="warn" title={t('restored.title')}>
        {t('restored.lead')}
      </Notice>
      {failed}
      {data.devices.length > 0 && <Devices register={register} devices={data.devices} />}
      <MissingPlaces register={register} places={data.missing} api={api} onChanged={reload} />
      <SetAsidePlaces register={register} places={data.setAside} />
    </section>
  );
}

interface DevicesProps {
  readonly register: Register;
  readonly devices: readonly Device[];
}

type Device = OfficeRestored['devices'][number];

const make = columnsOf<Device>();

function Devices(props: DevicesProps) {
  const { devices } = props;
  const { t } = useTranslation();
  const columns = useDeviceColumns(props);
  return (
    <Table
      label={t('restored.devices')}
      className={own['list']}
      tableClassName={classes['table']}
      rows={devices}
      columns={columns}
      rowId={idOf}
      empty={t('restored.none')}
    />
  );
}

/** What the table says of each device. */
function useDeviceColumns({ register, devices }: DevicesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const nameOf = deviceNames(devices.map(({ device }) => device));
    return make.columns([
      make.accessor('name', {
        header: t('restored.device'),
        sortFn: 'text',
        meta: { isRowHeader: true },
        cell: ({ row: { original } }) => (
          <>
            <span className={classes['name']}>{original.name}</span>
            <small>{nameOf(original.device)}</small>
          </>
        ),
      }),
      make.accessor('noticedAt', {
        header: t('restored.noticed'),
        sortFn: 'text',
        cell: ({ row }) => format.when(row.original.noticedAt, register.now()),
      }),
      make.accessor('cameBack', {
        id: 'state',
        header: t('restored.state'),
        sortFn: 'number',
        cell: ({ row: { original } }) =>
          t(original.endedAt === undefined ? 'restored.sending' : 'restored.ended', {
            count: original.cameBack,
          }),
      }),
    ]);
  }, [t, format, register, devices]);
}

function idOf({ name, device, noticedAt }: Device): string {
  return `${name}/${device}/${noticedAt}`;
}
