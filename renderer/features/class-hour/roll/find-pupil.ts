import { listName } from '../../../../domain/kinds/person/record.ts';
import { matchWords, plainText } from '../../../ui/notice/plain-words.ts';
import type { PupilHour } from '../view/class-hour.ts';

/** The first pupil whose surname begins so, else whose given name does, else whose names begin so in any order, else whose name contains it; accents do not matter. */
export function findPupil(pupils: readonly PupilHour[], query: string): number | undefined {
  const wanted = plain(query);
  const tests = [
    (pupil: PupilHour) => plain(pupil.person.surname).startsWith(wanted),
    (pupil: PupilHour) => plain(pupil.person.givenName).startsWith(wanted),
    (pupil: PupilHour) => matchWords(listName(pupil.person), query) !== undefined,
    (pupil: PupilHour) => plain(listName(pupil.person)).includes(wanted),
  ];
  for (const test of tests) {
    const index = pupils.findIndex(test);
    if (index >= 0) return index;
  }
  return undefined;
}

/** In one word: surnames of several are typed without a space. */
function plain(text: string): string {
  return plainText(text).replaceAll(' ', '');
}
