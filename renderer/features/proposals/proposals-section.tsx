import { Button, Select } from '@mantine/core';
import { IconArrowBackUp, IconCalculator, IconChecks, IconScale } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { toSubjectId, type SubjectId } from '../../../domain/base/ids.ts';
import { hasAverages } from '../../../domain/grades/scales.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import { useKeptLayers } from '../../hosts/grade-forms/use-kept-layers.ts';
import { useWantedCell } from '../../hosts/grade-forms/unwritten.ts';
import { usePupilNames } from '../../hosts/pupils/use-pupil-names.ts';
import { useFormat } from '../../i18n/format.ts';
import { ScaleOfPart, useScaleTexts } from '../../i18n/scale-texts.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useAnnouncer } from '../../ui/focus/use-announcer.tsx';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Explained, Section } from '../../ui/section/section.tsx';
import { useView } from '../../ui/use-view.ts';
import { ConfirmAllDialog } from './confirm-all-dialog.tsx';
import { offeredOf } from './proposal-field.tsx';
import classes from './proposals.module.css';
import { ProposalsTable } from './proposals-table.tsx';
import { useProposing } from './use-proposing.ts';
import { useFilledFromNumbers } from './use-filled-from-numbers.ts';
import { waitingIn } from './waiting-proposals.ts';
import { courseProposals, type CourseProposals } from './view.ts';

interface ProposalsProps {
  readonly register: Register;
  readonly place: HourPlace;
}

/** What is proposed to the term meeting, course by course: filled in by the average, confirmed by the teacher (D73). */
export function ProposalsSection({ register, place }: ProposalsProps) {
  const { t } = useScaleTexts();
  const [subject, setSubject] = useState<SubjectId>();
  const [period, setPeriod] = useState<number>();
  const wanted = useWantedCell();
  const [followed, setFollowed] = useState<typeof wanted>();
  if (wanted && wanted !== followed) {
    setFollowed(wanted);
    const { grid } = wanted;
    if (grid.section === 'proposals' && grid.place.schoolClass === place.schoolClass) {
      setSubject(grid.subject);
      setPeriod(grid.period);
    }
  }
  const asked = useMemo(() => ({ place, subject, period }), [place, subject, period]);
  const live = useView(courseProposals, register, asked);
  if (!live.ready) return <div aria-busy="true" aria-label={t('classHour.loading')} />;
  if (!live.value)
    return (
      <EmptyState icon={<IconScale size={28} stroke={1.5} />} title={t('proposals.nothing')}>
        {t('proposals.nothingText')}
      </EmptyState>
    );
  const shown = live.value;
  return (
    <ScaleOfPart.Provider value={shown.course.scale}>
      <Course
        key={`${shown.course.subject.id}.${shown.period}`}
        register={register}
        place={place}
        shown={shown}
        onSubject={setSubject}
        onPeriod={setPeriod}
      />
    </ScaleOfPart.Provider>
  );
}

interface CourseProps extends ProposalsProps {
  readonly shown: CourseProposals;
  readonly onSubject: (subject: SubjectId) => void;
  readonly onPeriod: (period: number) => void;
}

function Course({ register, place, shown: found, onSubject, onPeriod }: CourseProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const [region, announce] = useAnnouncer();
  const nameOf = usePupilNames(register, place.schoolClass);
  const { shown, numbers, isFilled, toggle } = useFilledFromNumbers(found, announce);
  const of = { section: 'proposals', place, subject: found.course.subject.id, period: found.period } as const;
  const layers = useKeptLayers(register, of, ({ row }) =>
    document.querySelector<HTMLElement>(`[data-proposal="${CSS.escape(row)}"]`)?.focus(),
  );
  const waiting = useMemo(() => waitingIn(layers), [layers]);
  const proposing = useProposing(register, place, shown, { announce, nameOf });
  const { closed, course, courses, period, periods, rows, grading } = shown;
  const { done } = proposing;
  const open = useMemo(
    () =>
      closed === undefined
        ? rows.flatMap((row) =>
            row.own === undefined && row.prefill !== undefined ? [{ row, said: offeredOf(row) }] : [],
          )
        : [],
    [closed, rows],
  );
  const said = rows.filter(({ own }) => own !== undefined).length;
  const ask = () => setAsking(true);
  useDeclareActions([
    ...(open.length > 0
      ? [
          {
            id: 'confirm-all',
            label: t('proposals.all', { count: open.length }),
            keys: KEYS.confirm,
            everywhere: true,
            run: ask,
          },
        ]
      : []),
    ...(numbers > 0 || isFilled
      ? [
          {
            id: 'fill-from-numbers',
            label: t(isFilled ? 'proposals.unfill' : 'proposals.fill'),
            run: toggle,
          },
        ]
      : []),
    ...(done.last
      ? [{ id: 'undo', label: t('common.undo'), keys: KEYS.undo, run: () => void done.undo() }]
      : []),
  ]);
  const periodName = periods[period] ?? '';
  const isReckoned = hasAverages(course.scale) || isFilled;
  return (
    <Section
      headingId="proposals-title"
      title={t('proposals.title', { subject: course.subject.name })}
      tools={
        <>
          {courses.length > 1 && (
            <Select
              size="xs"
              w={210}
              aria-label={t('proposals.subject')}
              allowDeselect={false}
              value={course.subject.id}
              data={courses.map(({ subject }) => ({ value: subject.id, label: subject.name }))}
              onChange={(value) => value !== null && onSubject(toSubjectId(value))}
            />
          )}
          <Select
            size="xs"
            w={190}
            aria-label={t('proposals.period')}
            allowDeselect={false}
            value={String(period)}
            data={periods.map((name, index) => ({ value: String(index), label: name }))}
            onChange={(value) => value !== null && onPeriod(Number(value))}
          />
          {(numbers > 0 || isFilled) && (
            <Button
              size="xs"
              variant="default"
              leftSection={
                isFilled ? (
                  <IconArrowBackUp size={16} stroke={1.7} />
                ) : (
                  <IconCalculator size={16} stroke={1.7} />
                )
              }
              onClick={toggle}
            >
              {t(isFilled ? 'proposals.unfill' : 'proposals.fill')}
            </Button>
          )}
          {open.length > 0 && (
            <Button size="xs" leftSection={<IconChecks size={16} stroke={1.7} />} onClick={ask}>
              {t('proposals.all', { count: open.length })}
            </Button>
          )}
        </>
      }
    >
      {region}
      {closed !== undefined && (
        <Notice tone="info">{t(`proposals.closed.${closed}`, { day: format.longDay(shown.begins) })}</Notice>
      )}
      {!shown.isCivics && rows.some(({ own, others }) => own !== undefined && others.length > 0) && (
        <Notice tone="warn">{t('proposals.twice')}</Notice>
      )}
      <Explained>
        {isReckoned
          ? `${t(`proposals.basis.${shown.basis}`)} ${t(`proposals.rounding.${grading.proposalRounding}`)}`
          : t('proposals.basis.words')}
        {isFilled && ` ${t('proposals.fromNumbers')}`}
        {shown.isCivics && ` ${t('proposals.civics')}`}
      </Explained>
      <CommandNotice of={t('proposals.name')} failure={proposing.failure} onClose={proposing.clearFailure} />
      <ProposalsTable shown={shown} nameOf={nameOf} waiting={waiting} onConfirm={proposing.confirm} />
      <div className={classes['footer']}>
        {done.last ? (
          <>
            <span>{done.last.said}</span>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconArrowBackUp size={15} />}
              onClick={() => void done.undo()}
            >
              {t('common.undo')}
            </Button>
          </>
        ) : (
          closed === undefined && <span>{t('proposals.keys')}</span>
        )}
        {closed !== 'notMine' && (
          <span className={classes['said']}>
            {t('proposals.confirmedCount', {
              count: said,
              number: format.number(said),
              all: format.number(rows.length),
            })}
          </span>
        )}
      </div>
      {isAsking && open.length > 0 && (
        <ConfirmAllDialog
          all={open}
          subject={course.subject.name}
          period={periodName}
          nameOf={nameOf}
          busy={proposing.busy}
          onConfirm={() =>
            void proposing.confirmAll(open).then((isDone) => {
              if (isDone) setAsking(false);
              return isDone;
            })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}
