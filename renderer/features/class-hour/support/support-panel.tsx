import { Select } from '@mantine/core';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../domain/access/capabilities.ts';
import { toPersonId, type PersonId } from '../../../../domain/base/ids.ts';
import { listName, type Person } from '../../../../domain/kinds/person/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useDeclareActions } from '../../../ui/actions/actions.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyText } from '../../../ui/actions/use-key-text.ts';
import { createAsked } from '../../../ui/focus/wanted/wanted.ts';
import { ToldSupports } from '../../../hosts/support/told-supports.tsx';
import { useViewValue } from '../../../ui/use-view.ts';
import { namesakes } from '../../../views/namesakes.ts';
import { hourSupport, type HourSupport } from '../../../views/support-topics.ts';
import { SupportField } from './support-field.tsx';
import classes from './support.module.css';

interface SupportPanelProps {
  readonly register: Register;
  readonly place: HourPlace;
  /** Nothing may be written of the hour now. */
  readonly isClosed: boolean;
  /** Esc in a text gives the focus back to the roll call. */
  readonly onLeave: () => void;
}

/** What is done with the pupils who have support, apart from the topic of the class (D17); nothing where there is none. A mark of the roll leaves it as it is. */
export const SupportPanel = memo(OfHour);

function OfHour(props: SupportPanelProps) {
  const { register, place } = props;
  const support = useViewValue(hourSupport, register, place);
  if (!can(register.identity, 'readSupport')) return null;
  if (!support) return props.isClosed ? null : <Awaited />;
  const { mine, others, ofColleagues } = support;
  const mayWrite = mine.length > 0 || (others.length > 0 && !props.isClosed);
  if (!mayWrite && ofColleagues.length === 0) return null;
  return <Panel {...props} support={support} />;
}

/** Whoever presses the key before the texts are here has asked for them: they take the focus when they come. */
const { want, useWanted, forget } = createAsked<true>();

function Awaited() {
  useSupportKey(() => want(true));
  return null;
}

function useSupportKey(run: (() => void) | undefined): void {
  const { t } = useTranslation();
  useDeclareActions(
    run === undefined
      ? []
      : [
          {
            id: 'support-topic',
            label: t('support.write'),
            keywords: t('support.words'),
            keys: KEYS.support,
            everywhere: true,
            run,
          },
        ],
  );
}

function Panel({
  register,
  place,
  isClosed,
  onLeave,
  support,
}: SupportPanelProps & { readonly support: HourSupport }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const format = useFormat();
  const shared = useViewValue(namesakes, register, place.schoolClass);
  const nameOf = (person: Person) =>
    shared?.has(person.id) === true && person.birthDate !== undefined
      ? `${listName(person)} · ${format.briefDay(person.birthDate)}`
      : listName(person);
  const [added, setAdded] = useState<readonly PersonId[]>([]);
  const panel = useRef<HTMLElement>(null);
  const { mine, others, ofColleagues } = support;
  // Somebody added stays in the same place of the list, whether anything is written already or not.
  const rows = [
    ...mine.filter(({ pupil }) => !added.includes(pupil.id)),
    ...added.flatMap((id) => {
      const pupil = others.find((each) => each.id === id);
      return mine.find((each) => each.pupil.id === id) ?? (pupil ? { pupil } : []);
    }),
  ];
  const addable = others.filter(({ id }) => !added.includes(id));
  const mayAdd = addable.length > 0 && !isClosed;
  const mayType = !isClosed && (rows.length > 0 || mayAdd);
  const focusFirst = useCallback(
    () => panel.current?.querySelector<HTMLElement>('textarea, input')?.focus(),
    [],
  );
  useSupportKey(mayType ? focusFirst : undefined);
  const isWanted = useWanted() === true;
  useEffect(() => {
    if (!isWanted || !mayType) return;
    forget();
    focusFirst();
  }, [isWanted, mayType, focusFirst]);
  return (
    <section ref={panel} className={classes['panel']} aria-labelledby="support-title">
      <div className={classes['head']}>
        <h2 id="support-title">{t('support.title')}</h2>
        {(rows.length > 0 || mayAdd) && (
          <span className={classes['hint']}>
            {t('support.hint')} {!isClosed && t('support.keys', { key: keyText(KEYS.support) })}
          </span>
        )}
      </div>
      {rows.length > 0 && (
        <div className={classes['rows']}>
          {rows.map((each) => (
            <SupportField
              key={each.pupil.id}
              register={register}
              place={place}
              support={each}
              readOnly={isClosed}
              isNew={added.at(-1) === each.pupil.id}
              onLeave={onLeave}
            />
          ))}
        </div>
      )}
      {mayAdd && (
        <Select
          size="xs"
          w={260}
          aria-label={t('support.add')}
          placeholder={t('support.add')}
          searchable
          value={null}
          data={addable.map((each) => ({ value: each.id, label: nameOf(each) }))}
          onChange={(value) => value !== null && setAdded((before) => [...before, toPersonId(value)])}
        />
      )}
      {ofColleagues.length > 0 && (
        <>
          <h3 className={classes['of']}>{t('support.ofColleagues')}</h3>
          <ToldSupports label={t('support.ofColleagues')} told={ofColleagues} />
        </>
      )}
    </section>
  );
}
