import { toSubjectId } from '../../../../domain/base/ids.ts';
import { HOURS_ELSEWHERE_SOURCES } from '../../../../domain/kinds/hours-elsewhere/record.ts';
import type { PaperSection, Words } from '../papers/paper-section.ts';
import { classOfPupil, nameOfClass, nameOfPerson, pupilFields } from './people-options.ts';
import { typed } from './typed.ts';

/** Declared hours are written in halves of a lesson; a clerk says hours. */
const HALVES = 2;
/** More hours than a year of lessons has. */
const MOST = 2000;

/** Ore fuori dalla scuola: what another school, a hospital or a host has declared (D97). */
export const HOURS_ELSEWHERE: PaperSection<'hoursElsewhere'> = {
  kind: 'hoursElsewhere',
  textsOf({ pupil, source, place, subject, absentHalfUnits, heldHalfUnits, document }, words) {
    const { t, format } = words;
    const hours = (half: number) => format.number(half / HALVES);
    const counted =
      heldHalfUnits === undefined
        ? t('who.missed', { missed: hours(absentHalfUnits) })
        : t('who.missedOf', { missed: hours(absentHalfUnits), held: hours(heldHalfUnits) });
    const of = subject === undefined ? [] : [words.who.facts.subject(subject)?.name ?? subject];
    return {
      who: nameOfPerson(pupil, words),
      what: `${t(`who.source.${source}`)}: ${place}`,
      where: nameOfClass(classOfPupil(pupil, words), words),
      note: [counted, ...of, document].join(' · '),
    };
  },
  fieldsOf(draft, words) {
    const { t } = words;
    return [
      ...pupilFields(draft['class'] ?? '', words),
      {
        name: 'source',
        label: t('who.field.source'),
        kind: 'choice',
        options: HOURS_ELSEWHERE_SOURCES.map((each) => ({ value: each, label: t(`who.source.${each}`) })),
        ...(draft['source'] === 'otherSchool' || (draft['source'] ?? '') === ''
          ? {}
          : { description: t('who.taughtElsewhereHint') }),
      },
      { name: 'place', label: t('who.field.place'), kind: 'text' },
      { name: 'from', label: t('who.field.from'), kind: 'day', isHalf: true },
      { name: 'to', label: t('who.field.to'), kind: 'day', isHalf: true },
      {
        name: 'missed',
        label: t('who.field.missed'),
        kind: 'number',
        step: 0.5,
        least: 0,
        most: MOST,
        isHalf: true,
      },
      {
        name: 'held',
        label: t('who.field.held'),
        kind: 'number',
        step: 0.5,
        least: 0,
        most: MOST,
        isHalf: true,
        isOptional: true,
      },
      {
        name: 'subject',
        label: t('who.field.subject'),
        kind: 'choice',
        options: subjectsOf(words),
        isOptional: true,
        description: t('who.subjectHint'),
      },
      {
        name: 'document',
        label: t('who.field.document'),
        kind: 'text',
        description: t('who.documentHint'),
      },
    ];
  },
  draftOf: (paper, words) => ({
    class: (paper && classOfPupil(paper.pupil, words)) ?? '',
    pupil: paper?.pupil ?? '',
    source: paper?.source ?? '',
    place: paper?.place ?? '',
    from: paper?.from ?? '',
    to: paper?.to ?? '',
    missed: paper === undefined ? '' : String(paper.absentHalfUnits / HALVES),
    held: paper?.heldHalfUnits === undefined ? '' : String(paper.heldHalfUnits / HALVES),
    subject: paper?.subject ?? '',
    document: paper?.document ?? '',
  }),
  paperOf(draft) {
    const { person, one, text, day, number } = typed(draft);
    return {
      kind: 'hoursElsewhere',
      pupil: person('pupil'),
      source: one('source', HOURS_ELSEWHERE_SOURCES),
      place: text('place'),
      from: day('from'),
      to: day('to'),
      absentHalfUnits: number('missed') * HALVES,
      ...(text('held') === '' ? {} : { heldHalfUnits: number('held') * HALVES }),
      ...(text('subject') === '' ? {} : { subject: toSubjectId(text('subject')) }),
      document: text('document'),
    };
  },
};

/** The subjects of the school, by name. */
function subjectsOf({ who: { facts } }: Words) {
  return [...facts.view.subjects.values()]
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'it'));
}
