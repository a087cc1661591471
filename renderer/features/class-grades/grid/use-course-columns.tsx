import { useMemo } from 'react';
import { hasAverages } from '../../../../domain/grades/scales.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import type { GridColumn } from '../../../ui/grid/desk/grid-props.ts';
import type { ReadText } from '../../../ui/grid/model/cells.ts';
import type { CourseColumn } from '../view/course-columns.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import { ColumnHead, type ColumnOfHead } from './column-head.tsx';
import { columnFacts, columnName } from '../cells/column-words.ts';
import { beforeColumn, EDGE } from '../cells/edge-cells.ts';
import { useKept } from '../../../ui/steady/use-kept.ts';

/** Reads what is typed in the column of an assessment. */
export type ReadIn = (assessment: Assessment) => ReadText;

const WIDTH = { mark: 92, word: 118, points: 120, average: 84, count: 92, before: 104 } as const;

/** The columns of a course: its assessments, then what they come to. The same list until one of them, or what is said of it, changes. */
export function useCourseColumns(
  course: CourseGrades,
  readIn: ReadIn,
  onOpen: (assessment: string) => void,
): readonly GridColumn[] {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { columns, before, scale, policies } = course;
  const shown = useKept(columns.map(headOf));
  const earlier = before.map(({ name }) => name).join('\n');
  const way = policies.average;
  return useMemo(() => {
    const words = { t, format };
    const marks = shown.map((column): GridColumn => {
      const { assessment, isMine } = column;
      const { id, test } = assessment;
      const name = [columnName(column, shown, words), ...columnFacts(assessment, words)].join(', ');
      return {
        id,
        name,
        header: <ColumnHead column={column} name={name} onOpen={() => onOpen(id)} />,
        width: test ? WIDTH.points : hasAverages(scale) ? WIDTH.mark : WIDTH.word,
        ...(isMine ? { read: readIn(assessment) } : { locked: t('classGrades.notMineThen') }),
      };
    });
    const edge = (id: string, name: string, header: string, width: number): GridColumn => ({
      id,
      name,
      header,
      width,
      isAtEdge: true,
      locked: t('classGrades.reckoned'),
    });
    const ofTenths = () => [
      ...earlier
        .split('\n')
        .filter((name) => name !== '')
        .map((name, index) =>
          edge(beforeColumn(index), t('classGrades.beforeName', { name }), name, WIDTH.before),
        ),
      edge(EDGE.average, t(`classGrades.average.${way}`), t(`classGrades.averageHead.${way}`), WIDTH.average),
    ];
    return [
      ...marks,
      ...(hasAverages(scale)
        ? ofTenths()
        : [edge(EDGE.last, t('classGrades.lastName'), t('classGrades.last'), WIDTH.word)]),
      edge(EDGE.count, t('classGrades.countName'), t('classGrades.count'), WIDTH.count),
    ];
  }, [shown, earlier, scale, way, readIn, onOpen, t, format]);
}

/** What a head is of: all but what its column comes to, which changes with each mark and stands below. */
function headOf({ foot: _foot, ...head }: CourseColumn): ColumnOfHead {
  return head;
}
