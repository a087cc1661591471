import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../domain/access/capabilities.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { supportOfClass } from '../../views/support-topics.ts';
import { ToldSupports } from '../../hosts/support/told-supports.tsx';
import classes from './class-topics.module.css';

interface SupportOfClassProps {
  readonly register: Register;
  readonly place: HourPlace;
}

/** How many are listed before somebody asks for all. */
const SHOWN = 8;

/** What was done with the pupils of the class who have support, the latest first; nothing where there are none. */
export function SupportOfClass({ register, place }: SupportOfClassProps) {
  const { t } = useTranslation();
  const { schoolClass, day } = place;
  const asked = useMemo(() => ({ schoolClass, day }), [schoolClass, day]);
  const told = useViewValue(supportOfClass, register, asked);
  const [isAll, setAll] = useState(false);
  if (!told || told.length === 0 || !can(register.identity, 'readSupport')) return null;
  const shown = isAll ? told : told.slice(0, SHOWN);
  return (
    <section className={classes['card']} aria-labelledby="support-topics-title">
      <h3 id="support-topics-title">{t('support.title')}</h3>
      <ToldSupports label={t('support.title')} told={shown} withDay />
      {shown.length < told.length && (
        <Button
          className={classes['all'] ?? ''}
          variant="subtle"
          size="compact-sm"
          onClick={() => setAll(true)}
        >
          {t('support.all', { count: told.length })}
        </Button>
      )}
    </section>
  );
}
