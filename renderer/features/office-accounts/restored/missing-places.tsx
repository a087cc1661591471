import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeRestored } from '../../../../domain/protocol/endpoints/office/office-restored.ts';
import { setPlacesAside } from '../../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { inPortions } from '../../../data/api/in-portions.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { classLabel } from '../../../i18n/class-label.ts';
import { useFormat } from '../../../i18n/format.ts';
import { kindName } from '../../../kinds/telling.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { Table } from '../../../ui/table/table.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { deviceNames } from '../people/device-names.ts';
import classes from '../office-accounts.module.css';
import { schoolIndex } from '../../../views/school.ts';
import own from './restored.module.css';

type Place = OfficeRestored['missing'][number];

interface PlacesProps {
  readonly register: Register;
  readonly places: readonly Place[];
}

interface MissingPlacesProps extends PlacesProps {
  readonly api: Api;
  readonly onChanged: () => Promise<void>;
}

/** What only a colleague's device still holds, or says to hold: the office sets aside what never was. */
export function MissingPlaces({ register, places, api, onChanged }: MissingPlacesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const words = usePlaceWords(register);
  const columns = useColumns(register, places, words);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<number>();
  const wanted = places.filter((place) => chosen.has(keyOf(place)));

  const setAside = async () => {
    const named = wanted.map(({ entry, kind, id, author, reportedAt }) => ({
      entry,
      kind,
      id,
      author,
      reportedAt,
    }));
    const result = await attempt.run(() =>
      inPortions(named, (portion) => api.ask(setPlacesAside, { body: { places: portion } })),
    );
    if (result.ok) {
      setDone(result.value.reduce((sum, answer) => sum + answer.done, 0));
      setChosen(new Set());
    }
    // Some may be done, by this try or by a colleague: the list says which.
    await onChanged();
  };

  return (
    <>
      <h2>{t('restored.missing')}</h2>
      <FailureNotice attempt={attempt} />
      {done !== undefined && (
        <Notice tone="ok" urgent>
          {t('restored.done', { count: done, number: format.number(done) })}
        </Notice>
      )}
      {places.length === 0 ? (
        <p className={classes['muted']}>{t('restored.none')}</p>
      ) : (
        <>
          <div className={classes['selection']} data-active={wanted.length > 0 || undefined}>
            <span role="status">
              {t('restored.chosen', { count: wanted.length, number: format.number(wanted.length) })}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              disabled={wanted.length === 0}
              loading={attempt.busy}
              onClick={() => void setAside()}
            >
              {t('restored.setAside')}
            </Button>
          </div>
          <Table
            label={t('restored.missing')}
            className={own['list']}
            tableClassName={classes['table']}
            rows={places}
            columns={columns}
            rowId={keyOf}
            empty={t('restored.none')}
            selection={{
              chosen,
              onChoose: setChosen,
              nameOf: (place) => `${words.nameOf(place)}, ${place.authorName}`,
            }}
          />
        </>
      )}
    </>
  );
}

/** What was set aside, by whom and when: it is kept, and can be read for ever. */
export function SetAsidePlaces({ register, places }: PlacesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = usePlaceWords(register);
  const columns = useColumns(register, places, words);
  const withSeen = useMemo(
    () =>
      make.columns([
        ...columns,
        make.accessor(({ seenAt }) => seenAt, {
          id: 'seen',
          header: t('restored.seen'),
          sortFn: 'text',
          cell: ({ row: { original } }) =>
            original.seenAt &&
            t('restored.seenBy', {
              when: format.when(original.seenAt, register.now()),
              name: original.seenBy ?? t('common.unknown'),
            }),
        }),
      ]),
    [columns, t, format, register],
  );
  if (places.length === 0) return null;
  return (
    <>
      <h2>{t('restored.setAsideTable')}</h2>
      <Table
        label={t('restored.setAsideTable')}
        className={own['list']}
        tableClassName={classes['table']}
        rows={places}
        columns={withSeen}
        rowId={keyOf}
        empty={t('restored.none')}
      />
    </>
  );
}

const make = columnsOf<Place>();

/** What both tables say of a place. */
function useColumns(register: Register, places: readonly Place[], words: PlaceWords) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const deviceName = deviceNames(places.map(({ device }) => device));
    return make.columns([
      make.accessor((place) => words.orderOf(place), {
        id: 'place',
        header: t('restored.place'),
        sortFn: 'texts',
        meta: { isRowHeader: true },
        cell: ({ row }) => words.nameOf(row.original),
      }),
      make.accessor('authorName', { header: t('restored.author'), sortFn: 'text' }),
      make.accessor('recordedAt', {
        header: t('restored.written'),
        sortFn: 'text',
        cell: ({ row }) => format.when(row.original.recordedAt, register.now()),
      }),
      make.accessor('heldBy', {
        header: t('restored.holder'),
        sortFn: 'text',
        cell: ({ row: { original } }) => (
          <>
            {original.heldBy} <small>{deviceName(original.device)}</small>
          </>
        ),
      }),
    ]);
  }, [t, format, register, places, words]);
}

/** Places in words: what, of which class, on which day; and by what they are put in order. */
interface PlaceWords {
  readonly nameOf: (place: Place) => string;
  readonly orderOf: (place: Place) => readonly string[];
}

function usePlaceWords(register: Register): PlaceWords {
  const { t } = useTranslation();
  const format = useFormat();
  const index = useViewValue(schoolIndex, register);
  return useMemo(() => {
    const what = ({ kind }: Place) => kindName(kind, { t });
    const classOf = (place: Place) => {
      const found = index?.schoolClass(place.class);
      return found && index ? classLabel(found, index.classes(), t) : place.class;
    };
    return {
      nameOf: (place) => `${what(place)} ${classOf(place)}, ${format.shortDay(place.day)}`,
      orderOf: (place) => [what(place), classOf(place), place.day, place.id],
    };
  }, [index, format, t]);
}

function keyOf({ entry, author, kind, id, day, ...place }: Place): string {
  return [entry, author, kind, id, place.class, day].join('/');
}
