import { useDisclosure } from '@mantine/hooks';
import { Button } from '@mantine/core';
import { IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import type { AccountView } from '../../../../domain/protocol/endpoints/account/account.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/marks/chip.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { LinkEmailForm } from './link-email-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { PasswordDialog } from '../password/password-dialog.tsx';
import { PendingEmail } from './pending-email.tsx';
import type { ProfileVerbs } from '../frame/profile-verbs.ts';
import { Section } from '../frame/section.tsx';

interface EmailSectionProps {
  readonly view: AccountView;
  readonly now: Instant;
  /** Whose account says what for: the own child. */
  readonly isFamily: boolean;
  readonly personal: readonly string[];
  readonly verbs: ProfileVerbs;
  readonly onChanged: () => Promise<void>;
}

/** Indirizzo mail (S21 to S27, S30): none, waiting for its link, confirmed, or somebody's already. */
export function EmailSection({ view, now, isFamily, personal, verbs, onChanged }: EmailSectionProps) {
  const { t } = useTranslation();
  const [known, setKnown] = useState<string>();
  const [merged, setMerged] = useState(false);
  const state = view.email ? (
    <Chip tone="ok" icon={<IconCircleCheck />}>
      {t('profile.email.confirmed')}
    </Chip>
  ) : (
    view.pendingEmail && (
      <Chip tone="now" icon={<IconClock />}>
        {t('profile.email.pending')}
      </Chip>
    )
  );
  return (
    <Section name="email" state={state}>
      {merged && (
        <Notice tone="ok" urgent>
          {t('profile.email.merged')}
        </Notice>
      )}
      {view.email && <ConfirmedEmail email={view.email} verbs={verbs} onChanged={onChanged} />}
      {!view.email && view.pendingEmail && (
        <PendingEmail pending={view.pendingEmail} now={now} api={verbs.api} onChanged={onChanged} />
      )}
      {!view.email && !view.pendingEmail && known === undefined && (
        <LinkEmailForm
          isFamily={isFamily}
          personal={personal}
          onLink={verbs.act}
          onKnown={setKnown}
          onChanged={onChanged}
        />
      )}
      {!view.email && !view.pendingEmail && known !== undefined && (
        <MergeForm
          address={known}
          onMerge={verbs.act}
          onOther={() => setKnown(undefined)}
          onMerged={async () => {
            setKnown(undefined);
            setMerged(true);
            await onChanged();
          }}
        />
      )}
    </Section>
  );
}

interface ConfirmedEmailProps {
  readonly email: NonNullable<AccountView['email']>;
  readonly verbs: ProfileVerbs;
  readonly onChanged: () => Promise<void>;
}

function ConfirmedEmail({ email, verbs, onChanged }: ConfirmedEmailProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, dialog] = useDisclosure(false);
  return (
    <>
      <p>
        <strong>{email.address}</strong>
      </p>
      <p>{t('profile.email.confirmedText', { day: format.numericDay(dayOfInstant(email.confirmedAt)) })}</p>
      <div>
        <Button variant="default" onClick={dialog.open}>
          {t('profile.email.remove')}
        </Button>
      </div>
      <PasswordDialog
        opened={asking}
        danger
        title={t('profile.email.removeTitle')}
        text={t('profile.email.removeText', { address: email.address })}
        action={t('profile.email.remove')}
        onConfirm={(password) => verbs.act({ kind: 'removeEmail', password })}
        onDone={() => void onChanged()}
        onClose={dialog.close}
      />
    </>
  );
}
