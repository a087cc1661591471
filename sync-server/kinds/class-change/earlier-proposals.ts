import type { ClassId, PersonId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { earlierProposalId, type Proposal } from '../../../domain/kinds/proposal/record.ts';
import { isEmptyProposal } from '../../../domain/kinds/proposal/write-rights.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { periodAbout, startYearOf } from '../../../domain/school/calendar.ts';
import { isPeriodFrozen } from '../../../domain/school/grading/frozen-period.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import { renewedByYear } from './renewed.ts';
import { staysOf } from './stays.ts';
import { copied, copiesForNothing, marksNamed, type TakingAlong } from './taking-along.ts';

/**
 * What was proposed for pupils in the periods that were over when they went into another class, as it stands there too: whoever proposes in it sees it beside the
 * average (D60, D81). What the old class proposes of the period in which they left is its own affair.
 */
export async function earlierProposalsAfter(
  reader: SchoolReader,
  around: TakingAlong,
  written: readonly RegisterRecord[],
): Promise<readonly NewVersion[]> {
  const { snapshot, now, entering, marksOf } = around;
  const stays = staysOf(snapshot, dayOfInstant(now));
  const proposals = new Map<string, Proposal>();
  const keep = (records: readonly RegisterRecord[], isOf: (pupil: PersonId) => boolean) => {
    for (const one of records)
      if (one.kind === 'proposal' && one.ofClass === undefined && isOf(one.pupil)) proposals.set(one.id, one);
  };
  const moved = new Set([...entering, ...(await renewedByYear(reader, around, written))]);
  const left = stays.filter(({ enrolment }) => moved.has(enrolment.pupil));
  for (const schoolClass of new Set(left.map(({ enrolment }) => enrolment.class)))
    keep(await marksOf(schoolClass), (pupil) => moved.has(pupil));
  keep(written, () => true);
  const copies = [...proposals.values()].flatMap((proposal) =>
    classesAfter(snapshot, stays, proposal).map((schoolClass) => copyOf(proposal, schoolClass)),
  );
  const standing = await marksNamed(
    reader,
    copies.map(({ id }) => id),
  );
  const gone = await copiesForNothing(around, isCopy);
  return [
    ...copies.flatMap((copy) => {
      const before = standing.get(copy.id);
      const isNew = entering.has(copy.pupil) && before === undefined;
      return !isNew && isHeld(snapshot, copy) ? [] : versionOf(around, copy, before);
    }),
    ...gone.flatMap((one) => versionOf(around, { ...one, proposed: {} }, one)),
  ];
}

/** The classes that the pupil of a proposal has entered once its period was over. */
function classesAfter(
  { years, enrolmentsOf }: SchoolSnapshot,
  stays: ReturnType<typeof staysOf>,
  { pupil, class: schoolClass, period, day }: Proposal,
): readonly ClassId[] {
  const year = years.get(startYearOf(day));
  const own = enrolmentsOf.get(pupil) ?? [];
  const entered = stays.flatMap(({ enrolment, classes }) =>
    enrolment.pupil === pupil && enrolment.class === schoolClass
      ? classes.filter((id) =>
          own.some(
            ({ class: other, from }) =>
              other === id && from > enrolment.from && year && periodAbout(year, from) > period,
          ),
        )
      : [],
  );
  return [...new Set(entered)];
}

/** Whether a copy stays as the term meeting of its class has seen it (D28). */
function isHeld({ years }: SchoolSnapshot, { class: schoolClass, day, period }: Copy): boolean {
  const year = years.get(startYearOf(day));
  return year !== undefined && isPeriodFrozen(year, schoolClass, period);
}

type Copy = Omit<Proposal, 'school' | 'author' | 'entry' | 'recordedAt'>;

function copyOf(proposal: Proposal, schoolClass: ClassId): Copy {
  const { kind, day, class: ofClass, subject, scale, period, pupil, teacher, proposed } = proposal;
  const of = { class: schoolClass, subject, period, pupil, teacher, ofClass };
  return { id: earlierProposalId(of), kind, day, scale, ...of, proposed };
}

function versionOf(
  around: TakingAlong,
  copy: Copy,
  standing: RegisterRecord | undefined,
): readonly NewVersion[] {
  const before = standing?.kind === 'proposal' ? standing : undefined;
  // What was taken back before anybody left is no news.
  if (!before && isEmptyProposal(copy)) return [];
  return copied(around, copy, before);
}

function isCopy(record: RegisterRecord): record is Proposal {
  return record.kind === 'proposal' && record.ofClass !== undefined;
}
