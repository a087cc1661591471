import { Button, Loader } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../domain/access/capabilities.ts';
import type { Instant } from '../../../domain/base/ids.ts';
import { personalWords } from '../../../domain/protocol/personal-words.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { DevicesSection } from './devices/devices-section.tsx';
import { EmailSection } from './email/email-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { HasOwnPassword } from './password/own-password.ts';
import { PasswordSection } from './password/password-section.tsx';
import { PinSection } from './password/pin-section.tsx';
import { PortfolioSection } from './portfolio-section.tsx';
import { ProfileHeader } from './picture/profile-header.tsx';
import classes from './frame/profile.module.css';
import type { ProfileVerbs } from './frame/profile-verbs.ts';
import { RecordChange } from './record/record-change.tsx';
import { SecondFactorSection } from './second-factor/second-factor-section.tsx';
import { useAccountView } from './use-account-view.ts';

interface ProfilePageProps {
  readonly identity: Identity;
  readonly now: Instant;
  readonly picture: string | undefined;
  /** The password that opens the account is this computer's own, and not the register's. */
  readonly byProvider: boolean;
  readonly verbs: ProfileVerbs;
}

/** Profilo (S21): what its owner may see and change of an account. */
export function ProfilePage(props: ProfilePageProps) {
  return (
    <HasOwnPassword value={props.byProvider}>
      <Profile {...props} />
    </HasOwnPassword>
  );
}

function Profile({ identity, now, picture, verbs }: ProfilePageProps) {
  const { t } = useTranslation();
  const { view, failure, reload } = useAccountView(verbs.api, identity);
  const personal = personalWords(identity);
  return (
    <div className={classes['page']}>
      <ProfileHeader identity={identity} picture={picture} verbs={verbs} />
      {!view && !failure && (
        <p className={classes['loading']}>
          <Loader size="xs" /> {t('profile.loading')}
        </p>
      )}
      {!view && failure?.kind === 'serverUnreachable' && (
        <EmptyState
          icon={<IconCloudOff size={26} stroke={1.5} />}
          title={t('profile.offline.title')}
          action={<Button onClick={() => void reload()}>{t('common.retry')}</Button>}
        >
          {t('profile.offline.text')}
        </EmptyState>
      )}
      {failure && (view || failure.kind !== 'serverUnreachable') && (
        <FailureNotice attempt={{ failure, waitSeconds: failure.waitSeconds ?? 0 }} />
      )}
      {view?.recordChange && <RecordChange change={view.recordChange} api={verbs.api} onChanged={reload} />}
      <div className={classes['sections']}>
        <div>
          {view && (
            <EmailSection
              view={view}
              now={now}
              isFamily={can(identity, 'followChild')}
              personal={personal}
              verbs={verbs}
              onChanged={reload}
            />
          )}
          {can(identity, 'joinAccounts') && (
            <PortfolioSection identity={identity} onAct={verbs.act} onChanged={reload} />
          )}
          {view && <LanguageSection view={view} api={verbs.api} onChanged={reload} />}
        </div>
        <div>
          {view && (
            <>
              <PasswordSection
                view={view}
                isPortfolio={identity.portfolio.length > 1}
                personal={personal}
                onAct={verbs.act}
                onChanged={reload}
              />
              <SecondFactorSection view={view} verbs={verbs} onChanged={reload} />
            </>
          )}
          <PinSection verbs={verbs} />
        </div>
      </div>
      {view && <DevicesSection view={view} now={now} api={verbs.api} onChanged={reload} />}
    </div>
  );
}
