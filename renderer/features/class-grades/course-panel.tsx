import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { createStore } from 'zustand';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { useKeptLayers } from '../../hosts/grade-forms/use-kept-layers.ts';
import { usePupilNames } from '../../hosts/pupils/use-pupil-names.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useKeyHint } from '../../ui/actions/use-key-text.ts';
import { useAnnouncer } from '../../ui/focus/use-announcer.tsx';
import type { GridHandle } from '../../ui/grid/desk/grid-props.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import type { CellAt } from '../../ui/grid/model/cells.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { Explained, Section } from '../../ui/section/section.tsx';
import type { CourseGrades } from './view/course-grades.ts';
import classes from './class-grades.module.css';
import { ActiveCell, type ActivePlace } from './detail/active-cell.tsx';
import { EarlierGrades } from './detail/earlier-grades.tsx';
import { Legend } from './detail/legend.tsx';
import { WithdrawnTests } from './detail/withdrawn-tests.tsx';
import { useGradeTroubles } from './detail/use-grade-troubles.ts';
import { useCourseColumns } from './grid/use-course-columns.tsx';
import { useCourseRows } from './grid/use-course-rows.tsx';
import { useCourseStore } from './grid/use-course-store.ts';
import { useCourseActions } from './use-course-actions.ts';
import { useCourseHistory } from './use-course-history.ts';
import { useGradeDialogs } from './use-grade-dialogs.ts';
import { AskedDialog } from './write/asked-dialog.tsx';
import { useWriteCells } from './write/use-write-cells.ts';

interface CoursePanelProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly course: CourseGrades;
  /** The choice of subject and period. */
  readonly pickers: ReactNode;
}

/** The grid of a course, what can be done there, and what belongs to the cell that has the focus. Give it a key per course and period. */
export function CoursePanel({ register, place, course, pickers }: CoursePanelProps) {
  const { t } = useScaleTexts();
  const hint = useKeyHint();
  const [region, announce] = useAnnouncer();
  const [showsEarlier, setEarlier] = useState(false);
  const isEarlier = showsEarlier && course.earlier.length > 0;
  // A walk through the cells draws what is told of them, and nothing else here.
  const [activePlace] = useState(() => createStore<ActivePlace>(() => ({ at: undefined })));
  const [tellPlace] = useState(() => (at: CellAt | undefined) => activePlace.setState({ at }));
  const grid = useRef<GridHandle>(null);
  const { history, note, replay, said, dismiss } = useCourseHistory(course, announce);
  const troubles = useGradeTroubles(register, course.asked);
  const store = useCourseStore(course, troubles);
  const { write, question, read } = useWriteCells(register, course, store);

  const { schoolClass, subject, period } = course.asked;
  const layers = useKeptLayers(register, { section: 'grades', place, subject, period }, (at) =>
    grid.current?.choose(at),
  );

  const { openAssessment, openGrade, openFilling } = useGradeDialogs(course, note, grid);
  const columns = useCourseColumns(course, read, openAssessment);
  const nameOf = usePupilNames(register, schoolClass);
  const { rows, footRows } = useCourseRows(course, place, nameOf);
  const isOpen = course.lock === undefined;
  const make = () => {
    // The new column stands in the grid.
    setEarlier(false);
    openAssessment();
  };
  useCourseActions(isOpen ? make : undefined);

  return (
    <Section
      headingId="grades-title"
      className={classes['section']}
      title={t('classGrades.title', { subject: course.subject.name })}
      tools={
        <>
          {pickers}
          <WithdrawnTests columns={course.withdrawn} onOpen={openAssessment} />
          {course.earlier.length > 0 && (
            <Button variant="default" size="xs" onClick={() => setEarlier((shown) => !shown)}>
              {isEarlier
                ? t('classGrades.earlier.back')
                : t('classGrades.earlier.show', { count: course.earlier.length })}
            </Button>
          )}
          {isOpen && (
            <Button
              size="xs"
              leftSection={<IconPlus size={16} stroke={1.7} />}
              onClick={make}
              {...hint(KEYS.newAssessment)}
            >
              {t('classGrades.new')}
            </Button>
          )}
        </>
      }
    >
      {region}
      {course.lock && <Notice tone="info">{t(`classGrades.lock.${course.lock}`)}</Notice>}
      {said && !isEarlier && (
        <Notice
          tone="ok"
          onClose={dismiss}
          closeLabel={t('common.close')}
          action={
            // What was written since is taken back before it; the notice keeps its height.
            <Button
              variant="default"
              size="xs"
              style={said.isLast ? undefined : { visibility: 'hidden' }}
              onClick={() => grid.current?.undo()}
            >
              {t('common.undo')}
            </Button>
          }
        >
          {said.text}
        </Notice>
      )}
      {isEarlier ? (
        <EarlierGrades register={register} course={course} nameOf={nameOf} note={note} replay={replay} />
      ) : (
        <>
          {course.columns.length === 0 && course.pupils.length > 0 && (
            <Explained>{t(isOpen ? 'classGrades.noneYet' : 'classGrades.none')}</Explained>
          )}
          <div data-work="" className={classes['work']}>
            <Grid
              label={t('classGrades.grid', { subject: course.subject.name, period: course.period.name })}
              className={classes['grid']}
              rows={rows}
              footRows={footRows}
              columns={columns}
              names={{ name: t('classGrades.pupil'), header: t('classGrades.pupil'), width: 236 }}
              source={store}
              write={write}
              isHeld={question !== undefined}
              history={history}
              layers={layers}
              handle={grid}
              locked={course.lock && t(`classGrades.lock.${course.lock}`)}
              onActive={tellPlace}
              empty={t('classGrades.noPupils')}
            />
            <Legend course={course} troubles={troubles} />
          </div>
          <ActiveCell
            course={course}
            place={activePlace}
            nameOf={nameOf}
            troubles={troubles}
            onOpen={openGrade}
            onFill={openFilling}
          />
        </>
      )}
      {question && (
        <AskedDialog
          key={question.id}
          question={question}
          nameOf={nameOf}
          columns={course.columns}
          onClosed={() => grid.current?.focus()}
        />
      )}
    </Section>
  );
}
