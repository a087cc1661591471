import { useDisclosure } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegister, useSession } from '../../data/use-session.ts';
import { SignInAgainDialog } from '../../features/door/sign-in-again-dialog.tsx';
import { leaveField } from '../../ui/focus/leave-field.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { useBridge } from '../../hosts/bridge-context.ts';
import { closePupilCard } from '../../hosts/pupil-card.ts';
import { CommandPalette } from '../palette/command-palette.tsx';
import { closePalette } from '../palette/palette-store.ts';
import { isReceivingFirst } from '../../views/sync-status.ts';
import { FirstSync } from './first-sync.tsx';
import { Header } from '../header/header.tsx';
import { NavigationRail } from './navigation-rail.tsx';
import { isAlwaysOpen, leavesYear, pagesOf, toDoOf } from '../pages/offered-pages.ts';
import type { ToDoList } from '../../views/to-do.ts';
import { PageKeys } from '../pages/page-keys.tsx';
import { Pages } from '../pages/pages.tsx';
import classes from './shell.module.css';
import { ShellNotices } from '../notices/shell-notices.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { PupilCard } from '../pupil/pupil-card.tsx';
import { SwitchDialog } from '../account/switch-dialog.tsx';
import { useAccountSwitch } from '../account/use-account-switch.tsx';
import { useApis } from '../../hosts/use-apis.ts';
import { usePicture } from '../account/use-picture.ts';
import { useProviderVerbs } from '../account/use-provider-verbs.ts';
import { useQuestionMark } from './use-question-mark.ts';
import { useSaveText } from '../../hosts/use-save-file.ts';
import { useShellActions } from './use-shell-actions.ts';
import { useSignOut } from '../account/use-sign-out.tsx';
import { PastYearBanner } from '../past-year/past-year-banner.tsx';
import { ReadingYear } from '../past-year/reading-year.tsx';
import { usePastYear } from '../past-year/use-past-year.ts';
import { WhyNotStrip } from '../notices/why-not-strip.tsx';

/** While the school's data come for the first time, what waits cannot be counted: lessons would be missing whose signature is on its way. */
const NOTHING_TO_DO: readonly ToDoList[] = [];

/** The frame of the open register: header, pages, and the keys that work everywhere. */
export function Shell() {
  const { t } = useTranslation();
  const live = useRegister();
  const years = usePastYear(live, leavesYear);
  const { chosen } = years;
  /** What pages show: the year under way, or one that is over. */
  const register = years.shown;
  const bridge = useBridge();
  const apis = useApis();
  const [picture, reloadPicture] = usePicture(live, apis.account);
  const accountSwitch = useAccountSwitch();
  const lockSession = useSession((state) => state.lock);
  const signIn = useSession((state) => state.signIn);
  const answerStep = useSession((state) => state.answerStep);
  const session = useSession((state) => state.session);
  const phone = useSession((state) => state.installedSchool?.phone ?? '');
  const provider = useProviderVerbs();
  const saveText = useSaveText();
  const isReceiving = useViewValue(isReceivingFirst, live);
  const toDo = useMemo(() => toDoOf(register), [register]);
  const signOut = useSignOut();
  const [keysOpen, keys] = useDisclosure(false);
  const [againOpen, again] = useDisclosure(false);
  const lock = () => {
    leaveField();
    void lockSession();
  };
  useQuestionMark(keys.open);
  const closeDialogs = () => {
    leaveField();
    closePalette();
    closePupilCard();
    keys.close();
    again.close();
    accountSwitch.cancel();
    modals.closeAll();
  };
  useShellActions(register, { lock, signOut, showKeys: keys.open, closeDialogs });

  return (
    <div className={classes['shell']}>
      <a className={classes['skip']} href="#content" onClick={focusContent}>
        {t('shell.skip')}
      </a>
      <Header
        years={years}
        picture={picture}
        onSwitch={accountSwitch.start}
        onLock={lock}
        onSignOut={signOut}
        onShortcuts={keys.open}
        onSignInAgain={again.open}
      />
      <div className={classes['body']}>
        <NavigationRail
          register={register}
          toDo={isReceiving === false ? toDo : NOTHING_TO_DO}
          onGo={years.goElsewhere}
        />
        <main id="content" className={classes['content']} tabIndex={-1}>
          {register.pastYear !== undefined && <PastYearBanner choice={years} />}
          <ShellNotices register={live} api={apis.school} />
          <div className={classes['page']}>
            {/* Until it is known whether the school's data are here, a page could only say that there is nothing. */}
            {isReceiving === true && <FirstSync register={live} />}
            {chosen?.kind === 'reading' && (
              <>
                <PageKeys register={live} pages={pagesOf(live).filter((page) => isAlwaysOpen(page, live))} />
                <ReadingYear year={chosen} onLeave={years.leave} onRetry={years.retry} />
              </>
            )}
            {isReceiving === false && chosen?.kind !== 'reading' && (
              <Pages
                key={register.pastYear}
                register={register}
                apis={apis}
                picture={picture}
                onPicture={reloadPicture}
                onSwitch={accountSwitch.start}
                onSignInAgain={again.open}
                toDo={toDo}
              />
            )}
          </div>
          <WhyNotStrip />
        </main>
      </div>
      <CommandPalette register={register} />
      <PupilCard register={register} />
      <ShortcutSheet opened={keysOpen} onClose={keys.close} />
      <SwitchDialog accountSwitch={accountSwitch} />
      <SignInAgainDialog
        opened={againOpen}
        account={{ school: register.identity.school, username: register.identity.username }}
        schoolName={register.identity.schoolName}
        phone={phone}
        byProvider={session?.kind === 'open' && session.byProvider === true}
        provider={provider}
        onClose={again.close}
        onPassword={(password) =>
          signIn({ username: register.identity.username, school: register.identity.school, password })
        }
        onAnswerStep={answerStep}
        onSaveText={saveText}
        onCancelStep={() => void bridge.cancelStep()}
      />
    </div>
  );
}

/** A hash address is the page's own: the skip link moves the focus without changing it. */
function focusContent(event: { preventDefault(): void }) {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content')?.focus();
}
