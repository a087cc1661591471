import { equalJson } from '../../../../domain/base/canonical-json.ts';
import { parseLocalDate } from '../../../../domain/base/local-date.ts';
import type { RecoveryEffect } from '../../../../domain/grades/counted-grades.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { saidIn } from '../../../../domain/grades/said-value.ts';
import type { SaidValue } from '../../../../domain/kinds/grade/record.ts';
import type { GradeChange, SeenGrade } from '../../../kinds/grade/commands.ts';
import {
  markText,
  readMark,
  type MarkFault,
  type MarkRules,
  type MarkWords,
} from '../../../views/grades/typed-mark.ts';
import { LIMITS } from '../limits.ts';

/** What a grade says otherwise than its test, or that it says nothing else. */
export const OVERRIDES = ['asAssessment', 'yes', 'no'] as const;
/** One of them. */
export type Override = (typeof OVERRIDES)[number];

/** All that a cell says, as chosen and typed so far. */
export interface GradeDraft {
  readonly mark: string;
  readonly judgement: string;
  /** The place of the chosen level by criterion. */
  readonly rubric: Readonly<Record<string, number>>;
  readonly comment: string;
  readonly privateComment: string;
  /** Empty where the test's weight holds. */
  readonly weight: string;
  readonly counts: Override;
  readonly visible: Override;
  /** Empty where the test's day holds. */
  readonly embargo: string;
  /** The test in which the grade was got that this one recovers; empty where it recovers none. */
  readonly recovers: string;
  readonly effect: RecoveryEffect;
  /** The level by objective. */
  readonly objectives: Readonly<Record<string, string>>;
}

/** What is wrong with a field. */
export type GradeDraftFault =
  | { readonly kind: 'mark'; readonly fault: MarkFault }
  | { readonly kind: 'rubricNotFull' | 'markAndRubric' | 'notAWeight' | 'noEmbargo' };

/** The draft that says what a cell says; of an empty one nothing. */
export function draftOfGrade(
  assessment: Assessment,
  grade: SeenGrade | undefined,
  words: MarkWords,
): GradeDraft {
  const {
    value,
    comment = '',
    privateComment = '',
    weight,
    counts,
    visible,
    embargo = '',
    recovers,
  } = grade ?? {
    value: {},
  };
  return {
    mark: value.rubric ? '' : markText(value, assessment, words),
    judgement: value.judgement ?? '',
    rubric: Object.fromEntries(value.rubric?.map(({ criterion, level }) => [criterion, level]) ?? []),
    comment,
    privateComment,
    weight: weight === undefined ? '' : String(weight),
    counts: overrideOf(counts),
    visible: overrideOf(visible),
    embargo,
    recovers: recovers?.assessment ?? '',
    effect: recovers?.effect ?? 'replaces',
    objectives: Object.fromEntries(
      grade?.objectives?.map(({ objective, level }) => [objective, level]) ?? [],
    ),
  };
}

/** The value that a draft says, as far as it can be read; for what is shown while somebody types. */
export function valueOfDraft(
  draft: GradeDraft,
  { assessment, rules, words }: DraftOf,
): { readonly value: SaidValue } | { readonly faults: Readonly<Record<string, GradeDraftFault>> } {
  const judgement = draft.judgement.trim();
  const beside = judgement === '' ? {} : { judgement };
  const criteria = assessment.rubric?.criteria ?? [];
  const chosen = criteria.flatMap(({ id }) => {
    const level = draft.rubric[id];
    return level === undefined ? [] : [{ criterion: id, level }];
  });
  if (chosen.length > 0 && draft.mark.trim() !== '') return { faults: { mark: { kind: 'markAndRubric' } } };
  if (chosen.length > 0 && chosen.length < criteria.length)
    return { faults: { rubric: { kind: 'rubricNotFull' } } };
  if (chosen.length > 0) return { value: { rubric: chosen, ...beside } };
  const mark = readMark(draft.mark, rules, words);
  return mark.ok
    ? { value: { ...mark.value, ...beside } }
    : { faults: { mark: { kind: 'mark', fault: mark.failure } } };
}

/** Of which cell a draft is, and by what it is read. */
export interface DraftOf {
  readonly assessment: Assessment;
  /** As it was seen last. */
  readonly grade: SeenGrade | undefined;
  readonly rules: MarkRules;
  readonly words: MarkWords;
}

/** What a draft changes of its cell: no member that it leaves as it was, so that nothing of a colleague's is written over; or its faults by field. */
export function readGradeDraft(
  draft: GradeDraft,
  of: DraftOf,
): { readonly change: GradeChange } | { readonly faults: Readonly<Record<string, GradeDraftFault>> } {
  const { assessment, grade } = of;
  const read = valueOfDraft(draft, of);
  const weight = readWeight(draft.weight);
  const embargo = draft.embargo === '' ? undefined : parseLocalDate(draft.embargo);
  const faults: Record<string, GradeDraftFault> = {
    ...('faults' in read ? read.faults : {}),
    ...(weight === 'fault' ? { weight: { kind: 'notAWeight' } } : {}),
    ...(draft.embargo !== '' && embargo === undefined ? { embargo: { kind: 'noEmbargo' } } : {}),
  };
  if ('faults' in read || weight === 'fault' || Object.keys(faults).length > 0) return { faults };
  const levels = (assessment.objectives ?? []).flatMap(({ id }) => {
    const level = draft.objectives[id]?.trim() ?? '';
    return level === '' ? [] : [{ objective: id, level }];
  });
  const beside: Omit<GradeChange, 'value' | 'reason' | 'seen'> = {
    comment: textOrNone(draft.comment),
    privateComment: textOrNone(draft.privateComment),
    weight,
    counts: saidBy(draft.counts),
    visible: saidBy(draft.visible),
    embargo,
    recovers: draft.recovers === '' ? undefined : { assessment: draft.recovers, effect: draft.effect },
    objectives: levels.length > 0 ? levels : undefined,
  };
  const changed = Object.entries(beside).filter(
    ([member, value]) => !equalJson(grade && Reflect.get(grade, member), value),
  );
  const isSame = equalJson(saidIn(grade?.value ?? {}), read.value);
  return { change: { ...Object.fromEntries(changed), ...(isSame ? {} : { value: read.value }) } };
}

function readWeight(text: string): number | undefined | 'fault' {
  if (text.trim() === '') return undefined;
  return /^\s*\d{1,3}\s*$/.test(text) && Number(text) <= LIMITS.weight ? Number(text) : 'fault';
}

function overrideOf(value: boolean | undefined): Override {
  return value === undefined ? 'asAssessment' : value ? 'yes' : 'no';
}

function saidBy(override: Override): boolean | undefined {
  return override === 'asAssessment' ? undefined : override === 'yes';
}

function textOrNone(text: string): string | undefined {
  const said = text.trim();
  return said === '' ? undefined : said;
}
