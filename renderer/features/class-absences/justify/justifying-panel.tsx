import { Switch } from '@mantine/core';
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassId } from '../../../../domain/base/ids.ts';
import type { Register } from '../../../data/register.ts';
import { useClock } from '../../../data/use-clock.ts';
import { usePupilNames } from '../../../hosts/pupils/use-pupil-names.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useDeclareActions } from '../../../ui/actions/actions.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { isBehindDialog } from '../../../ui/focus/top-dialog.ts';
import { useAnnouncer } from '../../../ui/focus/use-announcer.tsx';
import { ListPanel } from '../../../ui/list-panel/list-panel.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { validate } from '../../../kinds/justification/commands.ts';
import type { ClassJustifications, JustifyingLine } from '../../../views/class-justifications.ts';
import { schoolIndex } from '../../../views/school.ts';
import { DecidingDialog, type Asked } from './deciding-dialog.tsx';
import { FailedNotice } from './failed-notice.tsx';
import classes from './justifying.module.css';
import { whatText, type LineWords } from './line-texts.ts';
import { decidable, useDeciding } from './use-deciding.ts';
import { useLineFocus } from './use-line-focus.ts';
import { ACT_KEYS, LINE_ACTS, useLineColumns, type LineAct } from './use-line-columns.tsx';

interface JustifyingPanelProps {
  readonly register: Register;
  readonly schoolClass: ClassId;
  readonly name: string;
  readonly shown: ClassJustifications;
}

/** What the pupils of a class have to justify: one key for each act, and the last ones can be taken back. */
export function JustifyingPanel({ register, schoolClass, name, shown }: JustifyingPanelProps) {
  const { t } = useTranslation();
  const { today, rights, isClosed, isToldOfWarnings } = shown;
  const words = useWords(register);
  const nameOf = usePupilNames(register, schoolClass);
  const deciding = useDeciding();
  const [region, announce] = useAnnouncer();
  const [asked, setAsked] = useState<Asked>();
  const [withClosed, setWithClosed] = useState(false);
  const lines = withClosed ? shown.closed : shown.open;
  const list = useRef<HTMLDivElement>(null);
  useLineFocus(list, lines);

  const { decides, writesDown, revokes } = rights;
  const actsOf = useCallback(
    (line: JustifyingLine): readonly LineAct[] => {
      if (line.isPeriodClosed) return [];
      if (line.open.length === 0) return revokes ? ['revoke'] : [];
      const isSent = line.open.some(({ state, isGreyed }) => state === 'sent' && !isGreyed);
      return [
        ...(decides && isSent ? (['validate', 'reject'] as const) : []),
        ...(writesDown ? (['write'] as const) : []),
        ...(decides && line.open.length > 1 ? (['split'] as const) : []),
      ];
    },
    [decides, writesDown, revokes],
  );

  const { decide } = deciding;
  const act = useCallback(
    (line: JustifyingLine, which: LineAct) => {
      const refusal = isClosed ? 'common.refusal.yearClosed' : whyNot(line, which, actsOf(line));
      if (refusal !== undefined) return sayWhyNot(t(refusal));
      if (which !== 'validate') return setAsked({ line, act: which });
      const said = t('classAbsences.justify.done.validate', {
        name: nameOf(line.person),
        what: whatText(line, words),
      });
      const sent = line.open.filter(({ state }) => state === 'sent');
      void decide(said, () => validate(register, decidable(sent, schoolClass))).then(
        (done) => done && announce(said),
      );
    },
    [actsOf, announce, decide, isClosed, nameOf, register, schoolClass, t, words],
  );

  const undo = useCallback(async () => {
    if (deciding.last === undefined) return sayWhyNot(t('classAbsences.justify.nothingToUndo'));
    const done = await deciding.undo();
    if (done !== undefined) announce(t('classAbsences.justify.undone', { done }));
  }, [announce, deciding, t]);

  const columns = useLineColumns({
    words,
    nameOf,
    today,
    isToldOfWarnings,
    actsOf,
    mayAct: withClosed ? revokes : decides || writesDown,
    onAct: act,
  });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || isBehindDialog(target) || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (key.toLowerCase() !== 'z') return;
      event.preventDefault();
      return void undo();
    }
    // A key that is held decides once: the line goes, and the next one has the focus.
    if (event.repeat) return;
    const index = target.closest<HTMLElement>('tbody tr')?.dataset['index'];
    const line = index === undefined ? undefined : lines[Number(index)];
    const which = LINE_ACTS.find((each) => ACT_KEYS[each] === key.toUpperCase());
    if (!line || which === undefined) return;
    event.preventDefault();
    act(line, which);
  };
  useDeclareActions(
    deciding.last === undefined
      ? []
      : [
          {
            id: 'undo-justification',
            label: t('classAbsences.justify.undoLast'),
            keys: KEYS.undo,
            run: () => void undo(),
          },
        ],
  );

  return (
    <>
      {region}
      <ListPanel
        title={t(withClosed ? 'classAbsences.justify.closedTitle' : 'classAbsences.justify.title')}
        beside={
          <>
            <span className={classes['count']}>
              {words.format.number(lines.filter((line) => withClosed || !line.isPeriodClosed).length)}
            </span>
            <Switch
              size="sm"
              label={t('classAbsences.justify.showClosed')}
              checked={withClosed}
              onChange={(event) => setWithClosed(event.currentTarget.checked)}
            />
          </>
        }
        notices={
          <>
            {!decides && <WhoDecides shown={shown} />}
            {asked === undefined && <FailedNotice deciding={deciding} />}
          </>
        }
        label={t(withClosed ? 'classAbsences.justify.closedList' : 'classAbsences.justify.list', { name })}
        tableClassName={classes['table']}
        listRef={list}
        rows={lines}
        columns={columns}
        rowId={idOf}
        empty={t(withClosed ? 'classAbsences.justify.closedEmpty' : 'classAbsences.justify.empty')}
        last={deciding.last}
        hint={decides && lines.length > 0 && !withClosed && <span>{t('classAbsences.justify.keys')}</span>}
        undoKeys={KEYS.undo}
        onUndo={() => void undo()}
        onKeyDown={onKeyDown}
      />
      {asked && (
        <DecidingDialog
          register={register}
          schoolClass={schoolClass}
          asked={asked}
          words={words}
          deciding={deciding}
          onDone={announce}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function WhoDecides({ shown }: { readonly shown: ClassJustifications }) {
  const { t } = useTranslation();
  const names = shown.firstTeachers.map(({ surname }) => surname).join(', ');
  return (
    <Notice tone="info">
      {shown.isClosed
        ? t('common.refusal.yearClosed')
        : names === ''
          ? t('classAbsences.justify.whoDecidesUnknown')
          : t('classAbsences.justify.whoDecides', { names })}
    </Notice>
  );
}

function useWords(register: Register): LineWords {
  const { t } = useTranslation();
  const format = useFormat();
  const people = useViewValue(schoolIndex, register);
  const now = useClock(register);
  return useMemo(() => ({ t, format, people, now }), [t, format, people, now]);
}

/** Why a key does nothing here; undefined where it does. */
function whyNot(line: JustifyingLine, act: LineAct, offered: readonly LineAct[]) {
  if (offered.includes(act)) return undefined;
  if (line.isPeriodClosed) return 'common.refusal.periodClosed' as const;
  const mayDecide = offered.includes('write') || offered.includes('validate');
  if (line.open.length === 0 || !mayDecide) return 'classAbsences.justify.notMine' as const;
  if (act === 'split') return 'classAbsences.justify.oneDay' as const;
  if (line.isGreyed) return 'common.refusal.absentToday' as const;
  return act === 'revoke'
    ? ('classAbsences.justify.notMine' as const)
    : ('classAbsences.justify.nothingSent' as const);
}

function idOf({ id }: JustifyingLine): string {
  return id;
}
