import { IconUsersGroup } from '@tabler/icons-react';
import { useImperativeHandle, useMemo, useRef, type CSSProperties, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { schoolDayAndTime } from '../../../../domain/base/local-date.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { Register } from '../../../data/register.ts';
import type { ClassHour } from '../view/class-hour.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { useFormat } from '../../../i18n/format.ts';
import { EmptyState } from '../../../ui/notice/empty-state.tsx';
import { useAnnouncer } from '../../../ui/focus/use-announcer.tsx';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import type { Density } from '../row/density-switch.tsx';
import { hourWords } from '../words/hour-words.ts';
import { homonyms } from '../pupil/pupil-texts.ts';
import { closedText, isRollClosed } from '../words/closed-text.ts';
import { LeavingNotice } from '../permits/leaving-notice.tsx';
import { PermitStrip } from '../permits/permit-strip.tsx';
import { usePermits } from '../permits/use-permits.ts';
import { ProposedNotice } from '../proposals/proposed-notice.tsx';
import { ClassHead } from '../calling/class-head.tsx';
import type { AmongRolls, Confirmed, RollHandle } from '../calling/roll-handle.ts';
import { RollFooter } from './roll-footer.tsx';
import { RollRow } from '../row/roll-row.tsx';
import { rollStanding } from '../pupil/roll-standing.ts';
import { RollStatus } from './roll-status.tsx';
import { RollToolbar } from './roll-toolbar.tsx';
import classes from './roll-call.module.css';
import { asRolled } from '../undo/as-rolled.ts';
import { stepText } from '../undo/undo-text.ts';
import { limitsAt } from '../time/limits-at.ts';
import { useMarking } from './use-marking.ts';
import { useJustifying } from './use-justifying.ts';
import { useRollCall } from './use-roll-call.ts';
import { useRollActions } from '../calling/use-roll-actions.ts';
import { useRollGrid } from './use-roll-grid.ts';
import { useOpenConflicts } from './use-open-conflicts.ts';
import { useWantedFocus } from './use-wanted-focus.ts';
import { ClassActsMenu } from '../several/class-acts-menu.tsx';
import { useClassActs } from '../several/use-class-acts.ts';
import { openPupilCard } from '../../../hosts/pupil-card.ts';
import { wantPupil } from '../../../ui/focus/wanted/wanted-focus.ts';
import { useSize } from '../../../ui/use-size.ts';
import { useSteady } from '../../../ui/steady/use-steady.ts';
import { useWholeRows } from '../row/use-whole-rows.ts';

interface RollCallPanelProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly hour: ClassHour;
  readonly density: Density;
  readonly onTopic: () => void;
  /** Set to a function that gives the roll call the focus. */
  readonly focusRef: Ref<() => void>;
  /** Of a roll that is called with those of joined classes: what holds them together has search and confirmation. */
  readonly among?: AmongRolls;
  readonly handleRef?: Ref<RollHandle>;
}

const ALONE: AmongRolls['kept'] = [];

/** Width from which the class stands in two columns. */
const TWO_COLUMNS: Readonly<Record<Density, number>> = { dense: 680, touch: 1120 };

/** The roll call: everybody present until marked, by keyboard, mouse or finger. */
export function RollCallPanel(props: RollCallPanelProps) {
  const { register, place, hour, density, onTopic, focusRef, among, handleRef } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { bell, hours, isOfHourAlone, mayRunAhead } = hour;
  const readOnly = isRollClosed(hour);
  const rollCall = useRollCall(register, place, hour, among?.acts);
  const conflicts = useOpenConflicts(register, place);
  const [region, announce] = useAnnouncer();
  const panel = useRef<HTMLElement>(null);
  const [scrolled, { width, height }] = useSize();
  const search = useRef<HTMLInputElement>(null);
  const roll = hour.lesson?.rollCall;
  const rolled = useMemo(() => asRolled(hour, rollCall.changes, rollCall.declined), [hour, rollCall]);
  const { changes } = rolled;
  const { pupils, openJustifying } = useJustifying(register, place, rolled.pupils);
  const same = useMemo(() => homonyms(pupils), [pupils]);
  const order = useMemo(() => pupils.map(({ person }) => person.id), [pupils]);
  const columns = width >= TWO_COLUMNS[density] ? 2 : 1;
  useWholeRows(panel, { pupils, columns, density, width, height });
  const rows = Math.max(1, Math.ceil(pupils.length / columns));

  const undo = async () => {
    if (readOnly) {
      sayWhyNot(closedText(hour, t, format));
      return;
    }
    const undone = await rollCall.undo();
    if (undone.kind === 'nothing') sayWhyNot(t('classHour.roll.nothingToUndo'));
    if (undone.kind === 'elsewhere') {
      const mark = stepText(undone.step, pupils, t, format);
      sayWhyNot(t(undone.isOver ? 'classHour.roll.undoAfter' : 'classHour.roll.undoElsewhere', { mark }));
    }
    if (undone.kind === 'overtaken')
      sayWhyNot(t('classHour.roll.undoOvertaken', { mark: stepText(undone.step, pupils, t, format) }));
    if (undone.kind !== 'here') return;
    const said = t('classHour.roll.undone', { mark: stepText(undone.step, pupils, t, format) });
    const index = pupils.findIndex(({ person }) => person.id === undone.step.pupil);
    // What stood as it was confirmed does so no more; what did not may do so again.
    const isNewChange = roll !== undefined && pupils[index]?.changedAfterRollCall === false;
    announce(isNewChange ? `${said}. ${t('classHour.roll.toConfirmAgain')}` : said);
    grid.focus(index);
  };

  const whyUnconfirmed = readOnly
    ? closedText(hour, t, format)
    : hour.ahead === undefined
      ? undefined
      : t('classHour.reason.confirm', { time: format.clock(bell.start) });
  const confirmOwn = async (): Promise<Confirmed> => {
    if (whyUnconfirmed !== undefined) return { whyNot: whyUnconfirmed };
    return await rollCall.confirm(roll !== undefined && changes === 0);
  };
  const confirm = async () => {
    if (among) return among.onConfirm();
    const confirmed = await confirmOwn();
    if (typeof confirmed === 'object') sayWhyNot(confirmed.whyNot);
    if (confirmed === 'now') announce(t('classHour.roll.confirmedNow'));
    if (confirmed === 'before') sayWhyNot(t('classHour.reason.confirmed'));
  };

  const grid = useRollGrid({
    pupils: order,
    rows,
    onMark: (index, mark) => marking.start(index, mark),
    onOpen: (index) => openCard(index),
    onUndo: () => (among ? among.onUndo() : void undo()),
    onConfirm: () => void confirm(),
    onNoNumber: (number) => sayWhyNot(t('classHour.reason.noNumber', { number, last: pupils.length })),
    onSearch: () => (among ? among.onSearch() : search.current?.focus()),
    onTopic,
    takesFocus: among?.isFirst ?? true,
    onBeyond: among?.onBeyond,
    onJustify: openJustifying,
    onPermit: (index) => permits.markAt(index),
    onOutOfClass: (index) => acts.ask('outOfClass', order.slice(index, index + 1)),
  });
  const { focus } = grid;
  const openCard = (index: number) => {
    const pupil = order[index];
    if (pupil !== undefined) openPupilCard({ pupil, among: order, place, onClose: wantPupil });
  };
  const acting = {
    pupils: pupils.length,
    readOnly,
    whyUnconfirmed,
    nextUndo: rollCall.nextUndo,
    confirm: () => void confirm(),
    undo: () => void undo(),
    find: () => search.current?.focus(),
  };
  useRollActions(acting, among !== undefined, t);
  useWantedFocus(pupils, focus, among?.isFirst ?? true);
  useImperativeHandle(focusRef, () => focus, [focus]);

  const acts = useClassActs({ register, place, kept: among?.kept ?? ALONE, rollCall, announce, focus });
  useImperativeHandle(handleRef, () => ({
    focus: (index?: number) => focus(index === undefined ? undefined : Math.min(index, pupils.length - 1)),
    choose: grid.setActive,
    confirm: confirmOwn,
    note: acts.done,
    lastStep: rollCall.lastStep,
    undo,
  }));
  const marking = useMarking({ register, place, hour, rollCall, announce, focus });
  const permits = usePermits(register, place, pupils, marking.markPermit);
  const { editing } = marking;
  const ofRow = useSteady({
    onJustify: openJustifying,
    onMark: marking.start,
    onTime: marking.setTime,
    onAllDay: marking.setAllDay,
    onCancelTime: marking.cancel,
  });
  const failed = pupils.find(({ person }) => person.id === rollCall.failedPupil);
  const { day, time } = schoolDayAndTime(register.now());
  const limits = useMemo(
    () => limitsAt({ bell, hours, isOfHourAlone, mayRunAhead }, place.day, { day, time }),
    [bell, hours, isOfHourAlone, mayRunAhead, place.day, day, time],
  );
  const standing = rollStanding(hour);
  const titleId = among ? `roll-title-${place.schoolClass}` : 'roll-title';

  return (
    <section
      ref={panel}
      className={classes['panel']}
      aria-labelledby={titleId}
      data-density={density}
      style={{ '--roll-rows': rows } as CSSProperties}
    >
      {region}
      {!among && <ClassActsMenu {...{ register, place, acts, pupils, limits, readOnly }} />}
      {among ? (
        <ClassHead hour={hour} id={titleId} />
      ) : (
        <RollToolbar
          hour={hour}
          changed={changes > 0}
          readOnly={readOnly}
          standing={standing}
          onConfirm={() => void confirm()}
          searchRef={search}
          onFound={(index) => grid.setActive(index)}
          onLeaveSearch={() => grid.focus()}
        />
      )}
      <CommandNotice
        of={[...(failed ? [listName(failed.person)] : []), hourWords(hour, format)].join(' · ')}
        failure={rollCall.failure}
        onClose={rollCall.clearFailure}
      />
      {permits.comings && (
        <PermitStrip comings={permits.comings} readOnly={readOnly} onPermit={permits.mark} />
      )}
      <ProposedNotice pupils={pupils} standing={standing} />
      <LeavingNotice editing={editing} pupils={pupils} comings={permits.comings} />
      {pupils.length === 0 ? (
        <EmptyState icon={<IconUsersGroup size={28} stroke={1.5} />} title={t('classHour.roll.empty')}>
          {t('classHour.roll.emptyText')}
        </EmptyState>
      ) : (
        <div
          ref={scrolled}
          className={classes['grid']}
          // Who loses the focus in this hour goes on here (app/focus).
          data-work=""
          role="grid"
          aria-label={t('classHour.roll.list', {
            name: `${hour.schoolClass.year}${hour.schoolClass.section}`,
          })}
          aria-colcount={1}
          aria-readonly={readOnly}
          tabIndex={-1}
          style={{
            gridTemplateRows: `repeat(${rows}, minmax(min-content, var(--roll-row-most)))`,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          }}
          onKeyDown={grid.onKeyDown}
          onClick={({ target }) => {
            const index =
              target instanceof Element &&
              target.closest<HTMLElement>('[data-opens-card]')?.dataset['opensCard'];
            if (index) openCard(Number(index));
          }}
        >
          <div role="row" className={classes['columns']}>
            <span role="columnheader" aria-colindex={1}>
              {t('classHour.roll.pupil')}
            </span>
          </div>
          {pupils.map((pupil, index) => (
            <RollRow
              key={pupil.person.id}
              pupil={pupil}
              number={index + 1}
              limits={limits}
              standing={standing}
              withBirthDate={same.has(pupil.person.id)}
              inConflict={conflicts.has(pupil.person.id)}
              tabStop={index === grid.active}
              readOnly={readOnly}
              editing={editing?.pupil === pupil.person.id ? editing : undefined}
              cellRef={grid.cellRef(index)}
              onFocus={grid.setActive}
              {...ofRow}
            />
          ))}
        </div>
      )}
      <RollFooter
        last={
          rollCall.nextUndo.kind === 'here' ? stepText(rollCall.nextUndo.step, pupils, t, format) : undefined
        }
        readOnly={readOnly}
        status={
          <RollStatus
            rollCall={roll}
            changes={changes}
            waiting={hour.closed !== undefined ? 'closed' : hour.ahead === undefined ? undefined : 'ahead'}
            now={register.now()}
            me={register.identity.person}
          />
        }
        onUndo={() => void undo()}
      />
    </section>
  );
}
