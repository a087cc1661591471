import type { ClassId, PersonId } from '../../../domain/base/ids.ts';
import {
  religionChoiceId,
  type ReligionChoice,
  type ReligionChoiceName,
} from '../../../domain/kinds/religion-choice/record.ts';
import type { Draft } from '../draft/draft.ts';
import type { Enrolments } from '../draft/enrol.ts';
import type { People } from '../draft/people.ts';
import { beginOf, byPupil, endOf, endWithClass, enrolmentIn, isOpen } from './standing.ts';

/** What the pupils of a draft do in the hour of religion. */
export interface Choices {
  /** Records a pupil's choice; a new one follows the one of before. */
  readonly choose: (pupil: PersonId, schoolClass: ClassId, choice: ReligionChoiceName) => void;
  /** Takes back that a pupil attends, where it is not known what is done instead; whether anything else is known. */
  readonly withdraw: (pupil: PersonId, schoolClass: ClassId) => boolean;
  /** Ends what a pupil chose in classes that the pupil has left. */
  readonly leave: (pupil: PersonId) => void;
}

/** Opens the choices of a draft. */
export function createChoices(draft: Draft, people: People, enrolments: Enrolments): Choices {
  const index = byPupil(draft.all('religionChoice'));
  const { today } = draft;
  const openIn = (pupil: PersonId, schoolClass: ClassId) =>
    index.of(pupil, schoolClass).filter((one) => isOpen(one, today));
  const put = (choice: Omit<ReligionChoice, 'school' | 'author' | 'entry' | 'recordedAt'>) => {
    const person = draft.get('person', choice.pupil);
    if (person) people.putPerson(person);
    draft.put(choice, 'pupils', `person/${choice.pupil}`);
    const saved = draft.get('religionChoice', choice.id);
    if (saved) index.learn(saved);
  };
  const end = (one: ReligionChoice) => {
    put({ ...one, to: endOf(one, today) });
  };
  return {
    choose: (pupil, schoolClass, choice) => {
      const enrolment = enrolmentIn(enrolments, { pupil, class: schoolClass }, today);
      if (!enrolment) return;
      const isFirst = index.of(pupil, schoolClass).length === 0;
      const open = openIn(pupil, schoolClass);
      const same = open.find((one) => one.choice === choice);
      for (const one of open) if (one !== same) end(one);
      const from = beginOf(enrolment, isFirst, today);
      put(
        same ?? {
          id: religionChoiceId(pupil, schoolClass, from),
          kind: 'religionChoice',
          pupil,
          class: schoolClass,
          choice,
          from,
        },
      );
    },
    withdraw: (pupil, schoolClass) => {
      const open = openIn(pupil, schoolClass);
      for (const one of open) if (one.choice === 'attending') end(one);
      return open.some((one) => one.choice !== 'attending');
    },
    leave: (pupil) => {
      for (const one of index.ofPupil(pupil)) {
        const to = endWithClass(enrolments, one, today);
        if (to !== undefined) put({ ...one, to });
      }
    },
  };
}
