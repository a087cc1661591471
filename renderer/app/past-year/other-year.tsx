import { Button, Group } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { schoolYearName } from '../../../domain/kinds/school-year/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { Register } from '../../data/register.ts';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { dayPath } from '../../ui/routes.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { offeredYears } from './view.ts';

interface OtherYearProps {
  readonly register: Register;
  /** The year that was asked for. */
  readonly startYear: number;
}

/** Says that what an address asks for is of another school year than the one on the screen, and leads to either. */
export function OtherYear({ register, startYear }: OtherYearProps) {
  const { t } = useTranslation();
  const { pastYear, now, status } = register;
  const offered = useViewValue(offeredYears, register) ?? [];
  const shown = schoolYearName(startYearOf(dayOfInstant(now())));
  const asked = schoolYearName(startYear);
  const title = t('shell.pastYear.other.title', { name: shown });
  usePageTitle(title, 'part');
  const isPast = pastYear !== undefined;
  const canOpen = !isPast && offered.some((year) => year.startYear === startYear);
  return (
    <EmptyState
      icon={<IconCalendarOff size={28} stroke={1.5} />}
      title={title}
      wholePage
      action={
        <Group gap="xs" justify="center">
          {canOpen && (
            <Button onClick={() => status.past.open(startYear)}>
              {t('shell.pastYear.open', { name: asked })}
            </Button>
          )}
          <Button component={Link} href={dayPath()} variant={canOpen ? 'default' : 'filled'}>
            {t(isPast ? 'shell.pastYear.other.lastDay' : 'common.notFound.home')}
          </Button>
          {isPast && (
            <Button variant="default" onClick={() => status.past.leave()}>
              {t('shell.pastYear.leave')}
            </Button>
          )}
        </Group>
      }
    >
      {t(canOpen || isPast ? 'shell.pastYear.other.text' : 'shell.pastYear.other.notYours', { name: asked })}
    </EmptyState>
  );
}
