import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { toPersonId, type LocalTime } from '../../../domain/base/ids.ts';
import { kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { sample, sampleLesson } from '../../../domain/testing/sample.ts';
import { bianchi, fixedRegister, mondayOf1A } from '../../data/testing/fixed-register.ts';
import { rollsNotTaken } from './view.ts';

const verdi = toPersonId('teacher-verdi');
const [entry] = kinds.timetableEntry.samples;
const [, assigned] = kinds.substitution.samples;

/** Monday of 1A after its last hour: the first is parted between Neri and Verdi, the second is Neri's. */
function parted(...written: readonly RegisterRecord[]) {
  const parts = [sample.neri, verdi].map((teacher, index) => ({
    ...entry,
    id: `${entry.id}.1.${index}`,
    hour: 1,
    group: `${index}`,
    teachers: [teacher],
  }));
  const monday = mondayOf1A(sample.neri, sample.neri).filter(({ id }) => id !== `${entry.id}.1`);
  return fixedRegister(bianchi, `${sample.day}T11:00`, ...monday, ...parts, ...written);
}

function standIn(replaces: typeof verdi | undefined) {
  const { replaces: _of, ...one } = { replaces: undefined, ...assigned };
  return {
    ...one,
    day: sample.day,
    hour: 1,
    class: sample.class,
    teacher: sample.bianchi,
    ...(replaces === undefined ? {} : { replaces }),
  };
}

async function groupsOfMine(...written: readonly RegisterRecord[]) {
  const { missing } = await firstValueFrom(rollsNotTaken(parted(...written), sample.day, 'me'));
  return missing.map(({ planned }) => planned.group);
}

test('D204 whoever stands in for the teacher of one group calls the roll of that one', async () => {
  expect(await groupsOfMine(standIn(verdi))).toEqual(['1']);
  expect(await groupsOfMine(standIn(undefined))).toEqual(['0', '1']);
  expect(await groupsOfMine()).toEqual([]);
});

test('D106 nobody calls a roll while the school does not expect the class', async () => {
  const ofBianchi = mondayOf1A(sample.bianchi, sample.bianchi, sample.bianchi);
  const [movement] = kinds.classMovement.samples;
  const gone = { ...movement, day: sample.day, expected: { to: '10:00' as LocalTime } };
  const called = sampleLesson({ rollCall: { by: sample.bianchi, at: sample.morning } });
  const register = fixedRegister(bianchi, `${sample.day}T11:00`, ...ofBianchi, gone, called);
  const { begun, missing } = await firstValueFrom(rollsNotTaken(register, sample.day, 'me'));
  expect([begun, missing.map(({ planned }) => planned.hour)]).toEqual([2, [2]]);
});
