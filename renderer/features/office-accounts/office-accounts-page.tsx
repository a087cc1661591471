import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Api } from '../../data/api/api-request.ts';
import type { Register } from '../../data/register.ts';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { NEVER_ACTIVATED_PATH, OFFICE_ACCOUNTS_PATH, readPart } from '../../ui/routes.ts';
import { AccountsView } from './accounts/accounts-view.tsx';
import { EventsView } from './events/events-view.tsx';
import { MailsView } from './mails/mails-view.tsx';
import { HandOversView } from './hand-overs/hand-overs-view.tsx';
import classes from './office-accounts.module.css';
import { RulesView } from './rules/rules-view.tsx';
import { TermGrades } from './years/term-grades.tsx';
import { YearsView } from './years/years-view.tsx';
import { pathOf, tabsOf } from './tabs.ts';
import type { SaveFile } from '../../hosts/save-file.ts';

interface OfficeAccountsPageProps {
  readonly register: Register;
  readonly api: Api;
  readonly onSaveFile: SaveFile;
}

/** Accessi: the office's pages on accounts, messages and operations; everything on them is asked of the school as it is now. */
export function OfficeAccountsPage({ register, api, onSaveFile }: OfficeAccountsPageProps) {
  const { t } = useTranslation();
  const [location, navigate] = useLocation();
  const [part = '', named] = location.slice(OFFICE_ACCOUNTS_PATH.length + 1).split('/');
  const username = named === undefined ? undefined : readPart(named);
  const tabs = tabsOf(register.identity);
  const tab = tabs.find((each) => each === part) ?? 'accounts';
  usePageTitle(`${t(`accounts.tabs.${tab}`)} · ${t('accounts.title')}`, 'part');
  const openEvents = useCallback(
    (of: string) => navigate(`${pathOf('events')}/${encodeURIComponent(of)}`),
    [navigate],
  );
  return (
    <div className={classes['page']}>
      <header className={classes['title']}>
        <div>
          <h1>{t('accounts.title')}</h1>
          <p>{t('accounts.lead')}</p>
        </div>
        <nav aria-label={t('accounts.tabs.label')}>
          {tabs.map((each) => (
            <Link
              key={each}
              href={pathOf(each)}
              className={classes['tab'] ?? ''}
              aria-current={each === tab ? 'page' : undefined}
            >
              {t(`accounts.tabs.${each}`)}
            </Link>
          ))}
        </nav>
      </header>
      {tab === 'accounts' && (
        <AccountsView
          register={register}
          api={api}
          onSaveFile={onSaveFile}
          key={part === 'find' ? username : part}
          report={location === NEVER_ACTIVATED_PATH}
          find={part === 'find' ? (username ?? '') : ''}
          onEvents={openEvents}
        />
      )}
      {tab === 'mails' && <MailsView register={register} api={api} onSaveFile={onSaveFile} />}
      {tab === 'handOvers' && <HandOversView register={register} api={api} />}
      {tab === 'rules' && <RulesView register={register} api={api} />}
      {tab === 'years' && (
        <>
          <YearsView register={register} api={api} />
          <TermGrades register={register} api={api} />
        </>
      )}
      {tab === 'events' && (
        <EventsView
          key={username ?? ''}
          register={register}
          api={api}
          username={username}
          onUsername={(of) => (of === undefined ? navigate(pathOf('events')) : openEvents(of))}
        />
      )}
    </div>
  );
}
