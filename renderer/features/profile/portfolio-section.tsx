import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Identity, PortfolioAccount } from '../../../domain/protocol/endpoints/session/session.ts';
import { describeAccount } from '../../i18n/describe-account.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { Initials } from '../../ui/marks/initials.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { PasswordDialog } from './password/password-dialog.tsx';
import classes from './frame/profile.module.css';
import rows from '../../ui/rows.module.css';
import type { ProfileVerbs } from './frame/profile-verbs.ts';
import { Section } from './frame/section.tsx';

interface PortfolioSectionProps {
  readonly identity: Identity;
  readonly onAct: ProfileVerbs['act'];
  readonly onChanged: () => Promise<void>;
}

/** The accounts that one password opens (S32), each of which may be taken out again. */
export function PortfolioSection({ identity, onAct, onChanged }: PortfolioSectionProps) {
  const { t } = useTranslation();
  const [separating, setSeparating] = useState<PortfolioAccount>();
  const [done, setDone] = useState(false);
  const isAlone = identity.portfolio.length < 2;
  return (
    <Section name="portfolio">
      <p>{t(isAlone ? 'profile.portfolio.alone' : 'profile.portfolio.text')}</p>
      {done && (
        <Notice tone="ok" urgent>
          {t('profile.portfolio.separated')}
        </Notice>
      )}
      {!isAlone && (
        <ul className={`${rows['rows']} ${classes['rows']}`}>
          {identity.portfolio.map((account) => {
            const shown = account.child ?? account;
            return (
              <li key={`${account.school}.${account.username}`}>
                <Initials surname={shown.surname} givenName={shown.givenName} size={36} />
                <div className={rows['who']}>
                  <strong>{nameOf(account)}</strong>
                  <span>
                    {[describeAccount(account, t), account.schoolName, account.username].join(' · ')}
                  </span>
                </div>
                {account.username === identity.username ? (
                  <Chip tone="ok">{t('profile.portfolio.active')}</Chip>
                ) : (
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={t('profile.portfolio.separateName', { name: nameOf(account) })}
                    onClick={() => setSeparating(account)}
                  >
                    {t('profile.portfolio.separate')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <PasswordDialog
        opened={separating !== undefined}
        danger
        title={t('profile.portfolio.separateTitle')}
        text={t('profile.portfolio.separateText', { name: separating ? nameOf(separating) : '' })}
        action={t('profile.portfolio.separate')}
        onConfirm={(password) =>
          onAct({ kind: 'separateAccount', username: separating?.username ?? '', password })
        }
        onDone={() => {
          setDone(true);
          void onChanged();
        }}
        onClose={() => setSeparating(undefined)}
      />
    </Section>
  );
}

/** A guardian's account is known by the child. */
function nameOf({ child, givenName, surname }: PortfolioAccount): string {
  return child ? `${child.givenName} ${child.surname}` : `${givenName} ${surname}`;
}
