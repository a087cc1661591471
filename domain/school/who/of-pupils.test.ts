import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../base/ids.ts';
import { byKind, schoolRecordsIn } from '../../kinds/by-kind.ts';
import { kinds, type RegisterRecord } from '../../kinds/registry.ts';
import {
  isBehaviour,
  isCivics,
  isReligion,
  religionHourPart,
  type Subject,
} from '../../kinds/subject/record.ts';
import { sample } from '../../testing/sample.ts';
import { schoolView } from '../school-view.ts';

const [membership] = kinds.groupMembership.samples;
const [choice] = kinds.religionChoice.samples;
const [derogation] = kinds.derogation.samples;
const [guardianship] = kinds.guardianship.samples;
const [subject] = kinds.subject.samples;
const day = (text: string) => text as LocalDate;
const viewOf = (...records: readonly RegisterRecord[]) => schoolView(schoolRecordsIn(byKind(records)), true);

describe('what is written down of pupils', () => {
  it('D204: a pupil is in one group of a class on a day, the one begun last', () => {
    const later = { ...membership, id: 'later', group: 'INF', from: day('2026-11-23') };
    const view = viewOf(membership, later);
    expect(view.groupOn(sample.pupil, sample.class, day('2026-11-22'))).toBe('CHI');
    expect(view.groupOn(sample.pupil, sample.class, sample.day)).toBe('INF');
    expect(view.groupOn(sample.pupil, sample.otherClass, sample.day)).toBeUndefined();
    expect(view.groupOn(sample.pupil, sample.class, day('2027-09-01'))).toBeUndefined();
  });

  it('D204: the choice of religion is that of the day, and unknown where nobody has made one', () => {
    const changed = { ...choice, id: 'later', choice: 'leaves', from: day('2026-12-01') } as const;
    const view = viewOf(choice, changed);
    const on = (text: string) => view.religionChoiceOn(sample.pupil, sample.class, day(text));
    expect([on('2026-09-01'), on('2026-11-30'), on('2026-12-01')]).toEqual([
      undefined,
      'alternative',
      'leaves',
    ]);
  });

  it('D91: a minor is collected by a delegate while the delegation holds, and by no delegate of another one', () => {
    const [aunt] = kinds.delegate.samples;
    const view = viewOf(aunt, { ...aunt, id: 'other', pupil: sample.bianchi });
    expect(view.delegatesOn(sample.pupil, aunt.from)).toEqual([aunt]);
    expect(view.delegatesOn(sample.pupil, day('2028-06-09'))).toEqual([]);
    const collects = (id: string) =>
      view
        .writeFacts(sample.bianchi, { class: sample.class, day: sample.day, pupil: sample.pupil })
        .mayCollect?.(id, sample.day);
    expect([aunt.id, 'other'].map(collects)).toEqual([true, false]);
  });

  it('D100: derogations are those of the school year', () => {
    const view = viewOf(derogation);
    expect(view.derogationsOf(sample.pupil, 2026)).toEqual([derogation]);
    expect(view.derogationsOf(sample.pupil, 2025)).toEqual([]);
  });

  it('D100: a derogation is of days or of hours, never of both or neither', () => {
    const { halfUnits: _hours, ...bare } = derogation;
    const of = (from?: LocalDate, to?: LocalDate) => ({ ...(from && { from }), ...(to && { to }) });
    const says = (record: typeof derogation | typeof bare) => kinds.derogation.contradiction(record);
    const refused = { reason: 'invalid', path: 'halfUnits' };
    expect(says(bare)).toEqual(refused);
    expect(says({ ...derogation, ...of(sample.day, sample.day) })).toEqual(refused);
    expect(says({ ...bare, ...of(sample.day, day('2026-11-22')) })).toEqual(refused);
    expect(says({ ...bare, ...of(sample.day) })).toEqual(refused);
    expect(says({ ...bare, ...of(sample.day, sample.day) })).toBeUndefined();
    expect(says(derogation)).toBeUndefined();
  });

  it('D233: rights are full where nobody has written anything, and those of the newest word of the day', () => {
    const { guardian, pupil } = guardianship;
    const taken = {
      ...guardianship,
      id: 'taken',
      rights: 'none',
      from: day('2026-11-01'),
      to: sample.day,
    } as const;
    const view = viewOf(guardianship, taken);
    const on = (text: string) => view.guardianRights(guardian, pupil, day(text));
    expect([on('2026-09-01'), on('2026-10-01'), on('2026-11-23'), on('2026-11-24')]).toEqual([
      'full',
      'readOnly',
      'none',
      'readOnly',
    ]);
  });

  it('D27, D62, D70: religion, civics and behaviour are what the school says they are, and by their names where it has said nothing', () => {
    const named = (name: string): Subject => ({ ...subject, name });
    expect(isReligion(named('Religione cattolica'))).toBe(true);
    expect(isCivics(named('Educazione civica'))).toBe(true);
    expect(isBehaviour(named('Comportamento'))).toBe(true);
    expect(isReligion({ ...named('Religione cattolica'), special: 'ordinary' })).toBe(false);
    expect(isCivics({ ...named('Educazione civica'), special: 'ordinary' })).toBe(false);
    expect(isReligion({ ...named('Insegnamento confessionale'), special: 'religion' })).toBe(true);
    expect(isCivics({ ...named('Cittadinanza'), special: 'civics' })).toBe(true);
    expect(isBehaviour({ ...named('Condotta degli alunni'), special: 'behaviour' })).toBe(true);
    expect(religionHourPart({ ...named('Cittadinanza'), special: 'civics' })).toBeUndefined();
    expect(religionHourPart({ ...named('Studio'), special: 'assistedStudy' })).toBe('assistedStudy');
  });
});
