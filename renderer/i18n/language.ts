/** The languages the pages speak; adding one means adding its texts to every room, which the compiler then asks for. */
export const LANGUAGES = ['it', 'en'] as const;
/** A language of the pages. */
export type Language = (typeof LANGUAGES)[number];

/** What a language calls itself: shown untranslated in the language menu. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { it: 'Italiano', en: 'English' };

/** Locale by which days, times and numbers are written. */
export const LANGUAGE_LOCALES: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB' };

const STORAGE_KEY = 'campanella.language';

/** Narrows any text to a language. */
export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

/** The language chosen on this device; Italian until somebody chooses. */
export function rememberedLanguage(): Language {
  const stored = globalThis.localStorage?.getItem(STORAGE_KEY) ?? '';
  return isLanguage(stored) ? stored : 'it';
}

/** Remembers the language for the next start; a choice of the device, made before anybody signs in. */
export function rememberLanguage(language: Language): void {
  globalThis.localStorage?.setItem(STORAGE_KEY, language);
}
