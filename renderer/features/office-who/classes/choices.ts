import type { ClassId, LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import type { RecordOfKind } from '../../../../domain/kinds/registry.ts';
import { RELIGION_CHOICES } from '../../../../domain/kinds/religion-choice/record.ts';
import type { Paper } from '../../../../domain/school/who/paper.ts';
import type { Option, Words } from '../papers/paper-section.ts';

/** A kind of paper of which each pupil of a class has one: its group, its choice for the hour of religion. */
export type ChoiceKind = 'groupMembership' | 'religionChoice';

/** What pupils of a class have one of. */
export interface Choices {
  readonly kind: ChoiceKind;
  /** What there is to choose from in a class. */
  readonly optionsOf: (
    schoolClass: ClassId,
    words: Words,
    groups: readonly RecordOfKind<'group'>[],
  ) => readonly Option[];
  /** What a paper says. */
  readonly valueOf: (paper: RecordOfKind<ChoiceKind>) => string;
  readonly paperOf: (pupil: PersonId, schoolClass: ClassId, value: string, from: LocalDate) => Paper;
}

/** In which group of a divided class a pupil is (D204). */
export const GROUP_CHOICES: Choices = {
  kind: 'groupMembership',
  optionsOf: (schoolClass, _words, groups) =>
    groups
      .filter((one) => one.class === schoolClass && one.cancelled !== true)
      .map(({ code, name }) => ({ value: code, label: name })),
  valueOf: (paper) => (paper.kind === 'groupMembership' ? paper.group : ''),
  paperOf: (pupil, schoolClass, group, from) => ({
    kind: 'groupMembership',
    pupil,
    class: schoolClass,
    group,
    from,
  }),
};

/** What a pupil does in the hour of religion (D204). It tells of a belief. */
export const RELIGION_CHOICES_OF_CLASS: Choices = {
  kind: 'religionChoice',
  optionsOf: (_class, { t }) =>
    RELIGION_CHOICES.map((each) => ({ value: each, label: t(`who.religion.${each}`) })),
  valueOf: (paper) => (paper.kind === 'religionChoice' ? paper.choice : ''),
  paperOf: (pupil, schoolClass, value, from) => ({
    kind: 'religionChoice',
    pupil,
    class: schoolClass,
    choice: RELIGION_CHOICES.find((each) => each === value) ?? 'attending',
    from,
  }),
};
