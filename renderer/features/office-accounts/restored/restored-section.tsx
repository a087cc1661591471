import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeRestored } from '../../../../domain/protocol/endpoints/office/office-restored.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { Table } from '../../../ui/table/table.tsx';
import { deviceNames } from '../people/device-names.ts';
import { MissingPlaces, SetAsidePlaces } from './missing-places.tsx';
import classes from '../office-accounts.module.css';
import own from './restored.module.css';

interface RestoredSectionProps {
  readonly register: Register;
  readonly api: Api;
  readonly restored: OfficeRestored;
  readonly onChanged: () => Promise<void>;
}

/** After the store was put back from an older copy: which devices send again, and what only a colleague's device still holds. */
export function RestoredSection({ register, api, restored, onChanged }: RestoredSectionProps) {
  const { t } = useTranslation();
  const { devices, missing, setAside } = restored;
  if (devices.length + missing.length + setAside.length === 0) return null;
  return (
    <section data-changes="" className={own['restored']} aria-label={t('restored.title')}>
      <Notice tone="warn" title={t('restored.title')}>
        {t('restored.lead')}
      </Notice>
      {devices.length > 0 && <Devices register={register} devices={devices} />}
      <MissingPlaces register={register} places={missing} api={api} onChanged={onChanged} />
      <SetAsidePlaces register={register} places={setAside} />
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
