import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { enrolmentId, type Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Draft } from './draft.ts';
import type { People } from './people.ts';

/** Enrolments of the draft, by pupil. */
export interface Enrolments {
  /** The enrolments of a pupil, of any year. */
  readonly ofPupil: (pupil: PersonId) => readonly Enrolment[];
  /** Enrols a pupil from now or the first day of lessons; answers the class left, if it is a class change. */
  readonly enrol: (
    pupil: PersonId,
    schoolClass: SchoolClass,
    lessonsFrom: LocalDate,
  ) => SchoolClass | undefined;
  /** Ends the enrolments of the class's year on a pupil's last day, recording that there was one where none is known. */
  readonly leave: (
    pupil: PersonId,
    schoolClass: SchoolClass,
    days: { readonly lessonsFrom: LocalDate; readonly leftOn: LocalDate },
  ) => undefined;
  /** Records an enrolment with the dates and identifier of its source. */
  readonly record: (enrolment: Pick<Enrolment, 'pupil' | 'class' | 'from' | 'to' | 'sourceId'>) => void;
  /** The pupils whose enrolments this run has touched. */
  readonly touched: ReadonlySet<PersonId>;
  /** Brings the classes kept with pupils and guardians up to their enrolments. */
  readonly settleClasses: () => void;
}

/** Opens the enrolments of a draft. */
export function createEnrolments(draft: Draft, people: People): Enrolments {
  const byPupil = new Map<PersonId, Set<string>>();
  const touched = new Set<PersonId>();
  const learn = (enrolment: Enrolment) => {
    byPupil.set(enrolment.pupil, (byPupil.get(enrolment.pupil) ?? new Set<string>()).add(enrolment.id));
  };
  for (const enrolment of draft.all('enrolment')) learn(enrolment);
  const ofPupil = (pupil: PersonId) =>
    [...(byPupil.get(pupil) ?? [])].flatMap((id) => draft.get('enrolment', id) ?? []);
  const record: Enrolments['record'] = ({ pupil, class: schoolClass, from, to, sourceId }) => {
    const known =
      sourceId === undefined ? undefined : ofPupil(pupil).find((item) => item.sourceId === sourceId);
    const id = known?.id ?? enrolmentId(pupil, schoolClass, from);
    draft.put(
      {
        id,
        kind: 'enrolment',
        pupil,
        class: schoolClass,
        from,
        ...(to === undefined ? {} : { to }),
        ...(sourceId === undefined ? {} : { sourceId }),
      },
      'enrolments',
    );
    const saved = draft.get('enrolment', id);
    if (saved) learn(saved);
    touched.add(pupil);
  };
  const close = (enrolment: Enrolment) => {
    const yesterday = addDays(draft.today, -1);
    // One that never began ends before its first day: it holds on no day, and its trace stays.
    const to = enrolment.from <= yesterday ? yesterday : addDays(enrolment.from, -1);
    draft.put({ ...enrolment, to }, 'enrolments');
  };
  return {
    ofPupil,
    record,
    enrol: (pupil, schoolClass, lessonsFrom) => {
      touched.add(pupil);
      const open = ofPupil(pupil).filter(
        (item) =>
          (item.to === undefined || item.to >= draft.today) &&
          isOfYear(draft, item.class, schoolClass.startYear),
      );
      const same = open.find((item) => item.class === schoolClass.id);
      if (same) {
        draft.put(same, 'enrolments');
        return undefined;
      }
      for (const enrolment of open) close(enrolment);
      const isChange = ofPupil(pupil).some((item) => isOfYear(draft, item.class, schoolClass.startYear));
      const from = isChange && draft.today > lessonsFrom ? draft.today : lessonsFrom;
      record({ pupil, class: schoolClass.id, from });
      const [left] = open;
      return left ? draft.get('class', left.class) : undefined;
    },
    leave: (pupil, schoolClass, { lessonsFrom, leftOn }) => {
      touched.add(pupil);
      const ofYear = () =>
        ofPupil(pupil).filter((item) => isOfYear(draft, item.class, schoolClass.startYear));
      if (ofYear().length === 0 && leftOn >= lessonsFrom)
        record({ pupil, class: schoolClass.id, from: lessonsFrom, to: leftOn });
      for (const enrolment of ofYear()) {
        const isLonger = enrolment.to === undefined || enrolment.to > leftOn;
        const to = enrolment.from <= leftOn ? leftOn : addDays(enrolment.from, -1);
        draft.put(isLonger ? { ...enrolment, to } : enrolment, 'enrolments');
      }
    },
    touched,
    settleClasses: () => {
      for (const pupil of touched) {
        const person = draft.get('person', pupil);
        if (!person) continue;
        const classes = [...new Set([...person.classes, ...ofPupil(pupil).map((item) => item.class)])];
        people.putPerson({ ...person, classes: classes.toSorted() });
      }
      for (const data of draft.all('personalData')) {
        if (!data.children.some((child) => touched.has(child.pupil))) continue;
        const guardian = draft.get('person', data.person);
        if (guardian?.type !== 'guardian') continue;
        const classes = data.children.flatMap((child) => draft.get('person', child.pupil)?.classes ?? []);
        people.putPerson({
          ...guardian,
          classes: [...new Set([...guardian.classes, ...classes])].toSorted(),
        });
      }
    },
  };
}

function isOfYear(draft: Draft, schoolClass: ClassId, startYear: number): boolean {
  return draft.get('class', schoolClass)?.startYear === startYear;
}
