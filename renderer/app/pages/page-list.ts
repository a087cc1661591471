import { classAbsencesPage } from '../../features/class-absences/page.tsx';
import { classGradesPage } from '../../features/class-grades/page.tsx';
import { classMatrixPage } from '../../features/class-matrix/page.tsx';
import { classPupilsPage } from '../../features/class-pupils/page.tsx';
import { classTopicsPage } from '../../features/class-topics/page.tsx';
import { deviceAccountsPage } from '../../features/door/device-accounts/page.tsx';
import { evacuationPage } from '../../features/evacuation/page.tsx';
import { familyPage } from '../../features/family/page.tsx';
import { officeAccountsPage } from '../../features/office-accounts/page.tsx';
import { officeSubstitutionsPage } from '../../features/office-substitutions/page.tsx';
import { officeWhoPage } from '../../features/office-who/page.tsx';
import { profilePage } from '../../features/profile/page.tsx';
import { proposalsPage } from '../../features/proposals/page.tsx';
import { pupilGradesPage } from '../../features/pupil-grades/page.tsx';
import { rollsNotTakenPage } from '../../features/rolls-not-taken/page.tsx';
import { schoolDayPage } from '../../features/school-day/page.tsx';
import { syncPage } from '../../features/sync-centre/page.tsx';
import { toDoPage } from '../../features/to-do/page.tsx';
import { hourPage, todayPage } from '../../features/today/page.tsx';
import { weekPage } from '../../features/week/page.tsx';

/** Every page, in the order in which they stand at the edge and in the palette. */
export const PAGES = [
  familyPage,
  todayPage,
  schoolDayPage,
  hourPage,
  weekPage,
  classAbsencesPage,
  classGradesPage,
  classMatrixPage,
  proposalsPage,
  classTopicsPage,
  classPupilsPage,
  pupilGradesPage,
  evacuationPage,
  rollsNotTakenPage,
  officeSubstitutionsPage,
  officeWhoPage,
  officeAccountsPage,
  profilePage,
  deviceAccountsPage,
  toDoPage,
  syncPage,
] as const;
