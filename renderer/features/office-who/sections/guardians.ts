import { GUARDIAN_RIGHTS } from '../../../../domain/kinds/guardianship/record.ts';
import type { Option, PaperSection, Words } from '../papers/paper-section.ts';
import { classOfPupil, dayFields, named, nameOfClass, nameOfPerson, pupilFields } from './people-options.ts';
import { typed } from './typed.ts';

/** What guardians may do for their children, where a document says something else than everything (D233). */
export const GUARDIANS: PaperSection<'guardianship'> = {
  kind: 'guardianship',
  textsOf({ guardian, pupil, rights, document }, words) {
    const { t } = words;
    const child = nameOfPerson(pupil, words);
    return {
      who: nameOfPerson(guardian, words),
      what: t(`who.rights.${rights}`),
      where: nameOfClass(classOfPupil(pupil, words), words),
      note: guardian === pupil ? document : t('who.forChild', { child, document }),
    };
  },
  fieldsOf: (draft, words) => {
    const { t } = words;
    return [
      ...pupilFields(draft['class'] ?? '', words),
      {
        name: 'guardian',
        label: t('who.field.guardian'),
        kind: 'choice',
        options: guardiansOf(draft['pupil'] ?? '', words),
        description: t('who.guardianHint'),
      },
      {
        name: 'rights',
        label: t('who.field.rights'),
        kind: 'choice',
        options: GUARDIAN_RIGHTS.map((each) => ({ value: each, label: t(`who.rights.${each}`) })),
      },
      {
        name: 'document',
        label: t('who.field.document'),
        kind: 'text',
        description: t('who.documentHint'),
      },
      ...dayFields(words),
    ];
  },
  draftOf: (paper, words) => ({
    class: (paper && classOfPupil(paper.pupil, words)) ?? '',
    pupil: paper?.pupil ?? '',
    guardian: paper?.guardian ?? '',
    rights: paper?.rights ?? '',
    document: paper?.document ?? '',
    from: paper?.from ?? words.today,
    to: paper?.to ?? '',
  }),
  paperOf(draft) {
    const { person, one, text, day, optional } = typed(draft);
    return {
      kind: 'guardianship',
      guardian: person('guardian'),
      pupil: person('pupil'),
      rights: one('rights', GUARDIAN_RIGHTS),
      from: day('from'),
      ...optional('to', day),
      document: text('document'),
    };
  },
};

/** The guardians of a pupil, and the pupil, who may be of age (D87). */
function guardiansOf(pupil: string, words: Words): readonly Option[] {
  const { facts, guardiansOf: all } = words.who;
  const own = [...all].find(([child]) => child === pupil)?.[1] ?? [];
  const guardians = named(
    own.flatMap((id) => facts.person(id) ?? []),
    words,
  );
  return pupil === '' ? [] : [...guardians, { value: pupil, label: words.t('who.ofAge') }];
}
