import type { TFunction } from 'i18next';
import type { Instant } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { USUAL_WEIGHT } from '../../../domain/grades/counted-grades.ts';
import { heldBackOf, isShown } from '../../../domain/school/grading/shown-to-family.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { standingLook, type Palette } from '../../ui/grade-look/grade-look.ts';
import type { PupilMark } from '../../views/grades/course-marks.ts';
import { markInWords, notCountedText } from '../../views/grades/mark-words.ts';

interface MarkProps {
  readonly mark: PupilMark;
  readonly palette: Palette | undefined;
}

/** A mark with the look of how it stands; crossed out where another one stands in its place (D56, D64). */
export function MarkValue({ mark, palette }: MarkProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const text = markInWords(mark.value, mark, { t, format });
  const look = mark.standing && standingLook(mark.standing, palette);
  return mark.notCounted === 'recovered' ? (
    <s className={look}>{text}</s>
  ) : (
    <span className={look}>{text}</span>
  );
}

/** What is said to the family beside a mark: to every one of its test, and to this one. */
export function commentsOf({ comment, commentForAll }: PupilMark): readonly string[] {
  return [...new Set([commentForAll, comment])].filter((said) => said !== '');
}

/** That the family does not see a mark, or not yet, as it is at a moment (D76); undefined where it does. */
export function heldBackText(
  { shownFrom }: PupilMark,
  { t, format, now }: { readonly t: TFunction; readonly format: Format; readonly now: Instant },
): string | undefined {
  const until = heldBackOf(shownFrom, dayOfInstant(now));
  if (shownFrom === undefined || until === 'hidden') return t('grade.heldBack.hidden');
  if (until !== undefined) return t('grade.heldBack.until', { day: format.shortDay(until) });
  return isShown(shownFrom, now) ? undefined : t('grade.heldBack.soon', { time: format.time(shownFrom) });
}

/**
 * What there is to say about a mark beside it: levels of objectives (D55), that the family does not see it (D76), not in the average and why (D63), what it
 * recovers (D56), its weight, the class of before (D81).
 */
export function notesOf(
  mark: PupilMark,
  words: {
    readonly t: TFunction;
    readonly format: Format;
    readonly now: Instant;
    readonly nameOfClass: (schoolClass: NonNullable<PupilMark['ofClass']>) => string;
  },
): readonly string[] {
  const { notCounted, objectives = [], recovers, weight, value, ofClass } = mark;
  const { t, format, nameOfClass } = words;
  const { reason } = value;
  const heldBack = heldBackText(mark, words);
  return [
    ...objectives.map((one) => t('grade.levelOf', { ...one })),
    ...(heldBack === undefined ? [] : [heldBack]),
    ...(notCounted === undefined ? [] : [notCountedText(notCounted, t)]),
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
    ...(weight === USUAL_WEIGHT || weight === 0 || notCounted !== undefined
      ? []
      : [t('grade.weightOf', { weight: format.number(weight) })]),
    ...(ofClass === undefined ? [] : [t('pupilGrades.ofClass', { name: nameOfClass(ofClass) })]),
    ...(reason === undefined ? [] : [t('grade.correctedBecause', { reason })]),
  ];
}
