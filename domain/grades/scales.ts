/** One step of a scale of words (D68). */
export interface ScaleLevel<Code extends string = string> {
  readonly code: Code;
  /** Whether it is enough. */
  readonly isSufficient: boolean;
}

/** The six synthetic judgements of primary school, the best first: ottimo, distinto, buono, discreto, sufficiente, non sufficiente (D25). */
export const PRIMARY_JUDGEMENTS = [
  { code: 'excellent', isSufficient: true },
  { code: 'distinguished', isSufficient: true },
  { code: 'good', isSufficient: true },
  { code: 'fair', isSufficient: true },
  { code: 'sufficient', isSufficient: true },
  { code: 'notSufficient', isSufficient: false },
] as const satisfies readonly ScaleLevel[];

/** The judgements of religion, the best first: ottimo, distinto, buono, discreto, sufficiente, mediocre, insufficiente (D27). */
export const RELIGION_JUDGEMENTS = [
  { code: 'excellent', isSufficient: true },
  { code: 'distinguished', isSufficient: true },
  { code: 'good', isSufficient: true },
  { code: 'fair', isSufficient: true },
  { code: 'sufficient', isSufficient: true },
  { code: 'mediocre', isSufficient: false },
  { code: 'insufficient', isSufficient: false },
] as const satisfies readonly ScaleLevel[];

/** The scales in which grades are given: tenths, the judgements of primary school, those of religion. */
export const GRADE_SCALES = ['tenths', 'primary', 'religion'] as const;
/** One of them. */
export type GradeScale = (typeof GRADE_SCALES)[number];
/** A judgement of either scale of words. */
export type JudgementCode = (typeof PRIMARY_JUDGEMENTS | typeof RELIGION_JUDGEMENTS)[number]['code'];

/** The codes of both scales of words. */
export const JUDGEMENT_CODES = [
  'excellent',
  'distinguished',
  'good',
  'fair',
  'sufficient',
  'notSufficient',
  'mediocre',
  'insufficient',
] as const satisfies readonly JudgementCode[];

/** The levels of a scale, the best first; tenths have none. */
export const SCALE_LEVELS: Readonly<Record<GradeScale, readonly ScaleLevel<JudgementCode>[]>> = {
  tenths: [],
  primary: PRIMARY_JUDGEMENTS,
  religion: RELIGION_JUDGEMENTS,
};

/** The scale of a subject: words in primary school and in religion, where no mark is a number, tenths elsewhere (D25–D27, D66). */
export function scaleOf(of: { readonly isPrimary: boolean; readonly isReligion: boolean }): GradeScale {
  if (of.isReligion) return 'religion';
  return of.isPrimary ? 'primary' : 'tenths';
}

/** Whether averages are made in a scale: of words there is none (D27, D66). */
export function hasAverages(scale: GradeScale): boolean {
  return scale === 'tenths';
}

/**
 * Whether somebody may be assessed with points or a rubric in a scale (D53, D54). In primary school the form is the teacher’s choice (D66); of religion nothing
 * is ever said in numbers (D27).
 */
export function takesPoints(scale: GradeScale): boolean {
  return scale !== 'religion';
}

/** Whether points may become a mark in a scale: in one of words they stay what they are (D53, D66). */
export function convertsPoints(scale: GradeScale): boolean {
  return scale === 'tenths';
}

/** Whether a judgement is enough in its scale (D68). */
export function isEnough(scale: GradeScale, code: JudgementCode): boolean {
  return SCALE_LEVELS[scale].some((level) => level.code === code && level.isSufficient);
}

/** Whether what is not enough in a scale is one of a pupil’s insufficiencies: of religion, and what is taught in its place, nothing ever is (D174, D179). */
export function hasInsufficiencies(scale: GradeScale): boolean {
  return scale !== 'religion';
}

/** A judgement, and how often it was given. */
export interface LevelCount {
  readonly level: JudgementCode;
  readonly count: number;
}

/** How often each judgement of a scale was given, the best first by the order of the scale, not by the words; none of those that never were (D66, D68). */
export function countLevels(
  scale: GradeScale,
  values: readonly { readonly level?: JudgementCode | undefined }[],
): readonly LevelCount[] {
  return SCALE_LEVELS[scale].flatMap(({ code }) => {
    const count = values.filter(({ level }) => level === code).length;
    return count > 0 ? [{ level: code, count }] : [];
  });
}
