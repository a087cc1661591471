import { listName } from '../../../domain/records/person.ts';
import type { PupilHour } from '../../data/register.ts';

/** The first pupil whose surname begins so, else whose given name does, else whose name contains it; accents do not matter. */
export function findPupil(pupils: readonly PupilHour[], query: string): number | undefined {
  const wanted = plain(query);
  const tests = [
    (pupil: PupilHour) => plain(pupil.person.surname).startsWith(wanted),
    (pupil: PupilHour) => plain(pupil.person.givenName).startsWith(wanted),
    (pupil: PupilHour) => plain(listName(pupil.person)).includes(wanted),
  ];
  for (const test of tests) {
    const index = pupils.findIndex(test);
    if (index >= 0) return index;
  }
  return undefined;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’\s]/g, '')
    .toLowerCase();
}
