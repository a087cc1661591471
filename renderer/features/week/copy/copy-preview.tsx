import { useTranslation } from 'react-i18next';
import type { CopiedPlans } from '../../../../domain/kinds/planned-lesson/copied-plans.ts';
import { useFormat } from '../../../i18n/format.ts';
import classes from './copy.module.css';

/** What would be copied into which hour, and each hour that would not, with its reason. */
export function CopyPreview({ copied: { plans, left } }: { readonly copied: CopiedPlans }) {
  const { t } = useTranslation();
  const format = useFormat();
  const placeOf = ({ day, hour }: CopiedPlans['plans'][number]['to']) =>
    `${format.shortDay(day)}, ${format.hour(hour)}`;
  return (
    <>
      <div role="status" className={classes['said']}>
        {[
          t('week.copy.taken', { count: plans.length }),
          ...(left.length > 0 ? [t('week.copy.left', { count: left.length })] : []),
        ].join(' · ')}
      </div>
      {plans.length + left.length > 0 && (
        <ul className={classes['preview']} aria-label={t('week.copy.preview')}>
          {plans.map(({ from, to }) => (
            <li key={`${to.day}.${to.hour}`}>
              <b>{placeOf(to)}</b> {from.topic || from.activity}
            </li>
          ))}
          {left.map(({ from, fault }) => (
            <li key={`${from.day}.${from.hour}`} className={classes['left']}>
              {t('week.copy.notCopied', {
                place: placeOf(from),
                why: t(`week.copy.fault.${fault}`),
              })}{' '}
              {from.topic !== '' && <q>{from.topic}</q>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
