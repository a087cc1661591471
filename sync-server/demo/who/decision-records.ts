import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { localDate } from '../../../domain/base/local-date.ts';
import type { Derogation } from '../../../domain/kinds/derogation/record.ts';
import { guardianshipId, type Guardianship } from '../../../domain/kinds/guardianship/record.ts';
import { instantAt } from '../history/school-clock.ts';
import { LESSONS_FROM, START_YEAR } from '../plan/schools.ts';
import type { Stamp } from '../stamp.ts';
import type { GuardianOfPupil } from './of-family.ts';
import type { EnrolledPupil } from '../records/pupil-records.ts';

/** Of whom councils and courts have decided something. */
export interface DecisionSource {
  /** Pupils who are in one class all year, and not in the first one. */
  readonly pupils: readonly EnrolledPupil[];
  readonly guardians: readonly GuardianOfPupil[];
  readonly until: LocalDate;
}

/** Therapies are counted by their hours, the others by their days. */
const DEROGATIONS = [
  { category: 'therapies', document: 'Prot. 1204/2026', halfUnits: 120 },
  {
    category: 'sport',
    document: 'Prot. 1311/2026',
    from: localDate(2026, 10, 5),
    to: localDate(2026, 10, 7),
  },
  {
    category: 'health',
    document: 'Prot. 1498/2026',
    from: localDate(2026, 10, 14),
    to: localDate(2026, 10, 23),
  },
  { category: 'bloodDonation', document: 'Prot. 1502/2026', halfUnits: 10 },
  { category: 'studyAbroad', document: 'Prot. 987/2026', from: LESSONS_FROM, to: localDate(2026, 12, 19) },
] as const satisfies readonly Partial<Derogation>[];

/** So many pupils lie between two of whom a council has decided. */
const STRIDE = 17;
/** Grown pupils alone give blood. */
const GROWN = new Set<string>(['bloodDonation', 'studyAbroad']);

/** Absences of a few pupils that do not count, as far as the year has come. */
export function derogationRecords(
  { pupils, until }: DecisionSource,
  isUpper: boolean,
  stamp: Stamp & { readonly clerk: PersonId },
): readonly Derogation[] {
  return DEROGATIONS.filter(({ category }) => isUpper || !GROWN.has(category)).flatMap((decided, index) => {
    // Of the last ones on: the classes of the oldest come last.
    const one = pupils.at(-1 - index * STRIDE);
    if (!one || ('from' in decided && decided.from >= until)) return [];
    return [
      {
        ...('from' in decided ? stamp.envelope(stamp.clerk, instantAt(decided.from, 540)) : stamp.office()),
        id: stamp.recordId(),
        kind: 'derogation' as const,
        pupil: one.id,
        startYear: START_YEAR,
        classes: [...new Set(one.enrolments.map((enrolment) => enrolment.class))],
        ...decided,
      },
    ];
  });
}

const RIGHTS = [
  { rights: 'readOnly', document: 'Prot. 214/2026' },
  { rights: 'none', document: 'Prot. 371/2026' },
] as const satisfies readonly Partial<Guardianship>[];
const DECIDED = localDate(2026, 9, 28);

/** Two guardians whose rights a court has limited or taken away; the child's other guardian keeps all. */
export function guardianshipRecords(
  { pupils, guardians, until }: DecisionSource,
  stamp: Stamp & { readonly clerk: PersonId },
): readonly Guardianship[] {
  if (DECIDED >= until) return [];
  const byPupil = Map.groupBy(guardians, ({ pupil }) => pupil);
  const children = Map.groupBy(guardians, ({ guardian }) => guardian);
  const second = pupils.flatMap(({ id }) => {
    const both = byPupil.get(id) ?? [];
    const one = both[1];
    return one && (children.get(one.guardian) ?? []).length === 1 ? [one] : [];
  });
  return RIGHTS.flatMap((decided, index) => {
    const one = second[index * STRIDE] ?? second[index];
    if (!one) return [];
    return [
      {
        ...stamp.envelope(stamp.clerk, instantAt(DECIDED, 600)),
        id: guardianshipId(one.guardian, one.pupil, DECIDED),
        kind: 'guardianship' as const,
        ...one,
        from: DECIDED,
        ...decided,
      },
    ];
  });
}
