import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../domain/protocol/endpoints/account/account.ts';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../i18n/language.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import type { ProfileVerbs } from './frame/profile-verbs.ts';
import { Section } from './frame/section.tsx';

interface LanguageSectionProps {
  readonly view: AccountView;
  readonly api: ProfileVerbs['api'];
  readonly onChanged: () => Promise<void>;
}

/** In which language the school's server writes; that of the screen is in the menu of the circle. */
export function LanguageSection({ view, api, onChanged }: LanguageSectionProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [done, setDone] = useState(false);

  const choose = async (language: string) => {
    if (!isLanguage(language) || attempt.busy) return;
    setDone(false);
    const result = await attempt.run(() => api.chooseLanguage(language));
    setDone(result.ok);
    if (result.ok) await onChanged();
  };

  return (
    <Section name="language">
      <p>{t('profile.language.text')}</p>
      <FailureNotice attempt={attempt} />
      <div>
        <SegmentedControl
          aria-label={t('profile.language.title')}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          value={view.language}
          // A choice that is disabled loses the focus.
          aria-busy={attempt.busy}
          onChange={(value) => void choose(value)}
        />
      </div>
      {done && (
        <Notice tone="ok" urgent>
          {t('profile.language.done', { language: LANGUAGE_NAMES[view.language] })}
        </Notice>
      )}
    </Section>
  );
}
