import i18next, { type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { rememberTexts } from './remembered-texts.ts';
import { LANGUAGES, rememberLanguage, rememberedLanguage, type Language } from './language.ts';

/** Prepares the texts before the first page is drawn. Everything is bundled: nothing is fetched. */
export async function startTexts(
  catalogues: Readonly<Record<Language, ResourceKey>>,
  language: Language = rememberedLanguage(),
): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'it',
    supportedLngs: LANGUAGES,
    resources: {
      it: { translation: catalogues.it },
      en: { translation: catalogues.en },
    },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  rememberTexts(i18next);
  document.documentElement.lang = language;
}

/** Switches the language of every page at once and remembers it. */
export async function switchLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  rememberLanguage(language);
}
