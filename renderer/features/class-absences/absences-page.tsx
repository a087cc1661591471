import { useTranslation } from 'react-i18next';
import type { ClassId } from '../../../domain/base/ids.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import type { Register } from '../../data/register.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useView, useViewValue } from '../../ui/use-view.ts';
import { classJustifications } from '../../views/class-justifications.ts';
import { schoolIndex } from '../../views/school.ts';
import classes from './class-absences.module.css';
import { JustifyingPanel } from './justify/justifying-panel.tsx';

interface AbsencesPageProps {
  readonly register: Register;
  readonly schoolClass: ClassId;
}

/** The absences of a class: what there is to justify today. Give it a key per class. */
export function AbsencesPage({ register, schoolClass }: AbsencesPageProps) {
  const { t } = useTranslation();
  const live = useView(classJustifications, register, schoolClass);
  const known = useViewValue(schoolIndex, register)?.schoolClass(schoolClass);
  if (!live.ready || !known)
    return <div className={classes['section']} aria-busy="true" aria-label={t('classAbsences.loading')} />;
  if (!live.value) return <Notice tone="info">{t('classAbsences.notOfThisYear')}</Notice>;
  return (
    <div className={classes['section']}>
      <JustifyingPanel
        register={register}
        schoolClass={schoolClass}
        name={className(known)}
        shown={live.value}
      />
    </div>
  );
}
