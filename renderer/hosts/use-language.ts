import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '../i18n/language.ts';
import { switchLanguage } from '../i18n/start.ts';

/** The language on the screen and the way to change it. */
export function useLanguage(): readonly [language: Language, change: (language: Language) => void] {
  const { i18n } = useTranslation();
  const change = (language: Language) => void switchLanguage(language);
  return [isLanguage(i18n.language) ? i18n.language : 'it', change];
}
