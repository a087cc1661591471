import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { ClassId, PersonId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { DEFAULT_GRADE_RULES, type ChosenSteps } from '../../../domain/grades/notation.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { School } from '../../../domain/kinds/school/record.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { isPeriodFrozen } from '../../../domain/school/grading/frozen-period.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';
import { staysOf } from './stays.ts';
import type { TakingAlong } from './taking-along.ts';

type Reader = Pick<SchoolReader, 'versionsOf'>;

/**
 * Pupils of whom all that they took along is looked at again: the term meeting of their class is open no more, and what was held back for it is brought (D28); or
 * the periods of the year are other ones.
 */
export async function renewedByYear(
  reader: Reader,
  around: TakingAlong,
  written: readonly RegisterRecord[],
): Promise<readonly PersonId[]> {
  const startYear = startYearOf(dayOfInstant(around.now));
  const isOfNow = (one: RegisterRecord) => one.kind === 'schoolYear' && one.startYear === startYear;
  return await renewedBy(reader, around, written.filter(isOfNow), (before, after) =>
    before.kind === 'schoolYear' && after.kind === 'schoolYear' ? openedBy(before, after) : () => false,
  );
}

/** Pupils of whom the grades that they took along are looked at again: the school gives others than before, and a score comes to one of those in every class alike (D51). */
export async function renewedBySteps(
  reader: Reader,
  around: TakingAlong,
  written: readonly RegisterRecord[],
): Promise<readonly PersonId[]> {
  const schools = written.filter(({ kind }) => kind === 'school');
  return await renewedBy(reader, around, schools, (before, after) => {
    const areOther =
      before.kind === 'school' && after.kind === 'school' && !equalJson(stepsIn(before), stepsIn(after));
    return () => areOther;
  });
}

/** Those who have entered a class in which something is renewed by records, each of which is compared with its version before. */
async function renewedBy(
  reader: Reader,
  { snapshot, now }: TakingAlong,
  deciding: readonly RegisterRecord[],
  renewing: (before: RegisterRecord, after: RegisterRecord) => (id: ClassId) => boolean,
): Promise<readonly PersonId[]> {
  const stays = deciding.length > 0 ? staysOf(snapshot, dayOfInstant(now)) : [];
  if (stays.length === 0) return [];
  const renewed = new Set<PersonId>();
  for (const after of deciding) {
    const before = await versionBefore(reader, after);
    const isRenewed = before ? renewing(before, after) : () => false;
    for (const { enrolment, classes } of stays) if (classes.some(isRenewed)) renewed.add(enrolment.pupil);
  }
  return [...renewed];
}

/** In which classes a year lets be brought what it held back before. */
function openedBy(before: SchoolYear, after: SchoolYear): (id: ClassId) => boolean {
  const isMoved = !equalJson(before.periods, after.periods);
  return (id) =>
    isMoved ||
    after.periods.some((_, at) => isPeriodFrozen(before, id, at) && !isPeriodFrozen(after, id, at));
}

/** By what a score becomes a grade that the school gives. */
function stepsIn({ policies: { grading } }: School): ChosenSteps {
  const { step, lowest } = { ...DEFAULT_GRADE_RULES, ...grading };
  return { step, lowest };
}

async function versionBefore(reader: Reader, after: RegisterRecord): Promise<RegisterRecord | undefined> {
  const versions = await reader.versionsOf(kindOf(after).collection, after.id, { newest: 2 });
  return versions.map(({ json }) => storedRecord(json)).findLast(({ entry }) => entry !== after.entry);
}
