import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { schoolYearName } from '../../../domain/kinds/school-year/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { Register } from '../../data/register.ts';
import { useClock } from '../../data/use-clock.ts';
import classes from '../header/header.module.css';
import type { YearChoice } from './use-past-year.ts';

interface YearMenuProps {
  readonly register: Register;
  readonly choice: YearChoice;
}

/** Which school year is on the screen, and the others that may be read; nothing where there is none of them. */
export function YearMenu({ register, choice: { offered, chosen, open, leave } }: YearMenuProps) {
  const { t } = useTranslation();
  const current = startYearOf(dayOfInstant(useClock(register)));
  if (offered.length === 0 && !chosen) return null;
  const shown = chosen?.startYear ?? current;
  const name = schoolYearName(shown);
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <button
          type="button"
          className={classes['year']}
          aria-label={t('shell.pastYear.choose', { name })}
          title={t('shell.pastYear.choose', { name })}
        >
          {name}
          <IconChevronDown size={13} stroke={1.8} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('shell.pastYear.menu')}>
        <Menu.Item aria-current={shown === current ? 'true' : undefined} onClick={leave}>
          {t('shell.pastYear.current', { name: schoolYearName(current) })}
        </Menu.Item>
        {offered.map((each) => (
          <Menu.Item
            key={each.startYear}
            aria-current={shown === each.startYear ? 'true' : undefined}
            onClick={() => open(each.startYear)}
          >
            {t('shell.pastYear.readOnly', { name: each.name })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
