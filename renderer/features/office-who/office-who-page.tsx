import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Api } from '../../data/api/api-request.ts';
import type { Register } from '../../data/register.ts';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { OFFICE_WHO_PATH } from '../../ui/routes.ts';
import { ChoicesView } from './classes/choices-view.tsx';
import { GROUP_CHOICES, RELIGION_CHOICES_OF_CLASS } from './classes/choices.ts';
import classes from './office-who.module.css';
import { PapersView } from './papers/papers-view.tsx';
import { APPOINTMENTS } from './sections/appointments.ts';
import { AUTHORISATIONS } from './sections/authorisations.ts';
import { DELEGATES } from './sections/delegates.ts';
import { DEROGATIONS } from './sections/derogations.ts';
import { GROUPS } from './sections/groups.ts';
import { GUARDIANS } from './sections/guardians.ts';
import { HOURS_ELSEWHERE } from './sections/hours-elsewhere.ts';
import { pathOf, tabsOf, type Tab } from './tabs.ts';

interface OfficeWhoPageProps {
  readonly register: Register;
  readonly api: Api;
}

/** What each section shows. */
const SECTIONS: Readonly<Record<Tab, ComponentType<OfficeWhoPageProps>>> = {
  appointment: (asked) => <PapersView section={APPOINTMENTS} {...asked} />,
  group: (asked) => <PapersView section={GROUPS} {...asked} />,
  groupMembership: (asked) => <ChoicesView choices={GROUP_CHOICES} {...asked} />,
  religionChoice: (asked) => <ChoicesView choices={RELIGION_CHOICES_OF_CLASS} {...asked} />,
  derogation: (asked) => <PapersView section={DEROGATIONS} {...asked} />,
  hoursElsewhere: (asked) => <PapersView section={HOURS_ELSEWHERE} {...asked} />,
  guardianship: (asked) => <PapersView section={GUARDIANS} {...asked} />,
  delegate: (asked) => <PapersView section={DELEGATES} {...asked} />,
  standingAuthorisation: (asked) => <PapersView section={AUTHORISATIONS} {...asked} />,
};

/** Chi è chi: what people at the school are, from when to when, as the office writes it down (F.5). */
export function OfficeWhoPage({ register, api }: OfficeWhoPageProps) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const part = location.slice(OFFICE_WHO_PATH.length + 1);
  const tabs = tabsOf(register.identity);
  const tab = tabs.find((each) => each === part) ?? 'appointment';
  usePageTitle(`${t(`who.tabs.${tab}`)} · ${t('who.title')}`, 'part');
  const Section = SECTIONS[tab];
  return (
    <div className={classes['page']}>
      <header className={classes['title']}>
        <div>
          <h1>{t('who.title')}</h1>
          <p>{t(`who.lead.${tab}`)}</p>
        </div>
        {tabs.length > 1 && (
          <nav aria-label={t('who.tabs.label')}>
            {tabs.map((each) => (
              <Link
                key={each}
                href={pathOf(each)}
                className={classes['tab'] ?? ''}
                aria-current={each === tab ? 'page' : undefined}
              >
                {t(`who.tabs.${each}`)}
              </Link>
            ))}
          </nav>
        )}
      </header>
      <Section key={tab} register={register} api={api} />
    </div>
  );
}
