import { useMemo } from 'react';
import { useIdentity, useSession } from '../../data/use-session.ts';
import { useBridge } from '../../hosts/bridge-context.ts';
import type { PageManifest, PageProps } from '../../hosts/page.ts';
import { useSaveText } from '../../hosts/use-save-file.ts';
import { PROFILE_PATH } from '../../ui/routes.ts';
import { PROFILE, PROFILE_SECTIONS } from './frame/sections.ts';
import type { ProfileVerbs } from './frame/profile-verbs.ts';
import { ProfilePage } from './profile-page.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** The profile of the account that is open. */
export const profilePage: PageManifest<typeof texts> = {
  id: PROFILE,
  path: PROFILE_PATH,
  title: (t) => t('shell.account.profile'),
  needs: 'haveAccount',
  ofPastYears: 'leaves',
  texts,
  command: { words: (t) => t('profile.wordsForPage') },
  sections: PROFILE_SECTIONS,
  onProjector: 'shown',
  view: (props) => <ProfileView {...props} />,
};

function ProfileView({ register, apis, picture, onPicture }: PageProps) {
  const bridge = useBridge();
  const identity = useIdentity();
  const session = useSession((state) => state.session);
  const saveText = useSaveText();
  const verbs = useMemo(
    (): ProfileVerbs => ({
      api: apis.account,
      act: (act) => bridge.accountAct(act),
      hasPin: () => bridge.hasPin(),
      setPin: (request) => bridge.setPin(request),
      saveText,
      onPicture,
    }),
    [apis.account, bridge, onPicture, saveText],
  );
  return (
    <ProfilePage
      identity={identity}
      now={register.now()}
      picture={picture}
      byProvider={session?.kind === 'open' && session.byProvider === true}
      verbs={verbs}
    />
  );
}
