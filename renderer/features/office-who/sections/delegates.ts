import type { PaperSection } from '../papers/paper-section.ts';
import { dayFields, nameOfClass, nameOfPerson, pupilFields } from './people-options.ts';
import { typed } from './typed.ts';

/** Delegati: who may collect a pupil beside the parents (D91). */
export const DELEGATES: PaperSection<'delegate'> = {
  kind: 'delegate',
  textsOf: ({ pupil, class: ofClass, name, document }, words) => ({
    who: nameOfPerson(pupil, words),
    what: name,
    where: nameOfClass(ofClass, words),
    note: document,
  }),
  fieldsOf: (draft, words) => {
    const { t } = words;
    return [
      ...pupilFields(draft['class'] ?? '', words),
      { name: 'name', label: t('who.field.delegate'), kind: 'text' },
      { name: 'document', label: t('who.field.identity'), kind: 'text' },
      ...dayFields(words),
    ];
  },
  draftOf: (paper, { today }) => ({
    class: paper?.class ?? '',
    pupil: paper?.pupil ?? '',
    name: paper?.name ?? '',
    document: paper?.document ?? '',
    from: paper?.from ?? today,
    to: paper?.to ?? '',
  }),
  paperOf(draft) {
    const { classId, person, text, day, optional } = typed(draft);
    return {
      kind: 'delegate',
      pupil: person('pupil'),
      class: classId(),
      name: text('name'),
      document: text('document'),
      from: day('from'),
      ...optional('to', day),
    };
  },
};
