import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '../i18n/language.ts';
import { switchLanguage } from '../i18n/start.ts';
import { useBridge } from './bridge-context.ts';

/** The language on the screen and the way to change it, in the page and in the system's dialogs. */
export function useLanguage(): readonly [language: Language, change: (language: Language) => void] {
  const { i18n } = useTranslation();
  const bridge = useBridge();
  const change = (language: Language) => {
    void switchLanguage(language);
    void bridge.setLanguage(language);
  };
  return [isLanguage(i18n.language) ? i18n.language : 'it', change];
}
