import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import type { Register } from '../../data/register.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useView, useViewValue } from '../../ui/use-view.ts';
import { classJustifications } from '../../views/class-justifications.ts';
import { schoolIndex } from '../../views/school.ts';
import classes from './class-absences.module.css';
import { HoursPanel } from './hours/hours-panel.tsx';
import { JustifyingPanel } from './justify/justifying-panel.tsx';
import { MonthPanel } from './month/month-panel.tsx';

interface AbsencesPageProps {
  readonly register: Register;
  readonly schoolClass: ClassId;
  /** The day that the class shows. */
  readonly day: LocalDate;
  /** Who is out of class in the school's own name. */
  readonly elsewhere: ReactNode;
  /** Who may come later or leave earlier. */
  readonly permits: ReactNode;
}

const PARTS = ['justify', 'month', 'hours', 'elsewhere', 'permits'] as const;
/** One thing that the section shows. */
type Part = (typeof PARTS)[number];

/** The absences of a class: what there is to justify today, a month day by day, the hours of the year, or who is elsewhere for the school. Give it a key per class. */
export function AbsencesPage({ register, schoolClass, day, elsewhere, permits }: AbsencesPageProps) {
  const { t } = useTranslation();
  const [part, setPart] = useState<Part>('justify');
  const known = useViewValue(schoolIndex, register)?.schoolClass(schoolClass);
  if (!known)
    return <div className={classes['section']} aria-busy="true" aria-label={t('classAbsences.loading')} />;
  const name = className(known);
  return (
    <div className={classes['section']}>
      <SegmentedControl
        className={classes['parts'] ?? ''}
        aria-label={t('classAbsences.parts.label')}
        size="xs"
        data={PARTS.map((each) => ({ value: each, label: t(`classAbsences.parts.${each}`) }))}
        value={part}
        onChange={(value) => setPart(PARTS.find((each) => each === value) ?? 'justify')}
      />
      {part === 'justify' && <Justifying register={register} schoolClass={schoolClass} name={name} />}
      {part === 'month' && <MonthPanel register={register} schoolClass={schoolClass} name={name} day={day} />}
      {part === 'hours' && <HoursPanel register={register} schoolClass={schoolClass} name={name} />}
      {part === 'elsewhere' && elsewhere}
      {part === 'permits' && permits}
    </div>
  );
}

function Justifying(
  props: Omit<AbsencesPageProps, 'day' | 'elsewhere' | 'permits'> & { readonly name: string },
) {
  const { register, schoolClass, name } = props;
  const { t } = useTranslation();
  const live = useView(classJustifications, register, schoolClass);
  if (!live.ready) return <div aria-busy="true" aria-label={t('classAbsences.loading')} />;
  if (!live.value) return <Notice tone="info">{t('classAbsences.notOfThisYear')}</Notice>;
  return <JustifyingPanel register={register} schoolClass={schoolClass} name={name} shown={live.value} />;
}
