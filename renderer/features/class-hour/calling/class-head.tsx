import { useTranslation } from 'react-i18next';
import { className } from '../../../../domain/kinds/class/record.ts';
import type { ClassHour } from '../view/class-hour.ts';
import classes from './class-head.module.css';

/** The head of one class among the rolls that are called together. */
export function ClassHead({ hour, id }: { readonly hour: ClassHour; readonly id: string }) {
  const { t } = useTranslation();
  return (
    <header className={classes['head']}>
      <h3 id={id}>{className(hour.schoolClass)}</h3>
      <span>{t('joined.pupils', { count: hour.pupils.length })}</span>
    </header>
  );
}
