import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { GradeScale } from '../../../domain/grades/scales.ts';
import { writeGrade } from '../../../domain/grades/notation.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { gradeText } from '../../kinds/grade/grade-text.ts';
import { standingLook, standingOfLevel, type Palette } from '../../ui/grade-look/grade-look.ts';
import type { PupilMark } from '../../views/grades/course-marks.ts';

interface MarkProps {
  readonly mark: PupilMark;
  readonly scale: GradeScale;
  readonly palette: Palette | undefined;
}

/** A mark with the look of how it stands; crossed out where another one stands in its place (D56, D64). */
export function MarkValue({ mark, scale, palette }: MarkProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { level } = mark.value;
  const standing = mark.standing ?? (level === undefined ? undefined : standingOfLevel(scale, level));
  const text = markText(mark, { t, format });
  const look = standing === undefined ? undefined : standingLook(standing, palette);
  return mark.notCounted === 'recovered' ? (
    <s className={look}>{text}</s>
  ) : (
    <span className={look}>{text}</span>
  );
}

/** What a mark says, with the number that a score comes to. */
export function markText(
  { value, maximum, quarters }: PupilMark,
  words: { readonly t: TFunction; readonly format: Format },
): string {
  const { reason: _reason, ...said } = value;
  const text = gradeText(said, words, maximum);
  const isConverted = quarters !== undefined && value.quarters === undefined;
  return isConverted ? words.t('pupilGrades.converted', { text, number: writeGrade(quarters) }) : text;
}

/** What there is to say about a mark beside it: not in the average and why (D63), what it recovers (D56), its weight, the class of before (D81). */
export function notesOf(
  { notCounted, recovers, weight, value: { reason }, ofClass }: PupilMark,
  {
    t,
    format,
    nameOfClass,
  }: {
    readonly t: TFunction;
    readonly format: Format;
    readonly nameOfClass: (schoolClass: NonNullable<PupilMark['ofClass']>) => string;
  },
): readonly string[] {
  return [
    ...(notCounted === undefined || notCounted === 'withdrawn'
      ? []
      : [t(`pupilGrades.notCounted.${notCounted}`)]),
    ...(recovers
      ? [
          recovers.day === undefined
            ? t('pupilGrades.recovery', { effect: t(`grade.recovery.${recovers.effect}`) })
            : t('pupilGrades.recoveryOf', {
                day: format.shortDay(recovers.day),
                effect: t(`grade.recovery.${recovers.effect}`),
              }),
        ]
      : []),
    ...(weight === 100 || weight === 0 ? [] : [t('pupilGrades.weight', { weight: format.number(weight) })]),
    ...(ofClass === undefined ? [] : [t('pupilGrades.ofClass', { name: nameOfClass(ofClass) })]),
    ...(reason === undefined ? [] : [t('pupilGrades.corrected', { reason })]),
  ];
}
