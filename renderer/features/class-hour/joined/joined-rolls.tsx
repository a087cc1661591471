import { useImperativeHandle, useMemo, useRef, useState, type RefObject, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { className } from '../../../../domain/kinds/class/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useDeclareActions } from '../../../ui/actions/actions.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { keepsClasses } from '../view/keeps-class.ts';
import { useAnnouncer } from '../../../ui/focus/use-announcer.tsx';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import { RollCallPanel } from '../roll/roll-call-panel.tsx';
import { RollToolbar } from '../roll/roll-toolbar.tsx';
import type { Density } from '../row/density-switch.tsx';
import { rollStanding } from '../pupil/roll-standing.ts';
import { isRollClosed } from '../words/closed-text.ts';
import { classNames } from '../words/class-names.ts';
import classes from './joined.module.css';
import type { JoinedHour } from '../view/joined-hours.ts';
import { rollOfAll } from './roll-of-all.ts';
import type { AmongRolls, RollHandle } from '../calling/roll-handle.ts';
import { actsAsPressed } from '../undo/as-pressed.ts';
import { JoinedActs } from './joined-acts.tsx';

interface JoinedRollsProps {
  readonly register: Register;
  /** The class on the screen first. */
  readonly rolls: readonly JoinedHour[];
  readonly density: Density;
  readonly onTopic: () => void;
  readonly focusRef: Ref<() => void>;
}

/** The roll of several classes that have one lesson: a list for each, one search, and one confirmation for all of them. */
export function JoinedRolls({ register, rolls, density, onTopic, focusRef }: JoinedRollsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [region, announce] = useAnnouncer();
  const handles = useRef(new Map<string, RollHandle>());
  const [acts] = useState(actsAsPressed);
  const search = useRef<HTMLInputElement>(null);
  const found = useRef({ roll: 0, index: 0 });
  const hours = useMemo(() => rolls.map(({ hour }) => hour), [rolls]);
  const merged = useMemo(() => rollOfAll(hours), [hours]);
  const rightsIn = useViewValue(keepsClasses, register);
  const rights = useMemo(() => rolls.map(({ place }) => rightsIn?.(place)), [rolls, rightsIn]);
  const kept = useMemo(
    () => rolls.flatMap(({ place }, at) => (rights[at]?.keeps === true ? [place] : [])),
    [rolls, rights],
  );
  const handleOf = (at: number) => {
    const roll = rolls[at];
    return roll && handles.current.get(roll.place.schoolClass);
  };

  // No act of several: a roll that was confirmed is called, also where that of another class cannot be, which is then said by name.
  const confirm = async () => {
    const confirmed: JoinedHour[] = [];
    let isNew = false;
    for (const [at, roll] of rolls.entries()) {
      const outcome = await handleOf(at)?.confirm();
      if (outcome === undefined || outcome === 'failed') return;
      if (typeof outcome === 'object') {
        const name = className(roll.hour.schoolClass);
        sayWhyNot(t('joined.notConfirmed', { name, why: outcome.whyNot }));
        return;
      }
      confirmed.push(roll);
      isNew ||= outcome === 'now';
    }
    const names = classNames(
      confirmed.map(({ hour }) => hour.schoolClass),
      format,
    );
    if (isNew) announce(t('joined.confirmed', { names }));
    else sayWhyNot(t('classHour.reason.confirmed'));
  };
  /** What was done last, in whichever class: the order of the keys is one. */
  const undo = async () => {
    await acts.alone(() => Promise.resolve());
    const orders = rolls.map((_, at) => handleOf(at)?.lastStep() ?? 0);
    // Where there is nothing the first one says so, or where else it is.
    await handleOf(orders.indexOf(Math.max(...orders)))?.undo();
  };
  const readOnly = hours.every(isRollClosed);
  useDeclareActions([
    {
      id: 'confirm-roll',
      label: t('classHour.roll.confirm'),
      keywords: t('classHour.wordsForConfirm'),
      keys: KEYS.confirm,
      run: () => void confirm(),
    },
    ...(readOnly
      ? []
      : [
          {
            id: 'undo-mark',
            label: t('shell.keys.undo'),
            keywords: t('classHour.wordsForUndo'),
            keys: KEYS.undo,
            run: () => void undo(),
          },
        ]),
    {
      id: 'find-pupil',
      label: t('classHour.roll.search'),
      keywords: t('classHour.wordsForFind'),
      keys: KEYS.find,
      otherKeys: KEYS.findToo,
      everywhere: true,
      run: () => search.current?.focus(),
    },
  ]);
  useImperativeHandle(focusRef, () => () => handleOf(0)?.focus());

  const beyond = (at: number) => (key: string, index: number) => {
    const isBack = key === 'ArrowUp' || key === 'ArrowLeft';
    const to = handleOf(at + (isBack ? -1 : 1));
    const last = (rolls[at - 1]?.hour.pupils.length ?? 1) - 1;
    to?.focus(key === 'ArrowDown' ? 0 : key === 'ArrowUp' ? last : index);
  };
  return (
    <div className={classes['rolls']}>
      {region}
      <JoinedActs register={register} rolls={rolls} rights={rights} handleOf={handleOf} />
      <div className={classes['toolbar']}>
        <RollToolbar
          hour={merged}
          changed={hours.some(({ changesAfterRollCall }) => changesAfterRollCall > 0)}
          readOnly={readOnly}
          standing={rollStanding(merged)}
          onConfirm={() => void confirm()}
          searchRef={search}
          onFound={(index) => {
            found.current = placeIn(rolls, index);
            handleOf(found.current.roll)?.choose(found.current.index);
          }}
          onLeaveSearch={() => handleOf(found.current.roll)?.focus()}
        />
      </div>
      <div className={classes['classes']}>
        {rolls.map(({ place, hour }, at) => (
          <OneRoll
            key={`${place.schoolClass} ${hour.part.group}`}
            register={register}
            roll={{ place, hour }}
            density={density}
            handles={handles}
            onTopic={onTopic}
            isFirst={at === 0}
            onConfirm={() => void confirm()}
            onUndo={() => void undo()}
            acts={acts}
            kept={kept}
            onSearch={() => search.current?.focus()}
            onBeyond={beyond(at)}
          />
        ))}
      </div>
    </div>
  );
}

interface OneRollProps extends AmongRolls {
  readonly register: Register;
  readonly roll: JoinedHour;
  readonly density: Density;
  readonly handles: RefObject<Map<string, RollHandle>>;
  readonly onTopic: () => void;
}

function OneRoll({ register, roll, density, handles, onTopic, ...among }: OneRollProps) {
  const { day, schoolClass, hour, group } = roll.place;
  const place = useMemo<HourPlace>(
    () => ({ day, schoolClass, hour, ...(group === undefined ? {} : { group }) }),
    [day, schoolClass, hour, group],
  );
  return (
    <RollCallPanel
      register={register}
      place={place}
      hour={roll.hour}
      density={density}
      focusRef={null}
      handleRef={(handle) => {
        if (handle) handles.current.set(schoolClass, handle);
        else handles.current.delete(schoolClass);
      }}
      onTopic={onTopic}
      among={among}
    />
  );
}

/** In which of the rolls a pupil of all of them stands, and where. */
function placeIn(
  rolls: readonly JoinedHour[],
  index: number,
): { readonly roll: number; readonly index: number } {
  let left = index;
  for (const [roll, { hour }] of rolls.entries()) {
    if (left < hour.pupils.length) return { roll, index: left };
    left -= hour.pupils.length;
  }
  return { roll: 0, index: 0 };
}
