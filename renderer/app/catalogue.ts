import { en as accessEn } from '../features/access/texts.en.ts';
import { it as accessIt } from '../features/access/texts.it.ts';
import { en as classHourEn } from '../features/class-hour/texts.en.ts';
import { it as classHourIt } from '../features/class-hour/texts.it.ts';
import { en as familyEn } from '../features/family/texts.en.ts';
import { it as familyIt } from '../features/family/texts.it.ts';
import { en as officeEn } from '../features/office-accounts/texts.en.ts';
import { it as officeIt } from '../features/office-accounts/texts.it.ts';
import { en as profileEn } from '../features/profile/texts.en.ts';
import { it as profileIt } from '../features/profile/texts.it.ts';
import { en as schoolDayEn } from '../features/school-day/texts.en.ts';
import { it as schoolDayIt } from '../features/school-day/texts.it.ts';
import { en as syncEn } from '../features/sync-centre/texts.en.ts';
import { it as syncIt } from '../features/sync-centre/texts.it.ts';
import { en as todayEn } from '../features/today/texts.en.ts';
import { it as todayIt } from '../features/today/texts.it.ts';
import { en as uiEn } from '../ui/texts.en.ts';
import { it as uiIt } from '../ui/texts.it.ts';
import { en as commonEn } from '../i18n/texts.en.ts';
import { it as commonIt } from '../i18n/texts.it.ts';
import type { Language } from '../i18n/language.ts';
import type { CatalogueOf, Texts } from '../i18n/texts.ts';
import { kindTexts } from '../kinds/registry.ts';
import { en as shellEn } from './texts.en.ts';
import { it as shellIt } from './texts.it.ts';

/** Every room that has texts of its own. */
const ROOMS = [
  { it: shellIt, en: shellEn },
  { it: accessIt, en: accessEn },
  { it: classHourIt, en: classHourEn },
  { it: familyIt, en: familyEn },
  { it: officeIt, en: officeEn },
  { it: profileIt, en: profileEn },
  { it: schoolDayIt, en: schoolDayEn },
  { it: syncIt, en: syncEn },
  { it: todayIt, en: todayEn },
  { it: uiIt, en: uiEn },
  { it: commonIt, en: commonEn },
  ...kindTexts,
] as const;

/** All texts of the pages: the Italian ones are the source of the keys, which every other language must fill. */
export type Catalogue = CatalogueOf<(typeof ROOMS)[number]>;

/** The texts of every language. */
export const catalogues: Readonly<Record<Language, Texts<Catalogue>>> = {
  it: merged('it'),
  en: merged('en'),
};

/** Each room has names of its own, so that none covers another's: a test looks. */
function merged(language: Language): Texts<Catalogue> {
  return Object.assign({}, ...ROOMS.map((room) => room[language])) as Texts<Catalogue>;
}
