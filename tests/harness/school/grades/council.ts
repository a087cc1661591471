import { toPersonId, toSubjectId, type LocalDate, type PersonId } from '../../../../domain/base/ids.ts';
import type { AssessmentType } from '../../../../domain/grades/assessment-types.ts';
import { SCALE_LEVELS, type GradeScale } from '../../../../domain/grades/scales.ts';
import { appointmentId } from '../../../../domain/kinds/appointment/record.ts';
import { assignmentId } from '../../../../domain/kinds/assignment/record.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { Grade, GradeValue } from '../../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import { proposalDay, proposalId, type Proposal } from '../../../../domain/kinds/proposal/record.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { subjectId, type Subject } from '../../../../domain/kinds/subject/record.ts';
import type { Scenario } from '../../scenario.ts';
import {
  at,
  classes,
  COLLEAGUE,
  envelope,
  ME,
  nextEntry,
  pupilsOf,
  SCHOOL,
  subjects,
} from '../demo-class.ts';

const [first] = classes;
const [maths, science, italian] = subjects;
const BEGINS = '2026-09-14' as LocalDate;
const day = (text: string) => text as LocalDate;

const more = [
  ['Storia', 'STO'],
  ['Geografia', 'GEO'],
  ['Inglese', 'ING'],
  ['Francese', 'FRA'],
  ['Tecnologia', 'TEC'],
  ['Arte e immagine', 'ART'],
  ['Scienze motorie e sportive', 'MOT'],
].map(([name = '', short = '']) => subject(name, short));
const religion: Subject = { ...subject('Religione cattolica', 'IRC'), special: 'religion' };
const civics: Subject = { ...subject('Educazione civica', 'CIV'), special: 'civics' };

/** When each subject is assessed, and how: one of them has no oral test, which the school wants (D65). */
const TESTS: readonly (readonly [LocalDate, AssessmentType, string])[] = [
  [day('2026-10-05'), 'written', 'Prima verifica'],
  [day('2026-10-21'), 'oral', 'Interrogazione'],
  [day('2026-11-10'), 'written', 'Seconda verifica'],
  [day('2026-11-18'), 'oral', 'Interrogazioni programmate di ripasso, capitoli dal terzo al quinto'],
];
/** Quarters, as a class has them. */
const NUMBERS = [28, 25, 22, 30, 19, 33, 26, 24, 36, 15, 29, 27, 23, 31, 34, 20, 26] as const;

/** Whether the harness shows a class whose council has met, or is to meet. */
export function isOfCouncil({ name }: Pick<Scenario, 'name'>): boolean {
  return name.startsWith('council');
}

/** The school in which I coordinate the first class, and all its subjects are assessed. */
export function withCouncil(
  records: readonly RegisterRecord[],
  { name }: Pick<Scenario, 'name'>,
): readonly RegisterRecord[] {
  const coordinates = { role: 'coordinator', person: ME, class: first.id } as const;
  return [
    ...records.map((one) => {
      if (one.kind === 'school')
        return {
          ...one,
          policies: {
            ...one.policies,
            grading: { needed: { written: 2, oral: 2 }, overallAverage: true },
          },
        };
      if (one.kind === 'class' && one.id === first.id && name === 'councilPrimary')
        return { ...one, level: 'primary' as const };
      if (one.kind === 'schoolYear' && one.startYear === 2026 && name === 'councilFrozen')
        return { ...one, frozen: [{ period: 0 }] };
      return one;
    }),
    ...more,
    religion,
    civics,
    { ...envelope(appointmentId(coordinates, BEGINS)), kind: 'appointment', ...coordinates, from: BEGINS },
    ...[...more, religion, civics].map((one) => assignment(COLLEAGUE, one)),
    assignment(ME, civics),
    ...(name === 'councilReligion' ? [assignment(ME, religion)] : []),
  ];
}

/** What was assessed in the first class, and what colleagues have proposed. */
export function councilRecords(scenario: Pick<Scenario, 'name'>): readonly RegisterRecord[] {
  if (!isOfCouncil(scenario)) return [];
  const isPrimary = scenario.name === 'councilPrimary';
  // What was assessed in religion before the office said what the subject is: in numbers.
  const isInNumbers = scenario.name === 'councilReligion';
  const all = [maths, science, italian, ...more, civics, religion];
  const scaleOf = (one: Subject): GradeScale =>
    one === religion && !isInNumbers ? 'religion' : isPrimary ? 'primary' : 'tenths';
  return [
    ...all.flatMap((one, index) => courseRecords(one, index, scaleOf(one))),
    ...(isPrimary ? [] : [proposal(civics, 0, 7), proposal(civics, 1, 8), proposal(civics, 2, 8)]),
  ];
}

function courseRecords(of: Subject, index: number, scale: GradeScale): readonly RegisterRecord[] {
  const teacher = of === maths || of === science ? ME : COLLEAGUE;
  const tests = of === civics ? TESTS.slice(0, 1) : index % 4 === 3 ? TESTS.slice(0, 3) : TESTS;
  return tests.flatMap(([on, type, topic], nth) => {
    const test = assessment({ of, teacher, scale }, { on, type, topic, nth });
    // Not everybody is heard.
    const some = pupils().filter((_, place) => type === 'written' || (place + nth + index) % 3 !== 0);
    return [
      test,
      ...some.map(({ id }, place) =>
        grade(test, id, valueOf(scale, place * 3 + nth * 5 + index * 7), heldBackIn(of, nth)),
      ),
    ];
  });
}

/** Of maths families never see the first test, and the third one not before the twentieth of January (D76). */
function heldBackIn(of: Subject, nth: number): Pick<Partial<Grade>, 'visible' | 'embargo'> {
  if (of !== maths) return {};
  if (nth === 0) return { visible: false };
  return nth === 2 ? { embargo: day('2027-01-20') } : {};
}

function valueOf(scale: GradeScale, seed: number): GradeValue {
  if (scale !== 'tenths')
    return { level: SCALE_LEVELS[scale][seed % SCALE_LEVELS[scale].length]?.code ?? 'good' };
  if (seed % 23 === 5) return { event: 'unprepared' };
  return { quarters: NUMBERS[seed % NUMBERS.length] ?? 24 };
}

function assessment(
  { of, teacher, scale }: { readonly of: Subject; readonly teacher: PersonId; readonly scale: GradeScale },
  {
    on,
    type,
    topic,
    nth,
  }: { readonly on: LocalDate; readonly type: AssessmentType; readonly topic: string; readonly nth: number },
): Assessment {
  return {
    ...version(on, teacher),
    id: `council-${of.id}-${nth}`,
    kind: 'assessment',
    day: on,
    class: first.id,
    subject: of.id,
    teacher,
    type,
    serial: 0,
    scale,
    topic,
    comment: '',
    weight: 100,
    counts: true,
    visible: true,
  };
}

function grade(
  { id, day: on, subject: of, scale, teacher }: Assessment,
  pupil: PersonId,
  value: GradeValue,
  heldBack: Pick<Partial<Grade>, 'visible' | 'embargo'>,
): Grade {
  return {
    ...version(on, teacher),
    id: gradeId(id, pupil),
    kind: 'grade',
    day: on,
    class: first.id,
    subject: of,
    scale,
    assessment: id,
    pupil,
    value,
    ...heldBack,
  };
}

function proposal({ id: of }: Subject, index: number, number: number): Proposal {
  const pupil = pupils()[index]?.id ?? toPersonId('nobody');
  const what = { class: first.id, subject: of, period: 0, pupil, teacher: COLLEAGUE };
  return {
    ...version(day('2026-11-20'), COLLEAGUE),
    ...what,
    id: proposalId(what),
    kind: 'proposal',
    day: proposalDay(2026),
    scale: 'tenths',
    proposed: { grade: number, origin: 'own' },
  };
}

function pupils() {
  return pupilsOf.get(first.id) ?? [];
}

function version(on: LocalDate, author: PersonId) {
  return { school: SCHOOL, author, entry: nextEntry(), recordedAt: at('12:00', on) };
}

function subject(name: string, shortName: string): Subject {
  const id = subjectId(name);
  return { ...envelope(id), id: toSubjectId(id), kind: 'subject', name, shortName };
}

function assignment(teacher: PersonId, { id: of }: Subject): RegisterRecord {
  const id = assignmentId(teacher, first.id, of);
  return {
    ...envelope(id),
    id,
    kind: 'assignment',
    teacher,
    class: first.id,
    subject: of,
    type: 'ordinary',
    from: BEGINS,
  };
}
