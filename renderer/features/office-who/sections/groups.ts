import type { PaperSection } from '../papers/paper-section.ts';
import { classesNow, nameOfClass } from './people-options.ts';
import { typed } from './typed.ts';

/** Gruppi of divided classes (D204). */
export const GROUPS: PaperSection<'group'> = {
  kind: 'group',
  textsOf: ({ class: ofClass, code, name, course }, words) => ({
    who: name,
    what: code,
    where: nameOfClass(ofClass, words),
    ...(course === undefined ? {} : { note: course }),
  }),
  fieldsOf: (_draft, words) => [
    { name: 'class', label: words.t('who.field.class'), kind: 'choice', options: classesNow(words) },
    {
      name: 'code',
      label: words.t('who.field.code'),
      kind: 'text',
      description: words.t('who.codeHint'),
    },
    { name: 'name', label: words.t('who.field.groupName'), kind: 'text' },
    { name: 'course', label: words.t('who.field.course'), kind: 'text', isOptional: true },
  ],
  draftOf: (paper) => ({
    class: paper?.class ?? '',
    code: paper?.code ?? '',
    name: paper?.name ?? '',
    course: paper?.course ?? '',
  }),
  paperOf(draft) {
    const { classId, text, optional } = typed(draft);
    const code = text('code').toUpperCase().slice(0, 20);
    return { kind: 'group', class: classId(), code, name: text('name'), ...optional('course', text) };
  },
};
