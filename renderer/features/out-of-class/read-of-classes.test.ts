import { expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { sampleHours } from '../../../domain/testing/sample.ts';
import {
  CLASS_A,
  CLASS_B,
  classRecord,
  pupilOf,
  staffRecord,
} from '../../../sync-server/testing/test-school.ts';
import { newDraft, type ElsewhereDraft } from './draft.ts';
import { readOfClasses } from './read-of-classes.ts';

const DAY = '2026-11-23' as LocalDate;
const [ofA, ofB] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_B, 1)];
/** The same bells, which the second class counts from one more. */
const bellsOfB = sampleHours.map((bell) => ({ ...bell, hour: bell.hour + 1 }));
const classes = [
  {
    schoolClass: classRecord(CLASS_A, 'A'),
    shown: {
      pupils: [staffRecord(ofA, 'Ada', [])],
      dayOf: () => ({ hasLessons: true, bells: sampleHours }),
      isClosedDay: () => false,
    },
  },
  {
    schoolClass: classRecord(CLASS_B, 'B'),
    shown: {
      pupils: [staffRecord(ofB, 'Bruno', [])],
      dayOf: () => ({ hasLessons: true, bells: bellsOfB }),
      isClosedDay: () => false,
    },
  },
];
const draft = (changes: Partial<ElsewhereDraft>): ElsewhereDraft => ({
  ...newDraft([], { day: DAY, hour: 2 }),
  whereabouts: 'Aula magna',
  ...changes,
});

test('D17, D98: what is said of pupils of joined classes is said of each class by its own hours', () => {
  const said = (fromHour: number) => ({ day: DAY, during: { fromHour }, whereabouts: 'Aula magna' });
  expect(readOfClasses(draft({ pupils: [ofB, ofA] }), classes)).toMatchObject({
    asked: [
      { schoolClass: CLASS_A, pupils: [ofA], said: said(2) },
      { schoolClass: CLASS_B, pupils: [ofB], said: said(3) },
    ],
  });
  expect(readOfClasses(draft({ pupils: [ofB] }), classes)).toMatchObject({
    asked: [{ schoolClass: CLASS_B, pupils: [ofB], said: said(3) }],
  });
});

test('D17, D98: an hour that one of the classes has not got is said at its field', () => {
  const [first, second] = classes;
  const short = second && {
    ...second,
    shown: { ...second.shown, dayOf: () => ({ hasLessons: true, bells: bellsOfB.slice(0, 1) }) },
  };
  const both = [first, short].flatMap((one) => one ?? []);
  expect(readOfClasses(draft({ pupils: [ofA, ofB] }), both)).toEqual({ faults: { fromHour: 'noSuchHour' } });
  expect(readOfClasses(draft({ pupils: [ofA] }), both)).toMatchObject({ asked: [{ pupils: [ofA] }] });
  expect(readOfClasses(draft({}), both)).toEqual({ faults: { pupils: 'noPupil' } });
});

test('D98, D104: a day whose term is closed is said at its field, and the last day of what has begun there may change', () => {
  const closed = classes.map((one) => ({ ...one, shown: { ...one.shown, isClosedDay: () => true } }));
  const wanted = draft({ pupils: [ofA] });
  expect(readOfClasses(wanted, closed)).toEqual({ faults: { day: 'periodClosed' } });
  expect(readOfClasses(wanted, closed, { day: DAY })).toMatchObject({ asked: [{ pupils: [ofA] }] });
});
