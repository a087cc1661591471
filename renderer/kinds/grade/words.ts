import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { RECOVERY_EFFECTS } from '../../../domain/grades/counted-grades.ts';
import { pointsOfRubric } from '../../../domain/kinds/grade/as-entry.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { columnOfGrade } from '../../../domain/record/grade-key.ts';
import { inScale, inScaleOf } from '../../i18n/scale-texts.ts';
import { assessmentName } from '../assessed/column-texts.ts';
import { toldColumns } from '../assessed/told-columns.ts';
import {
  objectsOf,
  placedText,
  pupilName,
  somebodysName,
  subjectName,
  textOf,
  type KindWords,
  type Unchecked,
  type Words,
} from '../words.ts';
import { gradeText, resultText } from './grade-text.ts';
import { objectivesText } from './level-texts.ts';
import { GRADE_FIELDS } from './fields.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const words: KindWords<Grade> = {
  name: ({ t }) => t('grade.name'),
  columns: toldColumns,
  entry(record, _before, words) {
    const { class: schoolClass, day, pupil } = record;
    const what = saidOf(record, pupilName(words, pupil), inScaleOf(record, words));
    return placedText(words, what, { day, class: schoolClass }, undefined);
  },
  field(field, words, record) {
    const known = GRADE_FIELDS.find((each) => each === field);
    const column = record === undefined ? undefined : words.column?.(columnOfGrade(record));
    return known && inScale(words.t, column?.scale)(`grade.field.${known}`);
  },
  value(field, value, words, record) {
    const { t, format } = words;
    const column = record === undefined ? undefined : words.column?.(columnOfGrade(record));
    switch (field) {
      case 'value':
        // A long value is cut, and then a text.
        return (
          textOf(value) ??
          gradeText(
            objectsOf([value])[0] ?? {},
            { ...words, criteria: column?.rubric?.criteria ?? [] },
            column?.test?.maximum,
          )
        );
      case 'comment':
      case 'privateComment':
        return textOf(value) ?? t('entry.empty');
      case 'weight':
        return typeof value === 'number'
          ? t('grade.weightValue', { number: format.number(value) })
          : t('grade.asAssessment');
      case 'counts':
      case 'visible':
        return typeof value === 'boolean' ? t(value ? 'grade.yes' : 'grade.no') : t('grade.asAssessment');
      case 'absentOnDay':
        return t(value === true ? 'grade.yes' : 'grade.no');
      case 'embargo': {
        const day = parseLocalDate(textOf(value) ?? '');
        return day === undefined ? t('grade.asAssessment') : format.shortDay(day);
      }
      case 'recovers':
        return recoveryText(value, words);
      case 'objectives':
        return objectivesText(objectsOf(value), column?.objectives ?? [], words);
      default:
        return undefined;
    }
  },
  // What it says the office does not read.
  handedOver: (record, words) => [
    inScaleOf(record, words).t('grade.handedOver', {
      name: somebodysName(record['pupil'], words),
      subject: subjectName(record['subject'], words),
    }),
  ],
  // Its key names a column and a pupil, and the column is on no list of names.
  parked: () => undefined,
};

/** A grade in words. */
export const grade = { words, texts: { it, en } } as const;

function saidOf(record: Unchecked | Grade, name: string, words: Words): string {
  const { t } = words;
  const subject = subjectName(Reflect.get(record, 'subject'), words);
  const levels = objectsOf(Reflect.get(record, 'objectives')).length;
  const column = words.column?.(textOf(Reflect.get(record, 'assessment')) ?? '');
  const said = objectsOf([Reflect.get(record, 'value')])[0] ?? {};
  const filled = column && pointsOfRubric(column, said);
  const value = resultText(said, levels, { ...words, filled }, column?.test?.maximum);
  return t('grade.entry', { name, subject, value });
}

/** Which test is recovered, and with which effect (D56). */
function recoveryText(value: unknown, words: Words): string {
  const { t, column } = words;
  const [{ assessment, effect: named } = {}] = objectsOf([value]);
  const known = RECOVERY_EFFECTS.find((each) => each === named);
  if (known === undefined) return t('grade.no');
  const effect = t(`grade.recovery.${known}`);
  const recovered = column?.(textOf(assessment) ?? '');
  return recovered ? t('grade.recoversTest', { test: assessmentName(recovered, words), effect }) : effect;
}
