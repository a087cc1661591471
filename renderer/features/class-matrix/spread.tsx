import { Select } from '@mantine/core';
import { useState } from 'react';
import { hasAverages } from '../../../domain/grades/scales.ts';
import { useFormat } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { DistributionBars } from '../../ui/charts/distribution-bars.tsx';
import type { SheetHead } from '../../ui/print/print-sheet.tsx';
import classes from './class-matrix.module.css';
import { distributionOf } from './distribution-of.ts';
import type { ClassMatrix } from './view.ts';

interface SpreadProps {
  readonly matrix: ClassMatrix;
  readonly sheet: SheetHead;
}

/** How the class is spread in a subject. */
export function Spread({ matrix: { courses, rows }, sheet }: SpreadProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const [chosen, setChosen] = useState<string>();
  const course = courses.find(({ subject }) => subject.id === chosen) ?? courses[0];
  if (!course) return null;
  const bars = distributionOf(rows, course, { t, format });
  const sum = (of: typeof bars) => of.reduce((all, { count }) => all + count, 0);
  const isReckoned = hasAverages(course.scale);
  return (
    <section className={classes['card']} aria-labelledby="spread-title">
      <header className={classes['cardHead']}>
        <h3 id="spread-title">{t('classMatrix.spread')}</h3>
        <Select
          size="xs"
          w={200}
          aria-label={t('classMatrix.spreadOf')}
          allowDeselect={false}
          value={course.subject.id}
          data={courses.map(({ subject }) => ({ value: subject.id, label: subject.name }))}
          onChange={(value) => value !== null && setChosen(value)}
        />
      </header>
      <DistributionBars
        title={t(isReckoned ? 'classMatrix.spreadAverages' : 'classMatrix.spreadLevels', {
          subject: course.subject.name,
        })}
        summary={t('classMatrix.spreadSummary', {
          all: format.number(sum(bars)),
          low: format.number(sum(bars.filter(({ isLow }) => isLow))),
        })}
        columns={[
          t(isReckoned ? 'classMatrix.spreadBand' : 'classMatrix.spreadLevel'),
          t('classMatrix.spreadPupils'),
        ]}
        sheet={sheet}
        bars={bars}
        numberText={format.number}
      />
    </section>
  );
}
