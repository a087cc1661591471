import { en as doorEn } from '../features/door/texts.en.ts';
import { it as doorIt } from '../features/door/texts.it.ts';
import { en as uiEn } from '../ui/texts.en.ts';
import { it as uiIt } from '../ui/texts.it.ts';
import { en as commonEn } from '../i18n/texts.en.ts';
import { it as commonIt } from '../i18n/texts.it.ts';
import type { Language } from '../i18n/language.ts';
import type { CatalogueOf, RoomTexts, Texts } from '../i18n/texts.ts';
import { kindTexts } from '../kinds/registry.ts';
import { PAGES } from './pages/page-list.ts';
import { en as shellEn } from './texts.en.ts';
import { it as shellIt } from './texts.it.ts';

/** Rooms that have texts of their own, beside the pages. */
const ROOMS = [
  { it: shellIt, en: shellEn },
  { it: doorIt, en: doorEn },
  { it: uiIt, en: uiEn },
  { it: commonIt, en: commonEn },
  ...kindTexts,
] as const;

/** All texts of the pages: the Italian ones are the source of the keys, which every other language must fill. */
export type Catalogue = CatalogueOf<(typeof ROOMS)[number] | NonNullable<(typeof PAGES)[number]['texts']>>;

/** The texts of every language. */
export const catalogues: Readonly<Record<Language, Texts<Catalogue>>> = {
  it: merged('it'),
  en: merged('en'),
};

/** Each room has names of its own, so that none covers another's: a test looks. */
function merged(language: Language): Texts<Catalogue> {
  const rooms = [...ROOMS, ...PAGES.flatMap(({ texts }): readonly RoomTexts[] => (texts ? [texts] : []))];
  return Object.assign({}, ...rooms.map((room) => room[language])) as Texts<Catalogue>;
}
