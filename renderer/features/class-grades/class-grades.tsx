import { Select } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { toSubjectId, type SubjectId } from '../../../domain/base/ids.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { useWantedCell } from '../../hosts/grade-forms/unwritten.ts';
import { ScaleOfPart, useScaleTexts } from '../../i18n/scale-texts.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { useView } from '../../ui/use-view.ts';
import { chosenSubject, courseChoice, type CourseChoice } from './view/course-choice.ts';
import { courseGrades } from './view/course-grades.ts';
import classes from './class-grades.module.css';
import { CoursePanel } from './course-panel.tsx';

interface ClassGradesProps {
  readonly register: Register;
  readonly place: HourPlace;
}

/** The grades of a class, one subject and one period at a time. */
export function ClassGradesSection({ register, place }: ClassGradesProps) {
  const { t } = useScaleTexts();
  const live = useView(courseChoice, register, place);
  if (!live.ready) return <Loading />;
  const choice = live.value;
  if (choice.suggested === undefined || choice.periods.length === 0)
    return (
      <EmptyState icon={<IconTable size={28} stroke={1.5} />} title={t('classGrades.noCourse')}>
        {t('classGrades.noCourseText')}
      </EmptyState>
    );
  return (
    <OfClass
      key={place.schoolClass}
      register={register}
      place={place}
      choice={choice}
      suggested={choice.suggested}
    />
  );
}

interface OfClassProps extends ClassGradesProps {
  readonly choice: CourseChoice;
  readonly suggested: SubjectId;
}

function OfClass({ register, place, choice, suggested }: OfClassProps) {
  const { t } = useScaleTexts();
  const [first] = useState(suggested);
  const [picked, setSubject] = useState<SubjectId>();
  const [wantedPeriod, setPeriod] = useState<number>();
  const wanted = useWantedCell();
  const [followed, setFollowed] = useState<typeof wanted>();
  if (wanted && wanted !== followed) {
    setFollowed(wanted);
    const { grid } = wanted;
    if (grid.section === 'grades' && grid.place.schoolClass === place.schoolClass) {
      setSubject(grid.subject);
      setPeriod(grid.period);
    }
  }
  const { subjects, periods, current } = choice;
  const subject = chosenSubject(choice, { picked, first }) ?? suggested;
  const period = wantedPeriod !== undefined && wantedPeriod < periods.length ? wantedPeriod : current;
  const { schoolClass, day } = place;
  const asked = useMemo(() => ({ schoolClass, day, subject, period }), [schoolClass, day, subject, period]);
  const live = useView(courseGrades, register, asked);
  const pickers = (
    <>
      {subjects.length > 1 && (
        <Select
          size="xs"
          w={184}
          aria-label={t('classGrades.subject')}
          allowDeselect={false}
          value={subject}
          data={subjects.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => value !== null && setSubject(toSubjectId(value))}
        />
      )}
      {periods.length > 1 && (
        <Select
          size="xs"
          w={160}
          aria-label={t('classGrades.period')}
          allowDeselect={false}
          value={String(period)}
          data={periods.map(({ name }, index) => ({ value: String(index), label: name }))}
          onChange={(value) => value !== null && setPeriod(Number(value))}
        />
      )}
    </>
  );
  if (!live.ready || !live.value) return <Loading />;
  return (
    <ScaleOfPart.Provider value={live.value.scale}>
      <CoursePanel
        key={`${subject}.${period}`}
        register={register}
        place={place}
        course={live.value}
        pickers={pickers}
      />
    </ScaleOfPart.Provider>
  );
}

function Loading() {
  const { t } = useScaleTexts();
  return <div className={classes['section']} aria-busy="true" aria-label={t('classGrades.loading')} />;
}
