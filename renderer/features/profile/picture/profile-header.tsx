import { Button, FileButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Identity } from '../../../../domain/protocol/endpoints/session/session.ts';
import { describeAccount } from '../../../i18n/describe-account.ts';
import { Avatar } from '../../../ui/marks/avatar.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { CropDialog } from './crop-dialog.tsx';
import classes from '../frame/profile.module.css';
import type { ProfileVerbs } from '../frame/profile-verbs.ts';

interface ProfileHeaderProps {
  readonly identity: Identity;
  /** Address of the own picture, for as long as there is one. */
  readonly picture: string | undefined;
  readonly verbs: ProfileVerbs;
}

/** Who one is for the school: picture, name, username and school pass, of which only the picture is one's own to change. */
export function ProfileHeader({ identity, picture, verbs }: ProfileHeaderProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [chosen, setChosen] = useState<ImageBitmap>();
  const resetFile = useRef<() => void>(null);
  const [unreadable, setUnreadable] = useState(false);

  const choose = async (file: File | null) => {
    // The same file, changed since, is read again.
    resetFile.current?.();
    if (!file) return;
    const bitmap = await createImageBitmap(file).catch(() => undefined);
    setUnreadable(bitmap === undefined);
    setChosen(bitmap);
  };
  const remove = async () => {
    const result = await attempt.run(() => verbs.api.removePicture());
    if (result.ok) verbs.onPicture();
  };

  return (
    <header className={classes['header']}>
      <Avatar surname={identity.surname} givenName={identity.givenName} picture={picture} size={84} />
      <div className={classes['name']}>
        <h1>
          {identity.givenName} {identity.surname}
        </h1>
        <p>
          {describeAccount(identity, t)} · {identity.schoolName}
        </p>
        <div className={classes['pictureActions']}>
          <FileButton
            resetRef={resetFile}
            accept="image/png,image/jpeg,image/webp"
            onChange={(file) => void choose(file)}
          >
            {(props) => (
              <Button {...props} variant="default" size="xs">
                {t(picture === undefined ? 'profile.picture.choose' : 'profile.picture.change')}
              </Button>
            )}
          </FileButton>
          {picture !== undefined && (
            <Button variant="subtle" size="xs" loading={attempt.busy} onClick={() => void remove()}>
              {t('profile.picture.remove')}
            </Button>
          )}
          <span>{t('profile.picture.text')}</span>
        </div>
        <FailureNotice attempt={attempt} />
        {unreadable && (
          <Notice tone="danger" urgent>
            {t('profile.picture.unreadable')}
          </Notice>
        )}
      </div>
      <dl className={classes['facts']}>
        <div title={t('profile.usernameHint')}>
          <dt>{t('profile.username')}</dt>
          <dd>{identity.username}</dd>
        </div>
        <div title={t('profile.schoolPassHint')}>
          <dt>{t('profile.schoolPass')}</dt>
          <dd>{identity.schoolPass}</dd>
        </div>
      </dl>
      <CropDialog
        picture={chosen}
        onClose={() => setChosen(undefined)}
        onSave={async (blob) => {
          const result = await verbs.api.savePicture(blob);
          if (result.ok) verbs.onPicture();
          return result;
        }}
      />
    </header>
  );
}
