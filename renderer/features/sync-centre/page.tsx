import { useSession } from '../../data/use-session.ts';
import type { PageManifest, PageProps } from '../../hosts/page.ts';
import { useForgetLost } from '../../hosts/use-forget-lost.ts';
import { useLeftBehind } from '../../hosts/use-left-behind.ts';
import { useSaveFile } from '../../hosts/use-save-file.ts';
import { SYNC_PATH } from '../../ui/routes.ts';
import { entriesToDo } from './to-do.ts';
import { SyncPage } from './sync-page.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** What has reached the school, what waits, and what wants a decision. */
export const syncPage: PageManifest<typeof texts> = {
  id: 'sync',
  path: SYNC_PATH,
  title: (t) => t('sync.fullName'),
  needs: 'haveAccount',
  ofPastYears: 'leaves',
  texts,
  // A state is no place: the state in the header leads here, and what wants a decision is in the list of what waits.
  toDo: [entriesToDo],
  command: { label: (t) => t('sync.goThere') },
  view: (props) => <SyncView {...props} />,
};

/** What this device holds of the account stands beside what waits. */
function SyncView({ register, onSignInAgain }: PageProps) {
  const { school, username } = register.identity;
  const { setAside } = useLeftBehind(register.identity);
  const losses = useSession((state) => state.lostEntries);
  const lost = losses.find((one) => one.school === school && one.username === username);
  return (
    <SyncPage
      register={register}
      onSaveFile={useSaveFile()}
      onSignInAgain={onSignInAgain}
      lost={lost}
      onForgetLost={useForgetLost()}
      setAside={setAside}
    />
  );
}
