import { firstValueFrom, of } from 'rxjs';
import { expect, test } from 'vitest';
import { toPersonId, type LocalDate } from '../../../domain/base/ids.ts';
import { kindOf, kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { sample } from '../../../domain/testing/sample.ts';
import type { LocalRecords } from '../../data/local-records.ts';
import { recordsOfKind } from '../../data/records-of-kind.ts';
import { schoolFacts } from '../../data/school/school-facts.ts';
import { teacherIdentity } from '../../data/testing/injected-device.ts';
import { pupilFacts } from './view.ts';

const [membership] = kinds.groupMembership.samples;
const [choice] = kinds.religionChoice.samples;
const [derogation] = kinds.derogation.samples;
const later = '2026-11-01' as LocalDate;
const place = { day: '2026-11-23' as LocalDate, schoolClass: sample.class };

async function shown(...all: readonly RegisterRecord[]) {
  const records = {
    find: (name: string) => of(all.filter((one) => kindOf(one).collection === name)),
  } as unknown as LocalRecords;
  const facts$ = schoolFacts(records, teacherIdentity('anna'));
  return await firstValueFrom(
    pupilFacts({ records: { find: recordsOfKind(records), facts$ } }, sample.pupil, place),
  );
}

test('D100: a derogation that was taken back is not on the card', async () => {
  const cancelled = { ...derogation, id: 'cancelled', cancelled: true } as const;
  expect((await shown(derogation, cancelled)).derogations).toEqual([derogation]);
});

test('D204: group and choice are those of the newest word, though nobody has ended the one of before', async () => {
  const newer = [
    { ...choice, id: 'newer', choice: 'leaves', from: later },
    { ...membership, id: 'newer', group: 'INF', from: later },
  ] as const;
  expect(await shown(choice, membership, ...newer)).toMatchObject({ religion: 'leaves', group: 'INF' });
});

test('D204: a choice that is missing is said where those of the class are known, and nowhere else', async () => {
  const ofOther = { ...choice, id: 'other', pupil: toPersonId('pupil-verdi') };
  expect((await shown(ofOther)).religion).toBe('missing');
  expect((await shown(choice)).religion).toBe(choice.choice);
  expect(await shown()).not.toHaveProperty('religion');
});
