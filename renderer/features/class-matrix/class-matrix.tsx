import { Button, Checkbox, Select } from '@mantine/core';
import { IconPrinter, IconTable } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { GradeLegend } from '../../hosts/grade-forms/grade-legend.tsx';
import { usePupilNames } from '../../hosts/pupils/use-pupil-names.ts';
import { useFormat } from '../../i18n/format.ts';
import { ScaleOfPart, sharedScale, useScaleTexts } from '../../i18n/scale-texts.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Explained, Section } from '../../ui/section/section.tsx';
import { useView, useViewValue } from '../../ui/use-view.ts';
import { classHours } from '../../views/absence-hours/class-hours.ts';
import classes from './class-matrix.module.css';
import { Lacks } from './lacks.tsx';
import { MatrixPrint } from './matrix-print.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { sheetHeadOf } from './sheet-head.ts';
import { Spread } from './spread.tsx';
import { classMatrix, levelsIn, type ClassMatrix } from './view.ts';

interface ClassMatrixProps {
  readonly register: Register;
  readonly place: HourPlace;
}

/** All subjects of a class at once, for whoever reads them all: averages, what is not sufficient, who lacks what, absences beside. */
export function ClassMatrixSection({ register, place }: ClassMatrixProps) {
  const { t } = useScaleTexts();
  const { schoolClass, day } = place;
  const [period, setPeriod] = useState<number>();
  const asked = useMemo(() => ({ schoolClass, day, period }), [schoolClass, day, period]);
  const live = useView(classMatrix, register, asked);
  if (!live.ready) return <div aria-busy="true" aria-label={t('classHour.loading')} />;
  if (!live.value || live.value.courses.length === 0)
    return (
      <EmptyState icon={<IconTable size={28} stroke={1.5} />} title={t('classMatrix.nothing')}>
        {t('classMatrix.nothingText')}
      </EmptyState>
    );
  const shared = sharedScale(live.value.courses.map(({ scale }) => scale));
  return (
    <ScaleOfPart.Provider value={shared}>
      <Shown register={register} place={place} matrix={live.value} onPeriod={setPeriod} />
    </ScaleOfPart.Provider>
  );
}

interface ShownProps extends ClassMatrixProps {
  readonly matrix: ClassMatrix;
  readonly onPeriod: (period: number) => void;
}

function Shown({ register, place, matrix, onPeriod }: ShownProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const [isFiltered, setFiltered] = useState(false);
  const nameOf = usePupilNames(register, place.schoolClass);
  const counted = useViewValue(classHours, register, place.schoolClass);
  const hours = useMemo(
    () => counted && new Map(counted.pupils.map((one) => [one.person.id, one])),
    [counted],
  );
  const rows = useMemo(
    () =>
      isFiltered
        ? matrix.rows.filter(
            ({ insufficient, cells }) =>
              insufficient.length > 0 || [...cells.values()].some(({ missing }) => missing.length > 0),
          )
        : matrix.rows,
    [isFiltered, matrix],
  );
  const sheet = sheetHeadOf(register, matrix, { t, format });
  const print = () => globalThis.print();
  useDeclareActions([
    {
      id: 'print',
      label: t('classMatrix.print'),
      keywords: t('classMatrix.wordsForPrint'),
      run: print,
    },
  ]);
  return (
    <Section
      headingId="matrix-title"
      className={classes['section']}
      title={t('classMatrix.title')}
      tools={
        <>
          {matrix.hasAverages && (
            <Checkbox
              size="xs"
              label={t('classMatrix.onlyWeak')}
              checked={isFiltered}
              onChange={(event) => setFiltered(event.currentTarget.checked)}
            />
          )}
          <Select
            size="xs"
            w={190}
            aria-label={t('classMatrix.period')}
            allowDeselect={false}
            value={String(matrix.period)}
            data={matrix.periods.map((name, index) => ({ value: String(index), label: name }))}
            onChange={(value) => value !== null && onPeriod(Number(value))}
          />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPrinter size={16} stroke={1.7} />}
            onClick={print}
          >
            {t('classMatrix.print')}
          </Button>
        </>
      }
    >
      {matrix.isFrozen && <Notice tone="info">{t('classMatrix.frozen')}</Notice>}
      {matrix.hasAverages && (
        <Explained>
          {`${t(`classMatrix.way.${matrix.grading.average}`)} ${t('classMatrix.belowWay')}`}
          {matrix.hasOverall && ` ${t('classMatrix.overallWay')}`}
        </Explained>
      )}
      {matrix.isWithoutReligion && <Explained>{t('classMatrix.noReligion')}</Explained>}
      <MatrixTable place={place} matrix={matrix} rows={rows} nameOf={nameOf} hours={hours} />
      <GradeLegend
        scales={matrix.courses.map(({ scale }) => scale)}
        palette={matrix.grading.palette}
        shortLevels={levelsIn(matrix)}
      />
      <div className={classes['columns']}>
        <Lacks matrix={matrix} nameOf={nameOf} />
        <Spread matrix={matrix} sheet={sheet} />
      </div>
      <MatrixPrint
        sheet={sheet}
        matrix={matrix}
        rows={rows}
        isFiltered={isFiltered}
        nameOf={nameOf}
        hours={hours}
      />
    </Section>
  );
}
