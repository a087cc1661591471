import { Button, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter, IconUserQuestion } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import type { Register } from '../../data/register.ts';
import { useClock } from '../../data/use-clock.ts';
import { GradeLegend } from '../../hosts/grade-forms/grade-legend.tsx';
import { usePupilNames } from '../../hosts/pupils/use-pupil-names.ts';
import { useFormat } from '../../i18n/format.ts';
import { ScaleOfPart, sharedScale, useScaleTexts } from '../../i18n/scale-texts.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { pupilGradesPath, sectionPath, type PupilGradesAddress } from '../../ui/routes.ts';
import { useView } from '../../ui/use-view.ts';
import { CourseMarks } from './course-marks-section.tsx';
import classes from './pupil-grades.module.css';
import { PupilGradesPrint } from './pupil-grades-print.tsx';
import { isSheetReader, SHEET_READERS, type SheetReader } from './sheet-reader.ts';
import { pupilGrades, type PupilGrades } from './view.ts';

interface PupilGradesPageProps {
  readonly register: Register;
  readonly of: PupilGradesAddress;
  /** The hours of absence, which stand beside. */
  readonly attendance: ReactNode;
}

/** One pupil over all subjects that whoever looks may read. */
export function PupilGradesPage({ register, of, attendance }: PupilGradesPageProps) {
  const { t } = useScaleTexts();
  const day = dayOfInstant(useClock(register));
  const { schoolClass, pupil } = of;
  const asked = useMemo(() => ({ schoolClass, pupil, day }), [schoolClass, pupil, day]);
  const live = useView(pupilGrades, register, asked);
  if (!live.ready) return <div aria-busy="true" aria-label={t('classHour.loading')} />;
  if (!live.value)
    return (
      <EmptyState
        icon={<IconUserQuestion size={28} stroke={1.5} />}
        title={t('pupilGrades.notHere')}
        wholePage
      >
        {t('pupilGrades.notHereText')}
      </EmptyState>
    );
  const shared = sharedScale(live.value.courses.map(({ scale }) => scale));
  return (
    <ScaleOfPart.Provider value={shared}>
      <Shown register={register} of={of} attendance={attendance} grades={live.value} />
    </ScaleOfPart.Provider>
  );
}

function Shown({
  register,
  of,
  attendance,
  grades,
}: PupilGradesPageProps & { readonly grades: PupilGrades }) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { schoolClass, subject } = of;
  const { person, before, after, courses, periods, grading } = grades;
  const [chosen, setPeriod] = useState<number>();
  const period = chosen ?? grades.period;
  const [reader, setReader] = useState<SheetReader>('family');
  const now = useClock(register);
  const nameOf = usePupilNames(register, schoolClass);
  usePageTitle([listName(person), t('pupilGrades.title')].join(' · '), 'part');
  const sheet = {
    heading: [nameOf(person), t('pupilGrades.lead', { name: grades.className }), periods[period]].join(' · '),
    line: [
      register.identity.schoolName,
      t('pupilGrades.printedOn', { day: format.fullDay(dayOfInstant(register.now())) }),
      ...(grades.frozen[period] === true ? [t('pupilGrades.printedClosed')] : []),
      t(`pupilGrades.printedFor.${reader}`),
    ].join(' · '),
  };
  const print = () => globalThis.print();
  useDeclareActions([
    {
      id: 'print',
      label: t('pupilGrades.print'),
      keywords: t('pupilGrades.wordsForPrint'),
      run: print,
    },
  ]);
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <div>
          <h1>{nameOf(person)}</h1>
          <p>
            {t('pupilGrades.lead', { name: grades.className })} ·{' '}
            <Link href={sectionPath(grades.readsAll ? 'grades-of-all' : 'pupils', { schoolClass })}>
              {t(grades.readsAll ? 'pupilGrades.toClass' : 'pupilGrades.toPupils')}
            </Link>
          </p>
        </div>
        <div className={classes['tools']}>
          <Neighbour to={before} of={of} label={t('pupilGrades.before')} nameOf={nameOf} isBefore />
          <Neighbour to={after} of={of} label={t('pupilGrades.after')} nameOf={nameOf} />
          <Select
            size="xs"
            w={190}
            aria-label={t('pupilGrades.period')}
            allowDeselect={false}
            value={String(period)}
            data={periods.map((name, index) => ({ value: String(index), label: name }))}
            onChange={(value) => value !== null && setPeriod(Number(value))}
          />
          <Select
            size="xs"
            w={190}
            aria-label={t('pupilGrades.sheet.of')}
            allowDeselect={false}
            value={reader}
            data={SHEET_READERS.map((value) => ({ value, label: t(`pupilGrades.sheet.${value}`) }))}
            onChange={(value) => isSheetReader(value) && setReader(value)}
          />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPrinter size={16} stroke={1.7} />}
            onClick={print}
          >
            {t('pupilGrades.print')}
          </Button>
        </div>
      </header>
      {grades.frozen[period] === true && <Notice tone="info">{t('pupilGrades.frozen')}</Notice>}
      {grades.isWithoutReligion && <p className={classes['quiet']}>{t('pupilGrades.noReligion')}</p>}
      <div className={classes['columns']}>
        <div className={classes['courses']}>
          {courses.map((course) => (
            <ScaleOfPart.Provider key={course.subject.id} value={course.scale}>
              <CourseMarks
                course={course}
                grades={grades}
                period={period}
                sheet={sheet}
                now={now}
                reader={reader}
                isAsked={course.subject.id === subject}
              />
            </ScaleOfPart.Provider>
          ))}
        </div>
        <aside className={classes['aside']} aria-label={t('pupilGrades.attendance')}>
          {attendance}
        </aside>
      </div>
      <GradeLegend scales={courses.map(({ scale }) => scale)} palette={grading.palette} />
      <PupilGradesPrint sheet={sheet} grades={grades} period={period} now={now} reader={reader} />
    </div>
  );
}

interface NeighbourProps {
  readonly to: Person | undefined;
  readonly of: PupilGradesAddress;
  readonly label: string;
  readonly nameOf: (person: Person) => string;
  readonly isBefore?: boolean;
}

/** The way to who stands before or behind in the list, in the same subject. */
function Neighbour({ to, of, label, nameOf, isBefore = false }: NeighbourProps) {
  if (!to) return null;
  const icon = isBefore ? <IconChevronLeft size={16} /> : <IconChevronRight size={16} />;
  return (
    <Button
      component={Link}
      href={pupilGradesPath(of.schoolClass, to.id, of.subject)}
      variant="default"
      size="xs"
      aria-label={`${label}: ${nameOf(to)}`}
      title={nameOf(to)}
    >
      {icon}
    </Button>
  );
}
