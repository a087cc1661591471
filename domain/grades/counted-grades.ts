import type { AssessmentType } from './assessment-types.ts';
import type { EventGrade } from './events.ts';
import type { Quarters } from './notation.ts';

/** What becomes of a grade that another one recovers: it is replaced, the better of both counts, or both do (D56). */
export const RECOVERY_EFFECTS = ['replaces', 'better', 'both'] as const;
/** One of them. */
export type RecoveryEffect = (typeof RECOVERY_EFFECTS)[number];

/** The weight of what counts as a whole grade, in percent: that of which nobody says another (D58). */
export const USUAL_WEIGHT = 100;

/** One entry of a pupil in a subject and period, as far as averages ask for it. */
export interface GradeEntry {
  readonly id: string;
  readonly type: AssessmentType;
  /** Absent where the entry has a judgement, a level or an event alone. Beside an event: what its teacher lets it count as (D52). */
  readonly quarters?: Quarters | undefined;
  readonly event?: EventGrade | undefined;
  /** Whether a score was written that nothing makes into a grade (D53). */
  readonly isRawScore?: boolean;
  /** A withdrawn entry counts for nothing, but what recovered it recovers what it recovered. */
  readonly isWithdrawn?: boolean;
  /** Whole percent, 0 to 100 (D58). */
  readonly weight: number;
  /** The teacher's choice whether it is in the average (fa media). */
  readonly counts: boolean;
  readonly recovers?: { readonly grade: string; readonly effect: RecoveryEffect } | undefined;
}

/** Why an entry is not in the average (non fa media, D63): a recovery that is no better than what it recovers, too (D56). */
export type NotCountedReason =
  'withdrawn' | 'event' | 'rawScore' | 'noNumber' | 'choice' | 'weight' | 'recovered' | 'notBetter';

/** An entry that is in the average. */
export interface CountedGrade {
  readonly id: string;
  readonly type: AssessmentType;
  readonly quarters: Quarters;
  readonly weight: number;
}

/** The entries of a pupil, told apart by whether they are in the average. */
export interface CountedGrades {
  readonly counted: readonly CountedGrade[];
  readonly notCounted: ReadonlyMap<string, NotCountedReason>;
}

/**
 * Which entries of a pupil are in the average, and why the others are not (D56, D58, D63). What recovers another does so wherever the two stand: of two of the
 * same day either may. What may not be seen is not among them: an average of what is seen says nothing of it (D61).
 */
export function countedGrades(entries: readonly GradeEntry[]): CountedGrades {
  const notCounted = new Map<string, NotCountedReason>();
  const usable = new Map<string, CountedGrade>();
  const recovered = recoveriesIn(entries);
  const standsInsteadOf = new Map<string, string>();

  /** What counts now in the place of an entry: itself, what recovered it, or what it recovered in vain. */
  const standing = (id: string): CountedGrade | undefined => {
    const instead = standsInsteadOf.get(id);
    if (instead !== undefined) return standing(instead);
    const own = usable.get(id);
    if (own) return own;
    const earlier = recovered.get(id);
    return earlier === undefined ? undefined : standing(earlier);
  };

  for (const entry of recoveredFirst(entries, recovered)) {
    const { id, recovers } = entry;
    const earlier = recovered.get(id);
    const before = earlier === undefined ? undefined : standing(earlier);
    const counted = countable(entry);
    if (typeof counted === 'string') {
      notCounted.set(id, counted);
      continue;
    }
    usable.set(id, counted);
    if (!recovers || !before || recovers.effect === 'both') continue;
    const isBeaten = recovers.effect === 'better' && counted.quarters < before.quarters;
    const [out, instead] = isBeaten ? [counted, before] : [before, counted];
    standsInsteadOf.set(out.id, instead.id);
    notCounted.set(out.id, isBeaten ? 'notBetter' : 'recovered');
  }
  const counted = entries.flatMap(({ id }) => (notCounted.has(id) ? [] : (usable.get(id) ?? [])));
  return { counted, notCounted };
}

/**
 * Which entry each one recovers, of those that are given. Neither a circle nor a second recovery of one grade is taken in ({@link whyNotRecovered}). Where one stands
 * all the same, from before it was refused, the first of a circle recovers nothing, and the second recovery stands in the place of the first.
 */
function recoveriesIn(entries: readonly GradeEntry[]): Recoveries {
  const known = new Set(entries.map(({ id }) => id));
  const recovered = new Map(
    entries.flatMap(({ id, recovers }): readonly [string, string][] =>
      recovers && known.has(recovers.grade) ? [[id, recovers.grade]] : [],
    ),
  );
  for (const { id } of entries) if (isRecoveredBy(recovered, id, id)) recovered.delete(id);
  return recovered;
}

/** Which grade of a pupil each other one recovers, by their keys (D56). */
export type Recoveries = ReadonlyMap<string, string>;

/**
 * Why a grade does not recover another one, by what the other grades of the pupil recover (D56): each grade has one recovery, and none by what it recovers
 * itself, over however many others. A further try recovers the recovery.
 */
export function whyNotRecovered(
  recoveries: Recoveries,
  by: string,
  recovered: string,
): 'recoveredAlready' | 'recoveryCircle' | undefined {
  if (by === recovered || isRecoveredBy(recoveries, by, recovered)) return 'recoveryCircle';
  const isTaken = [...recoveries].some(([other, earlier]) => earlier === recovered && other !== by);
  return isTaken ? 'recoveredAlready' : undefined;
}

/** Whether a grade is recovered by another one, or by one that recovers it in turn. */
function isRecoveredBy(recoveries: Recoveries, grade: string, by: string): boolean {
  const seen = new Set<string>();
  for (let at = recoveries.get(by); at !== undefined && !seen.has(at); at = recoveries.get(at)) {
    if (at === grade) return true;
    seen.add(at);
  }
  return false;
}

/** The entries in their order, but each one after the one that it recovers. */
function recoveredFirst(entries: readonly GradeEntry[], recovered: Recoveries): Iterable<GradeEntry> {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const inOrder = new Set<GradeEntry>();
  const add = (entry: GradeEntry): void => {
    const earlier = known.get(recovered.get(entry.id) ?? '');
    if (earlier && !inOrder.has(earlier)) add(earlier);
    inOrder.add(entry);
  };
  entries.forEach(add);
  return inOrder;
}

function countable({ id, type, quarters, weight, ...entry }: GradeEntry): CountedGrade | NotCountedReason {
  if (entry.isWithdrawn === true) return 'withdrawn';
  if (quarters === undefined && entry.event !== undefined) return 'event';
  if (quarters === undefined) return entry.isRawScore === true ? 'rawScore' : 'noNumber';
  if (!entry.counts) return 'choice';
  return weight > 0 ? { id, type, quarters, weight } : 'weight';
}
