import { Switch } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { isEmptyValue } from '../../../../domain/grades/said-value.ts';
import { hasAverages } from '../../../../domain/grades/scales.ts';
import { className } from '../../../../domain/kinds/class/record.ts';
import { isChosen, whyNeverCounted } from '../../../../domain/kinds/earlier-grade/as-entry.ts';
import type { EarlierGrade } from '../../../../domain/kinds/earlier-grade/record.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { assessmentName } from '../../../kinds/assessed/column-texts.ts';
import { leaveOut } from '../../../kinds/earlier-grade/commands.ts';
import { useDeclareActions } from '../../../ui/actions/actions.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { Explained } from '../../../ui/section/section.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { Table } from '../../../ui/table/table.tsx';
import { useViewValue } from '../../../ui/use-view.ts';
import { markInWords, notCountedText } from '../../../views/grades/mark-words.ts';
import type { FactWords } from '../cells/cell-facts.ts';
import type { CourseHistory } from '../use-course-history.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import { schoolIndex } from '../../../views/school.ts';
import classes from '../class-grades.module.css';

interface EarlierGradesProps {
  readonly register: Register;
  readonly course: CourseGrades;
  readonly nameOf: (person: Person) => string;
  /** Notes what is done here where it is taken back from. */
  readonly note: CourseHistory['note'];
  /** Takes back what was done last beside the cells, or does it again. */
  readonly replay: CourseHistory['replay'];
}

/** A grade of the class before, with whose it is. */
interface Line {
  readonly record: EarlierGrade;
  readonly name: string;
  readonly ofClass: string;
  readonly teacher: string;
  /** Another grade stands in its place (D56). */
  readonly isRecovered: boolean;
}

const make = columnsOf<Line>();

/** The grades that pupils have brought from the class before: only read, and where there are averages for each whether it is in them (D66, D81). */
export function EarlierGrades({ register, course, nameOf, note, replay }: EarlierGradesProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const index = useViewValue(schoolIndex, register);
  const [failure, setFailure] = useState<CommandFailure>();
  const { earlier, lock, pupils, scale } = course;
  const hasChoice = hasAverages(scale);
  const recovered = useMemo(() => recoveredIn(pupils), [pupils]);
  const lines = useMemo(
    () =>
      earlier
        .toSorted((a, b) => a.day.localeCompare(b.day))
        .map((record): Line => {
          const [person, teacher] = [index?.person(record.pupil), index?.person(record.teacher)];
          const ofClass = index?.schoolClass(record.ofClass);
          return {
            record,
            name: person ? nameOf(person) : t('common.unknown'),
            ofClass: ofClass ? className(ofClass) : t('common.unknown'),
            teacher: teacher?.surname ?? '',
            isRecovered: recovered.has(record.grade),
          };
        }),
    [earlier, index, recovered, nameOf, t],
  );
  const decide = useCallback(
    async (line: Line, counts: boolean) => {
      const result = await leaveOut(register, line.record, !counts);
      setFailure(result.ok ? undefined : result.failure);
      if (!result.ok) return;
      const of = { name: line.name, grade: gradeOf(line, { t, format }) };
      note({
        said: t(counts ? 'classGrades.earlier.nowCounts' : 'classGrades.earlier.nowLeftOut', of),
        undo: result.value.undo,
      });
    },
    [register, note, t, format],
  );
  useReplayActions(replay);
  const columns = useColumns({ hasChoice, isLocked: lock !== undefined, decide });
  if (lines.length === 0) return null;
  return (
    <div className={classes['earlier']}>
      <h3>{t('classGrades.earlier.title')}</h3>
      <Explained>{t('classGrades.earlier.text')}</Explained>
      <CommandNotice
        of={t('classGrades.earlier.title')}
        failure={failure}
        onClose={() => setFailure(undefined)}
      />
      <Table
        label={t('classGrades.earlier.title')}
        className={classes['region']}
        rows={lines}
        columns={columns}
        rowId={idOf}
        empty=""
      />
    </div>
  );
}

interface ColumnsOf {
  readonly hasChoice: boolean;
  readonly isLocked: boolean;
  readonly decide: (line: Line, counts: boolean) => Promise<void>;
}

function useColumns({ hasChoice, isLocked, decide }: ColumnsOf) {
  const { t } = useScaleTexts();
  const format = useFormat();
  return useMemo(
    () =>
      make.columns([
        make.accessor(({ name }) => name, {
          id: 'name',
          header: t('classGrades.pupil'),
          sortFn: 'text',
          meta: { isRowHeader: true },
        }),
        make.accessor(({ record }) => record.day, {
          id: 'day',
          header: t('classGrades.earlier.day'),
          sortFn: 'text',
          cell: ({ row }) => format.shortDay(row.original.record.day),
        }),
        make.accessor(
          ({ record: { type, topic } }) => [t(`assessment.type.${type}`), topic].filter(Boolean).join(', '),
          {
            id: 'what',
            header: t('classGrades.earlier.what'),
            sortFn: 'text',
          },
        ),
        make.accessor(({ ofClass, teacher }) => t('classGrades.earlier.from', { ofClass, teacher }), {
          id: 'from',
          header: t('classGrades.earlier.ofClass'),
          sortFn: 'text',
        }),
        make.accessor((line) => valueOf(line, { t, format }), {
          id: 'value',
          header: t('classGrades.earlier.value'),
          sortFn: 'text',
        }),
        ...(hasChoice
          ? [
              make.accessor(({ record }) => (isChosen(record) && !whyNeverCounted(record) ? 1 : 0), {
                id: 'counts',
                header: t('classGrades.earlier.counts'),
                sortFn: 'number' as const,
                meta: { hasControls: true },
                cell: ({ row: { original } }) => (
                  <Choice line={original} isLocked={isLocked} onDecide={decide} />
                ),
              }),
            ]
          : []),
      ]),
    [hasChoice, isLocked, decide, t, format],
  );
}

interface ChoiceProps {
  readonly line: Line;
  readonly isLocked: boolean;
  readonly onDecide: ColumnsOf['decide'];
}

/** Whether a grade is in the average here: to choose, or why there is nothing to choose (D63). */
function Choice({ line, isLocked, onDecide }: ChoiceProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { record, name } = line;
  const never = whyNeverCounted(record);
  if (never !== undefined) return notCountedText(never, t);
  return (
    <Switch
      size="sm"
      aria-label={t('classGrades.earlier.countsOf', { name, grade: gradeOf(line, { t, format }) })}
      checked={isChosen(record)}
      disabled={isLocked}
      onChange={({ currentTarget: { checked } }) => void onDecide(line, checked)}
    />
  );
}

/** What a grade says, and what is to be known of it. */
function valueOf({ record, isRecovered }: Line, words: FactWords): string {
  const { t } = words;
  if (record.cancelled) return t('grade.cancelled');
  return [
    ...(isEmptyValue(record.value) ? [] : [markInWords(record.value, record, words)]),
    ...(record.objectives ?? []).map((said) => t('grade.levelOf', { ...said })),
    ...(isRecovered ? [notCountedText('recovered', t)] : []),
  ].join('; ');
}

/** Which grade of a pupil it is: its test and what it says. */
function gradeOf({ record }: Line, words: FactWords): string {
  return `${assessmentName(record, words)}: ${markInWords(record.value, record, words)}`;
}

/** What is decided here is taken back by the same keys as in the grid, which is not there meanwhile. */
function useReplayActions(replay: CourseHistory['replay']): void {
  const { t } = useScaleTexts();
  const common = { keywords: t('grid.words'), everywhere: true };
  useDeclareActions([
    { ...common, id: 'earlier-undo', label: t('grid.undo'), keys: KEYS.undo, run: () => replay('undo') },
    { ...common, id: 'earlier-redo', label: t('grid.redo'), keys: KEYS.redo, run: () => replay('redo') },
  ]);
}

function idOf({ record }: Line): string {
  return record.id;
}

/** The grades of pupils in the place of which others stand, by their keys. */
function recoveredIn(pupils: CourseGrades['pupils']): ReadonlySet<string> {
  return new Set(
    pupils.flatMap(({ standing }) =>
      [...standing.notCounted].flatMap(([id, reason]) => (reason === 'recovered' ? [id] : [])),
    ),
  );
}
