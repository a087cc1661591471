import { DEROGATION_CATEGORIES } from '../../../../domain/kinds/derogation/record.ts';
import { startYearOfClass } from '../../../../domain/kinds/class/record.ts';
import { must } from '../../../../domain/base/assert.ts';
import type { PaperSection } from '../papers/paper-section.ts';
import { classOfPupil, nameOfClass, nameOfPerson, pupilFields } from './people-options.ts';
import { typed } from './typed.ts';

/** A derogation counts the halves of a lesson; a clerk says hours. */
const HALVES = 2;

/** Deroghe to the limit of absences (D100). */
export const DEROGATIONS: PaperSection<'derogation'> = {
  kind: 'derogation',
  textsOf({ pupil, category, document, halfUnits, confirmedOn }, words) {
    const { t, format } = words;
    const parts = [
      ...(halfUnits === undefined ? [] : [t('who.hours', { hours: format.number(halfUnits / HALVES) })]),
      document,
      ...(confirmedOn === undefined ? [] : [t('who.confirmedOn', { day: format.numericDay(confirmedOn) })]),
    ];
    return {
      who: nameOfPerson(pupil, words),
      what: t(`who.category.${category}`),
      where: nameOfClass(classOfPupil(pupil, words), words),
      note: parts.join(' · '),
    };
  },
  fieldsOf: (draft, words) => {
    const { t } = words;
    return [
      ...pupilFields(draft['class'] ?? '', words),
      {
        name: 'category',
        label: t('who.field.category'),
        kind: 'choice',
        options: DEROGATION_CATEGORIES.map((each) => ({ value: each, label: t(`who.category.${each}`) })),
      },
      {
        name: 'document',
        label: t('who.field.document'),
        kind: 'text',
        description: t('who.documentHint'),
      },
      {
        name: 'by',
        label: t('who.field.by'),
        kind: 'choice',
        options: (['days', 'hours'] as const).map((each) => ({ value: each, label: t(`who.by.${each}`) })),
      },
      ...(draft['by'] === 'hours'
        ? [{ name: 'hours', label: t('who.field.hours'), kind: 'number' } as const]
        : [
            { name: 'from', label: t('who.field.from'), kind: 'day', isHalf: true } as const,
            { name: 'to', label: t('who.field.to'), kind: 'day', isHalf: true } as const,
          ]),
      { name: 'confirmedOn', label: t('who.field.confirmedOn'), kind: 'day', isOptional: true },
    ];
  },
  draftOf: (paper, words) => ({
    class: (paper && classOfPupil(paper.pupil, words)) ?? '',
    pupil: paper?.pupil ?? '',
    category: paper?.category ?? '',
    document: paper?.document ?? '',
    by: paper?.halfUnits === undefined ? 'days' : 'hours',
    hours: paper?.halfUnits === undefined ? '' : String(paper.halfUnits / HALVES),
    from: paper?.from ?? '',
    to: paper?.to ?? '',
    confirmedOn: paper?.confirmedOn ?? '',
  }),
  paperOf(draft) {
    const { classId, person, one, text, day, number, optional } = typed(draft);
    return {
      kind: 'derogation',
      pupil: person('pupil'),
      startYear: must(startYearOfClass(classId()), 'a class of a year'),
      category: one('category', DEROGATION_CATEGORIES),
      document: text('document'),
      ...(draft['by'] === 'hours'
        ? { halfUnits: number('hours') * HALVES }
        : { from: day('from'), to: day('to') }),
      ...optional('confirmedOn', day),
    };
  },
};
