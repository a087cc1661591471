import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import {
  IconCalendarOff,
  IconChevronLeft,
  IconChevronRight,
  IconCopy,
  IconPrinter,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { Api } from '../../data/api/api-request.ts';
import type { Register } from '../../data/register.ts';
import { useClock } from '../../data/use-clock.ts';
import { useFormat } from '../../i18n/format.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useKeyHint } from '../../ui/actions/use-key-text.ts';
import { useAnnouncer } from '../../ui/focus/use-announcer.tsx';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { hourPath } from '../../ui/routes.ts';
import { useView } from '../../ui/use-view.ts';
import { monthPath, shownAt, weekAddressOf, weekPath, type WeekAddress } from './span/address.ts';
import { CopyDialog } from './copy/copy-dialog.tsx';
import { coursesOf } from './view/copy-sources.ts';
import { monthGrid, weekGrid } from './grid/grid-rows.ts';
import { HoursGrid } from './grid/hours-grid.tsx';
import { closedText } from './closed-text.ts';
import { IncompleteHours } from './incomplete-hours.tsx';
import { taughtDays, type TaughtDays } from './view/taught-days.ts';
import { WeekPrint } from './week-print.tsx';
import classes from './week.module.css';

/** My hours of a week or a month: what was done, what is planned, and what is missing. */
export function WeekPage({ register, api }: { readonly register: Register; readonly api: Api }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hint = useKeyHint();
  const [address, navigate] = useLocation();
  const today = dayOfInstant(useClock(register));
  const asked: WeekAddress = weekAddressOf(address) ?? { scope: 'week' };
  const { scope, day = today } = asked;
  const { span, previous, next } = useMemo(() => shownAt(scope, day), [scope, day]);
  const live = useView(taughtDays, register, span);
  const isWeek = scope === 'week';
  const title = isWeek
    ? t('week.title', { from: format.shortDay(span.from), to: format.shortDay(span.to) })
    : format.month(span.from);
  usePageTitle(title, 'part');
  const isNow = span.from <= today && today <= span.to;
  const now = isWeek ? weekPath() : monthPath();
  const names = isWeek
    ? ([t('week.previousWeek'), t('week.nextWeek'), t('week.thisWeek')] as const)
    : ([t('week.previousMonth'), t('week.nextMonth'), t('week.thisMonth')] as const);
  const [previousName, nextName, nowName] = names;
  const first = live.ready ? live.value.incomplete[0] : undefined;
  const hasHours = live.ready && live.value.days.some(({ hours }) => hours.length > 0);
  const hours = useMemo(() => (live.ready ? live.value.days.flatMap((each) => each.hours) : []), [live]);
  const mayCopy =
    register.pastYear === undefined && isWeek && span.to >= today && coursesOf(hours).length > 0;
  const [isCopying, setCopying] = useState(false);
  const [region, announce] = useAnnouncer();
  const print = () => globalThis.print();
  useDeclareActions([
    {
      id: 'previous-span',
      label: previousName,
      keys: KEYS.previousDay,
      everywhere: true,
      run: () => navigate(previous),
    },
    { id: 'next-span', label: nextName, keys: KEYS.nextDay, everywhere: true, run: () => navigate(next) },
    ...(first
      ? [
          {
            id: 'open-incomplete',
            label: t('week.openFirst'),
            keys: KEYS.openIncomplete,
            everywhere: true,
            run: () => navigate(hourPath(first.day, first.schoolClass.id, first.hour)),
          },
        ]
      : []),
    ...(hasHours
      ? [{ id: 'print', label: t('week.print'), keywords: t('week.wordsForPrint'), run: print }]
      : []),
    ...(mayCopy
      ? [
          {
            id: 'copy-week',
            label: t('week.copy.open'),
            keywords: t('week.copy.words'),
            run: () => setCopying(true),
          },
        ]
      : []),
  ]);

  return (
    <div className={classes['page']}>
      {region}
      <header className={classes['head']}>
        <h1 tabIndex={-1}>{title}</h1>
        <div className={classes['steps']} data-keeps-focus="">
          <ActionIcon
            variant="default"
            size={32}
            aria-label={previousName}
            {...hint(KEYS.previousDay, previousName)}
            onClick={() => navigate(previous)}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={nextName}
            {...hint(KEYS.nextDay, nextName)}
            onClick={() => navigate(next)}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
          {!isNow && (
            <Button variant="subtle" size="compact-sm" onClick={() => navigate(now)}>
              {nowName}
            </Button>
          )}
        </div>
        <div className={classes['tools']}>
          <SegmentedControl
            size="xs"
            aria-label={t('week.scope')}
            value={scope}
            data={[
              { value: 'week', label: t('week.name') },
              { value: 'month', label: t('week.month') },
            ]}
            onChange={(value) => navigate(value === 'week' ? weekPath(day) : monthPath(day))}
          />
          {mayCopy && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconCopy size={16} stroke={1.7} />}
              onClick={() => setCopying(true)}
            >
              {t('week.copy.open')}
            </Button>
          )}
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPrinter size={16} stroke={1.7} />}
            disabled={!hasHours}
            onClick={print}
          >
            {t('week.print')}
          </Button>
        </div>
      </header>
      {live.ready ? (
        <Shown register={register} taught={live.value} isWeek={isWeek} title={title} today={today} />
      ) : (
        <div aria-busy="true" aria-label={t('week.loading')} />
      )}
      {isCopying && mayCopy && (
        <CopyDialog
          register={register}
          api={api}
          week={span}
          hours={hours}
          onCopied={(count) => announce(t('week.copy.copied', { count }))}
          onClose={() => setCopying(false)}
        />
      )}
    </div>
  );
}

interface ShownProps {
  readonly register: Register;
  readonly taught: TaughtDays;
  readonly isWeek: boolean;
  readonly title: string;
  readonly today: LocalDate;
}

function Shown({ register, taught: { days, incomplete }, isWeek, title, today }: ShownProps) {
  const { t } = useTranslation();
  const grid = useMemo(() => (isWeek ? weekGrid : monthGrid)(days), [days, isWeek]);
  if (days.every(({ hours }) => hours.length === 0))
    return (
      <EmptyState icon={<IconCalendarOff size={28} stroke={1.5} />} title={t('week.none')}>
        {closedText(days, t) ?? t('week.noneText')}
      </EmptyState>
    );
  return (
    <>
      <IncompleteHours hours={incomplete} />
      <HoursGrid key={days[0]?.day} shown={grid} today={today} />
      <WeekPrint register={register} title={title} days={days} />
    </>
  );
}
