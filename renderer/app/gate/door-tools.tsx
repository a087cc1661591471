import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../i18n/language.ts';
import { useLanguage } from '../../hosts/use-language.ts';

/** The language, before anybody has signed in. */
export function DoorTools() {
  const { t } = useTranslation();
  const [language, changeLanguage] = useLanguage();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('shell.account.language')}
      value={language}
      onChange={(value) => isLanguage(value) && changeLanguage(value)}
      data={LANGUAGES.map((each) => ({
        value: each,
        label: <span lang={each}>{LANGUAGE_NAMES[each]}</span>,
      }))}
    />
  );
}
