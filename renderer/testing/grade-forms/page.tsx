import { useEffect, useMemo, useState } from 'react';
import { of } from 'rxjs';
import { toClassId, toSubjectId, type PersonId } from '../../../domain/base/ids.ts';
import { ok } from '../../../domain/base/result.ts';
import { numberOfGrade } from '../../../domain/kinds/grade/as-entry.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../domain/record/grade-key.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { AnswerOf } from '../../../domain/protocol/endpoint.ts';
import { readHistory } from '../../../domain/protocol/endpoints/register/register-endpoints.ts';
import { GradeForms } from '../../features/grade-forms/grade-forms.tsx';
import { courseGrades, type CourseGrades } from '../../features/grade-forms/view.ts';
import { askGradeForm, type GradebookDone } from '../../hosts/grade-forms/grade-form.ts';
import { GradeLegend } from '../../hosts/grade-forms/grade-legend.tsx';
import type { PageManifest, PageProps } from '../../hosts/page.ts';
import { toggleProjector } from '../../hosts/projector.tsx';
import type { Apis } from '../../hosts/use-apis.ts';
import { useFormat } from '../../i18n/format.ts';
import { changeAssessment } from '../../kinds/assessment/commands.ts';
import { writeGrade } from '../../kinds/grade/commands.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { markText } from '../../views/grades/typed-mark.ts';
import { useTranslation } from 'react-i18next';

/** A page of the tests alone: it opens the dialogs of the gradebook, and shows what they have written. */
export const gradeFormsPage: PageManifest = {
  id: 'grade-forms-test',
  path: '/grade-forms-test',
  title: () => 'Prove e voti',
  needs: 'seeSchool',
  onProjector: 'shown',
  view: GradeFormsTestView,
};

const COURSE = { schoolClass: toClassId('2026.LS.1A'), subject: toSubjectId('matematica') };
const MOST_PUPILS = 30;

function GradeFormsTestView({ register, apis }: PageProps) {
  const shown = useViewValue(courseGrades, register, COURSE.schoolClass, COURSE.subject);
  const [done, setDone] = useState<readonly GradebookDone[]>([]);
  const [history] = useState(createHistory);
  useEffect(() => {
    if (shown) history.note([...shown.assessments, ...shown.grades]);
  }, [shown, history]);
  const remembering = useMemo(() => withHistory(apis, history), [apis, history]);
  const [hasLeft, setLeft] = useState(false);
  const known = useMemo(() => (hasLeft ? withoutRecords(register) : register), [hasLeft, register]);
  if (!shown) return null;
  const onDone = (one: GradebookDone) => setDone((before) => [...before, one]);
  const last = done.at(-1);
  const undo = () => {
    void last?.undo();
    setDone(done.slice(0, -1));
  };
  return (
    <section>
      <h1 tabIndex={-1}>{'Prove e voti'}</h1>
      <button type="button" onClick={() => askGradeForm({ form: 'assessment', ...COURSE, onDone })}>
        {'Nuova prova'}
      </button>
      <button type="button" onClick={toggleProjector}>
        {'Proietta'}
      </button>
      <button type="button" onClick={() => setLeft(true)}>
        {'Il corso se ne va'}
      </button>
      <p role="status">{last?.said}</p>
      {last && (
        <button type="button" onClick={undo}>
          {'Indietro'}
        </button>
      )}
      {shown.assessments.map((assessment) => (
        <Column key={assessment.id} register={register} shown={shown} id={assessment.id} onDone={onDone} />
      ))}
      <GradeLegend scales={['tenths']} palette="green" />
      <GradeForms register={known} apis={remembering} />
    </section>
  );
}

interface ColumnProps extends Pick<PageProps, 'register'> {
  readonly shown: CourseGrades;
  readonly id: string;
  readonly onDone: (done: GradebookDone) => void;
}

function Column({ register, shown, id, onDone }: ColumnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const assessment = shown.assessments.find((one) => one.id === id);
  if (!assessment) return null;
  const { day, type, topic, serial, cancelled } = assessment;
  const name = `${type} ${day} ${serial} ${topic}${cancelled ? ' annullata' : ''}`;
  const pupils = shown.facts
    .enrolmentsOf(COURSE.schoolClass)
    .filter((one) => holdsOn(one, day))
    .flatMap(({ pupil }) => shown.facts.person(pupil) ?? [])
    .toSorted((a, b) => listName(a).localeCompare(listName(b), 'it'))
    .slice(0, MOST_PUPILS);
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <button
        type="button"
        onClick={() => askGradeForm({ form: 'assessment', ...COURSE, assessment: id, onDone })}
      >
        {'Modifica'}
      </button>
      <button
        type="button"
        onClick={() =>
          askGradeForm({
            form: 'filling',
            ...COURSE,
            assessment: id,
            pupils: pupils.map((person) => person.id),
            absent: pupils.slice(1, 2).map((person) => person.id),
            onDone,
          })
        }
      >
        {'Compila'}
      </button>
      <button type="button" onClick={() => void colleagueWrites(register, assessment, pupils[0]?.id)}>
        {'Un collega scrive'}
      </button>
      <ul>
        {pupils.map((person) => {
          const grade = shown.grades.find((one) => one.id === gradeId(id, person.id));
          const asked = { form: 'grade', ...COURSE, assessment: id, pupil: person.id, onDone } as const;
          return (
            <li key={person.id}>
              <button type="button" onClick={() => askGradeForm(asked)}>
                {listName(person)}
              </button>{' '}
              <output>
                {grade
                  ? markText(
                      grade.value,
                      { ...assessment, number: numberOfGrade(assessment, grade.value, shown.grading) },
                      { t, format },
                    )
                  : ''}
              </output>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What arrives from a colleague: an 8 with a judgement for somebody, and another weight of the column. */
async function colleagueWrites(
  register: PageProps['register'],
  assessment: Assessment,
  pupil: PersonId | undefined,
): Promise<void> {
  if (pupil !== undefined)
    await writeGrade(register, { assessment, pupil }, { value: { quarters: 32, judgement: 'Preciso' } });
  await changeAssessment(register, assessment, { weight: 50 });
}

/** The same register, once nothing of a course is on this device any more. */
function withoutRecords(register: PageProps['register']): PageProps['register'] {
  const records = { ...register.records, find: () => of([]) };
  return { ...register, records };
}

/** Everything that the page has shown, as the school would keep it. */
interface KeptHistory {
  readonly note: (records: readonly (Assessment | Grade)[]) => void;
  readonly of: (id: string) => AnswerOf<typeof readHistory>;
}

function createHistory(): KeptHistory {
  const kept = new Map<string, AnswerOf<typeof readHistory>[number]>();
  const versionsOf = (id: string) =>
    [...kept.values()].filter(({ record }) => Reflect.get(record, 'id') === id);
  return {
    note(records) {
      for (const record of records) {
        if (kept.has(record.entry)) continue;
        const { author, entry, recordedAt } = record;
        const version = { author, recordedAt, receivedAt: recordedAt, record, outcome: 'stored' } as const;
        const chain = { sequence: kept.size + 1, previousHash: '', hash: '' };
        const before = versionsOf(record.id).at(-1)?.sequence;
        const follows = before === undefined ? {} : { previous: before };
        kept.set(entry, { ...version, ...chain, ...follows, device: '7f3a90c2-11' });
      }
    },
    of: versionsOf,
  };
}

/** The server of the harness keeps no history: what is asked of it is answered from what was shown. */
function withHistory(apis: Apis, history: KeptHistory): Apis {
  return {
    ...apis,
    school: {
      ask: (async (endpoint: object, asking?: { readonly params?: { readonly id: string } }) =>
        endpoint === readHistory
          ? ok(history.of(asking?.params?.id ?? ''))
          : await (apis.school.ask as (...given: unknown[]) => Promise<unknown>)(
              endpoint,
              asking,
            )) as Apis['school']['ask'],
    },
  };
}
