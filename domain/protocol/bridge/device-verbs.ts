import type { Result } from '../../base/result.ts';
import type { InstalledSchool } from '../../school-config.ts';
import type { FileToSave } from './file-to-save.ts';
import type { ReachableSchool } from '../school-list.ts';

/** What the page can ask about this computer and the school of its installer. */
export interface DeviceVerbs {
  installedSchool(): InstalledSchool;
  reachableSchools(): readonly ReachableSchool[];
  saveFile(file: FileToSave): Result<{ readonly saved: boolean }, { readonly kind: 'diskFull' | 'internal' }>;
  /** Language of the native dialogs and of the window's title. */
  setLanguage(language: 'it' | 'en'): null;
  /** The user confirmed closing though so many entries wait (they stay in the journal); asked again where there are more by now. */
  confirmClose(request: { readonly confirmed: number }): null;
}

/** Their names; the compiler demands each. */
export const DEVICE_VERBS: Readonly<Record<keyof DeviceVerbs, true>> = {
  installedSchool: true,
  reachableSchools: true,
  saveFile: true,
  setLanguage: true,
  confirmClose: true,
};
