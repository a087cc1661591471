import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../domain/access/capabilities.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays, dayOfInstant } from '../../../domain/base/local-date.ts';
import { whereOf } from '../../../domain/protocol/endpoints/office/school-contacts.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import type { Register } from '../../data/register.ts';
import { useView, useViewValue } from '../../ui/use-view.ts';
import { ownSchool } from '../../views/school.ts';
import { useClock } from '../../data/use-clock.ts';
import { useFormat } from '../../i18n/format.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { Initials } from '../../ui/marks/initials.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useSectionHeading } from '../../ui/focus/wanted/wanted-section.ts';
import { OfficeContacts } from '../../ui/office-contacts.tsx';
import { familyWeek, type FamilyWeek } from './view.ts';
import classes from './family.module.css';
import { shownDays, WeekTable } from './week-table.tsx';

const WEEK = 7;

/** The page, by the name under which it is announced, and its section on the school. */
export const FAMILY = 'family';
export const SCHOOL_SECTION = 'school';

/** The page of a guardian or a pupil: the child, its class, the week's timetable, the school; all from this computer. */
export function FamilyPage({ register }: { readonly register: Register }) {
  const { t } = useTranslation();
  const today = dayOfInstant(useClock(register));
  /** Undefined for the week of today, also when that becomes another one. */
  const [chosen, setChosen] = useState<LocalDate>();
  const week = useWeek(register, chosen ?? today);
  if (!week) return null;
  return (
    <div className={classes['page']}>
      <ChildHeader register={register} week={week} />
      <section className={classes['card']} aria-labelledby="week-title">
        <WeekNavigator week={week} today={today} onDay={setChosen} />
        {week.schoolClass && week.missing ? (
          <Notice tone="info">{t(`family.missing.${week.missing}`)}</Notice>
        ) : week.schoolClass ? (
          <WeekTable week={week} today={today} />
        ) : (
          <NoClass />
        )}
      </section>
      <SchoolContacts register={register} />
    </div>
  );
}

/** The week of a day; the one before stays until it is here, and with it the buttons that lead from week to week. */
function useWeek(register: Register, day: LocalDate): FamilyWeek | undefined {
  const live = useView(familyWeek, register, day);
  const [last, setLast] = useState<FamilyWeek>();
  if (live.ready && live.value !== last) setLast(live.value);
  return live.ready ? live.value : last;
}

function ChildHeader({ register, week }: { readonly register: Register; readonly week: FamilyWeek }) {
  const { t } = useTranslation();
  const { identity } = register;
  const child = identity.child ?? identity;
  const isOwn = !can(identity, 'followChild');
  const name = week.schoolClass ? className(week.schoolClass) : identity.child?.className;
  return (
    <header className={classes['child']}>
      <Initials surname={child.surname} givenName={child.givenName} size={56} />
      <div>
        <h1>{isOwn ? t('family.own') : t('family.title', { name: child.givenName })}</h1>
        <p>
          {child.givenName} {child.surname} · {identity.schoolName}
        </p>
      </div>
      {name !== undefined && <Chip tone="brand">{t('family.class', { name })}</Chip>}
    </header>
  );
}

interface WeekNavigatorProps {
  readonly week: FamilyWeek;
  readonly today: LocalDate;
  /** Told which day's week is wanted; undefined for the present one. */
  readonly onDay: (day: LocalDate | undefined) => void;
}

function WeekNavigator({ week, today, onDay }: WeekNavigatorProps) {
  const { monday } = week;
  const last = shownDays(week).at(-1)?.day ?? monday;
  const { t } = useTranslation();
  const format = useFormat();
  const isCurrent = monday <= today && today < addDays(monday, WEEK);
  return (
    <div className={classes['week']}>
      <h2 id="week-title" aria-live="polite">
        {t('family.week', {
          from: format.shortDay(monday),
          to: format.shortDay(last),
        })}
      </h2>
      <div>
        {!isCurrent && (
          <Button variant="subtle" size="compact-sm" onClick={() => onDay(undefined)}>
            {t('family.thisWeek')}
          </Button>
        )}
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('family.previousWeek')}
          onClick={() => onDay(addDays(monday, -WEEK))}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('family.nextWeek')}
          onClick={() => onDay(addDays(monday, WEEK))}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </div>
    </div>
  );
}

function NoClass() {
  const { t } = useTranslation();
  return <Notice tone="info">{t('family.noClass')}</Notice>;
}

function SchoolContacts({ register }: { readonly register: Register }) {
  const { t } = useTranslation();
  const heading = useSectionHeading(FAMILY, SCHOOL_SECTION);
  const school = useViewValue(ownSchool, register);
  if (!school) return null;
  const { phone, email, address, city } = school;
  return (
    <section className={classes['card']} aria-labelledby="family-school">
      <h2 ref={heading} id="family-school" tabIndex={-1}>
        {t('family.school')}
      </h2>
      <p>
        <strong>{school.name}</strong>
      </p>
      <OfficeContacts contacts={{ phone, email, address: whereOf({ address, city }) }} />
    </section>
  );
}
