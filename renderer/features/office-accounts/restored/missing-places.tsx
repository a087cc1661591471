import { Button, Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeRestored } from '../../../../domain/protocol/endpoints/office/office-restored.ts';
import type { OfficeApi } from '../../../data/api/office-api.ts';
import type { Register } from '../../../data/register.ts';
import { classLabel } from '../../../i18n/class-label.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ScrollRegion } from '../../../ui/focus/scroll-region.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { useLive } from '../../../ui/use-live.ts';
import { deviceNames } from '../hand-overs/device-names.ts';
import classes from '../office-accounts.module.css';
import own from './restored.module.css';
import { toggled } from '../people/toggled.ts';

type Place = OfficeRestored['missing'][number];

interface PlacesProps {
  readonly register: Register;
  readonly places: readonly Place[];
}

interface MissingPlacesProps extends PlacesProps {
  readonly api: OfficeApi;
  readonly onChanged: () => Promise<void>;
}

/** What only a colleague's device still holds, or says to hold: the office sets aside what never was. */
export function MissingPlaces({ register, places, api, onChanged }: MissingPlacesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const nameOf = usePlaceName(register);
  const deviceName = deviceNames(places.map(({ device }) => device));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<number>();
  const wanted = places.filter((place) => chosen.has(keyOf(place)));

  const setAside = async () => {
    const named = wanted.map(({ entry, collection, id, author, reportedAt }) => ({
      entry,
      collection,
      id,
      author,
      reportedAt,
    }));
    const result = await attempt.run(() => api.setAside(named));
    if (result.ok) {
      setDone(result.value.done);
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
          <ScrollRegion className={own['list']} label={t('restored.missing')}>
            <table className={classes['table']} aria-label={t('restored.missing')}>
              <thead>
                <tr>
                  <th scope="col" className={classes['check']}>
                    <Checkbox
                      size="xs"
                      aria-label={t('accounts.selectAll')}
                      checked={wanted.length === places.length}
                      onChange={(event) =>
                        setChosen(new Set(event.currentTarget.checked ? places.map(keyOf) : []))
                      }
                    />
                  </th>
                  <Columns />
                </tr>
              </thead>
              <tbody>
                {places.map((place) => (
                  <tr key={keyOf(place)} data-selected={chosen.has(keyOf(place)) || undefined}>
                    <td className={classes['check']}>
                      <Checkbox
                        size="xs"
                        aria-label={t('accounts.selectOne', {
                          name: `${nameOf(place)}, ${place.authorName}`,
                        })}
                        checked={chosen.has(keyOf(place))}
                        onChange={() => setChosen(toggled(chosen, keyOf(place)))}
                      />
                    </td>
                    <Cells
                      place={place}
                      name={nameOf(place)}
                      device={deviceName(place.device)}
                      register={register}
                    />
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
    </>
  );
}

/** What was set aside, by whom and when: it is kept, and can be read for ever. */
export function SetAsidePlaces({ register, places }: PlacesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePlaceName(register);
  const deviceName = deviceNames(places.map(({ device }) => device));
  if (places.length === 0) return null;
  return (
    <>
      <h2>{t('restored.setAsideTable')}</h2>
      <ScrollRegion className={own['list']} label={t('restored.setAsideTable')}>
        <table className={classes['table']} aria-label={t('restored.setAsideTable')}>
          <thead>
            <tr>
              <Columns />
              <th scope="col">{t('restored.seen')}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={keyOf(place)}>
                <Cells
                  place={place}
                  name={nameOf(place)}
                  device={deviceName(place.device)}
                  register={register}
                />
                <td>
                  {place.seenAt &&
                    t('restored.seenBy', {
                      when: format.when(place.seenAt, register.now()),
                      name: place.seenBy ?? t('common.unknown'),
                    })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function Columns() {
  const { t } = useTranslation();
  return (['place', 'author', 'written', 'holder'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`restored.${column}`)}
    </th>
  ));
}

interface CellsProps {
  readonly place: Place;
  readonly name: string;
  readonly device: string;
  readonly register: Register;
}

function Cells({ place, name, device, register }: CellsProps) {
  const format = useFormat();
  return (
    <>
      <th scope="row">{name}</th>
      <td>{place.authorName}</td>
      <td>{format.when(place.recordedAt, register.now())}</td>
      <td>
        {place.heldBy} <small>{device}</small>
      </td>
    </>
  );
}

/** A place in words: what, of which class, on which day. */
function usePlaceName(register: Register): (place: Place) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const live = useLive(useMemo(() => register.directory(), [register]));
  return (place) => {
    const found = live.ready ? live.value.schoolClass(place.class) : undefined;
    const name = found && live.ready ? classLabel(found, live.value.classes(), t) : place.class;
    return `${t(`restored.${place.collection}`)} ${name}, ${format.shortDay(place.day)}`;
  };
}

function keyOf({ entry, author, collection, id, day, ...place }: Place): string {
  return [entry, author, collection, id, place.class, day].join('/');
}
