import { Button, Loader } from '@mantine/core';
import { IconDatabaseOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toInstant } from '../../domain/base/ids.ts';
import { useSession } from '../data/use-session.ts';
import { LockPage } from '../features/access/lock-page.tsx';
import { SignInPage } from '../features/access/sign-in-page.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { AccessTools } from './access-tools.tsx';
import classes from './shell.module.css';
import { Shell } from './shell.tsx';

/** Which of the three doors is open: sign-in, lock, or the register itself. */
export function Gate() {
  const { t } = useTranslation();
  const session = useSession((state) => state.session);
  const register = useSession((state) => state.register);
  const school = useSession((state) => state.installedSchool);
  const accounts = useSession((state) => state.deviceAccounts);
  const openFailure = useSession((state) => state.openFailure);
  const signIn = useSession((state) => state.signIn);
  const unlock = useSession((state) => state.unlock);
  const removeAccount = useSession((state) => state.removeAccount);
  const reopen = useSession((state) => state.reopen);
  const [otherFor, setOtherFor] = useState<typeof session>();
  const [now] = useState(() => toInstant(Date.now()));

  if (!session || !school) return <Waiting />;
  if (session.kind === 'open') {
    if (register) return <Shell key={`${register.identity.school}.${register.identity.person}`} />;
    if (!openFailure) return <Waiting />;
    return (
      <main className={classes['waiting']} role="alert">
        <EmptyState
          icon={<IconDatabaseOff size={28} stroke={1.5} />}
          title={t('access.failure.storage.title')}
          wholePage
          action={<Button onClick={() => void reopen()}>{t('common.retry')}</Button>}
        >
          {t(`common.failure.${openFailure.kind}`)}
        </EmptyState>
      </main>
    );
  }
  if (session.kind === 'locked' && otherFor !== session) {
    const { school: schoolId, person } = session.identity;
    return (
      <LockPage
        session={session}
        onUnlock={(password) => unlock({ school: schoolId, person, password })}
        onOtherAccount={() => setOtherFor(session)}
      />
    );
  }
  return (
    <SignInPage
      school={school}
      accounts={accounts}
      now={now}
      tools={<AccessTools />}
      onSignIn={signIn}
      onUnlock={({ identity }, password) =>
        unlock({ school: identity.school, person: identity.person, password })
      }
      onRemove={async ({ identity, unsent }) => {
        const { school: schoolId, person } = identity;
        return (await removeAccount({ school: schoolId, person, evenUnsent: unsent > 0 })).ok;
      }}
    />
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <main className={classes['waiting']} aria-busy="true">
      <Loader size="sm" />
      <p>{t('common.loading')}</p>
    </main>
  );
}
