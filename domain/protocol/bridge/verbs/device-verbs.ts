import type { Result } from '../../../base/result.ts';
import type { InstalledSchool } from '../../../school-config.ts';
import { MAIL_LANGUAGES } from '../../mail-language.ts';
import type { ReachableSchool } from '../../school-list.ts';
import { fileToSaveSchema } from '../file-to-save.ts';
import { confirmed, request } from './verb-values.ts';
import { upTo, verb } from './verb.ts';

/** What the page can ask about this computer and the school of its installer. */
export const deviceVerbs = {
  installedSchool: verb().answers<InstalledSchool>(),
  reachableSchools: verb().answers<readonly ReachableSchool[]>(),
  saveFile: upTo(100_100_000, fileToSaveSchema).answers<
    Result<{ readonly saved: boolean }, { readonly kind: 'diskFull' | 'internal' }>
  >({ kind: 'internal' }),
  /** Language of the native dialogs and of the window's title. */
  setLanguage: verb({ type: 'string', enum: MAIL_LANGUAGES }).answers<null>(),
  /** The user confirmed closing though so many entries wait (they stay in the journal); asked again where there are more by now. */
  confirmClose: verb(request({ confirmed })).answers<null>(),
};
